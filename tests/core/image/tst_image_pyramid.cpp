#include "core/image/image_rows.h"
#include "core/image/pyramid_builder.h"
#include "core/image/pyramid_cache.h"
#include "tests/core/image/image_fixtures.h"

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <random>

using namespace patina;
using namespace patina::test;

namespace fs = std::filesystem;

/// Rows as they are decoded, pyramids made of them, and the folder where these are kept.
class TestImagePyramid : public QObject
{
    Q_OBJECT
private slots:
    void tilesCoverEachPixelOnce();
    void tilesOfAnAreaAreThoseThatTouchIt();
    void rowsAreThoseOfTheImage_data();
    void rowsAreThoseOfTheImage();
    void rowsNeedNotFitTheMemory();
    void damagedRowsAreRefused();
    void quickPictureIsAnEighth();
    void pyramidEqualsTheSlowOne_data();
    void pyramidEqualsTheSlowOne();
    void whatIsWrittenIsOpened();
    void cancelledLeavesNothing();
    void foreignFilesAreLeftAlone();
    void damagedFilesAreNotShown();
    void anotherContentIsAnotherImage();
    void staysWithinItsBytes();
    void withoutRoomThereIsNone();

private:
    fs::path file(const char *name) const { return m_folder.filePath(name).toStdString(); }
    fs::path cacheFolder() const { return file("cache"); }
    std::shared_ptr<PyramidFile> built(const fs::path &image, const PyramidCache &cache) const;
    std::vector<fs::path> kept() const;

    QTemporaryDir m_folder;
};

namespace {

cv::Mat rest(ImageRows &rows, int at)
{
    cv::Mat all;
    for (int row = 0; row < rows.info().height; row += at) {
        const auto strip = rows.next(at);
        if (!strip)
            return {};
        all.push_back(*strip);
    }
    return all;
}

} // namespace

std::shared_ptr<PyramidFile> TestImagePyramid::built(const fs::path &image, const PyramidCache &cache) const
{
    auto rows = openRows(image);
    auto pyramid = cache.create(image, (*rows)->info());
    if (!pyramid || !buildPyramid(**rows, **pyramid, {}))
        return nullptr;
    return *pyramid;
}

std::vector<fs::path> TestImagePyramid::kept() const
{
    std::vector<fs::path> files;
    for (const auto &entry : fs::directory_iterator(cacheFolder()))
        files.push_back(entry.path());
    return files;
}

void TestImagePyramid::tilesCoverEachPixelOnce()
{
    std::mt19937 random(1);
    for (int i = 0; i < 40; ++i) {
        const PyramidLayout layout(
            cv::Size(static_cast<int>(random() % 9000) + 1, static_cast<int>(random() % 9000) + 1));
        QVERIFY(std::max(layout.levelSize(layout.top()).width, layout.levelSize(layout.top()).height) <=
                PyramidLayout::topPx);
        for (int level = 0; level < layout.levelCount(); ++level) {
            const cv::Size size = layout.levelSize(level);
            std::int64_t pixels = 0;
            for (const TileKey &key : layout.tilesIn(level, cv::Rect(cv::Point(), size))) {
                QVERIFY(layout.contains(key) && !layout.tileArea(key).empty());
                pixels += layout.tileArea(key).area();
            }
            QCOMPARE(pixels, std::int64_t{size.width} * size.height); // tiles lie on a grid: none overlaps
        }
    }
}

void TestImagePyramid::tilesOfAnAreaAreThoseThatTouchIt()
{
    const PyramidLayout layout(cv::Size(5000, 3000));
    std::mt19937 random(2);
    for (int i = 0; i < 200; ++i) {
        const cv::Rect area(static_cast<int>(random() % 6000) - 500, static_cast<int>(random() % 4000) - 500,
                            static_cast<int>(random() % 2000), static_cast<int>(random() % 2000));
        const auto found = layout.tilesIn(0, area);
        std::size_t touching = 0;
        for (const TileKey &key : layout.tilesIn(0, cv::Rect(0, 0, 5000, 3000)))
            touching += !(layout.tileArea(key) & area).empty();
        QCOMPARE(found.size(), touching);
        for (const TileKey &key : found)
            QVERIFY(!(layout.tileArea(key) & area).empty());
    }
}

void TestImagePyramid::rowsAreThoseOfTheImage_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name :
         {"grey.png", "colour.png", "deep.png", "colour.jpg", "progressive.jpg", "turned.jpg", "grey.bmp", "deep.tif"})
        QTest::newRow(name) << name;
}

void TestImagePyramid::rowsAreThoseOfTheImage()
{
    QFETCH(QString, name);
    const fs::path path = file(qPrintable(name));
    const bool grey = name.startsWith("grey");
    const int type = name.startsWith("deep") ? CV_16UC1 : grey ? CV_8UC1 : CV_8UC3;
    const cv::Mat pixels = name.endsWith(".jpg") ? smoothImage({301, 217}, 3) : noiseImage({301, 217}, type, 5);
    if (name == "deep.tif")
        QVERIFY(writeTiff(path, pixels, {}));
    else if (name == "turned.jpg")
        writeBytes(path, withExif(encoded(pixels, ".jpg"), 6, false));
    else if (name == "progressive.jpg")
        writeBytes(path, encoded(pixels, ".jpg", {cv::IMWRITE_JPEG_PROGRESSIVE, 1}));
    else
        writeBytes(path, encoded(pixels, path.extension().string()));
    for (const int at : {1, 7, 64, 1000}) {
        auto rows = openRows(path);
        QVERIFY(rows);
        QVERIFY((*rows)->info() == *probeImage(path));
        QVERIFY(identical(rest(**rows, at), readWhole(path)));
        QVERIFY(!(*rows)->next(1)); // there is no more
    }
}

void TestImagePyramid::rowsNeedNotFitTheMemory()
{
    for (const char *name : {"large.png", "large.jpg"}) {
        writeBytes(file(name), encoded(smoothImage({600, 500}, 3), file(name).extension().string()));
        const ImageLimits limits{.maxDecodedBytes = 100'000};
        QVERIFY(!openImage(file(name), limits));
        auto rows = openRows(file(name), limits);
        QVERIFY2(rows, name);
        QVERIFY(identical(rest(**rows, 50), readWhole(file(name))));
        ImageLimits few;
        few.maxPixels = 1000;
        QVERIFY(!openRows(file(name), few));
    }
}

void TestImagePyramid::damagedRowsAreRefused()
{
    for (const char *name : {"cut.png", "cut.jpg"}) {
        const std::string whole = encoded(noiseImage({300, 300}, CV_8UC3, 3), file(name).extension().string());
        writeBytes(file(name), std::string_view(whole).substr(0, whole.size() * 2 / 3));
        auto rows = openRows(file(name));
        QVERIFY2(!rows || rest(**rows, 20).empty(), name);
    }
    QVERIFY(!openRows(file("missing.png")));
}

void TestImagePyramid::quickPictureIsAnEighth()
{
    const cv::Mat pixels = smoothImage({803, 405}, 3);
    writeBytes(file("quick.jpg"), encoded(pixels, ".jpg"));
    const cv::Mat quick = quickPicture(file("quick.jpg"), {}, {});
    QVERIFY(quick.size() == cv::Size(101, 51) && quick.type() == CV_8UC3);
    const cv::Scalar mean = cv::mean(pixels);
    QVERIFY(std::abs(cv::mean(quick)[1] - mean[1]) < 4.0);
    writeBytes(file("quick.png"), encoded(pixels, ".png"));
    QVERIFY(quickPicture(file("quick.png"), {}, {}).empty());
    QVERIFY(quickPicture(file("nothing.jpg"), {}, {}).empty());
}

void TestImagePyramid::pyramidEqualsTheSlowOne_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("ending");
    QTest::newRow("odd") << 2501 << 1335 << CV_8UC3 << ".png";
    QTest::newRow("deep") << 1100 << 3071 << CV_16UC1 << ".png";
    QTest::newRow("small") << 300 << 200 << CV_8UC1 << ".png";
    QTest::newRow("line") << 5000 << 1 << CV_8UC1 << ".png";
    QTest::newRow("by region") << 2051 << 1200 << CV_16UC3 << ".tif";
}

void TestImagePyramid::pyramidEqualsTheSlowOne()
{
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, type);
    QFETCH(QString, ending);
    cv::Mat level = noiseImage({width, height}, type, 9);
    const fs::path path = file(qPrintable("pyramid" + ending));
    if (ending == ".tif")
        QVERIFY(writeTiff(path, level, {.tile = {256, 256}}));
    else
        writeBytes(path, encoded(level, ".png"));
    const auto pyramid = built(path, PyramidCache(cacheFolder()));
    QVERIFY(pyramid && pyramid->complete());
    QCOMPARE(pyramid->lowestLevel(), ending == ".tif" ? 1 : 0);
    const PyramidLayout &layout = pyramid->layout();
    for (int i = 0; i < layout.top(); ++i) {
        QVERIFY(level.size() == layout.levelSize(i));
        for (const TileKey &key : layout.tilesIn(i, cv::Rect(cv::Point(), level.size()))) {
            QCOMPARE(pyramid->has(key), i >= pyramid->lowestLevel());
            if (pyramid->has(key))
                QVERIFY(identical(*pyramid->read(key), level(layout.tileArea(key))));
        }
        level = halved(level);
    }
    QVERIFY(identical(pyramid->top(), level));
}

void TestImagePyramid::whatIsWrittenIsOpened()
{
    writeBytes(file("a.png"), encoded(noiseImage({1500, 1200}, CV_16UC1, 4), ".png"));
    const PyramidCache cache(cacheFolder());
    const auto written = built(file("a.png"), cache);
    const auto opened = cache.find(file("a.png"));
    QVERIFY(written && opened && opened->complete());
    QVERIFY(opened->info() == written->info());
    QCOMPARE(opened->largestValue(), written->largestValue());
    QVERIFY(opened->largestValue() > 60000);
    QVERIFY(identical(opened->top(), written->top()));
    const TileKey last{0, 2, 2};
    QVERIFY(identical(*opened->read(last), *written->read(last)));
    QVERIFY(!opened->read({0, 3, 0}));
    QVERIFY(!opened->read({-1, 0, 0}));
}

void TestImagePyramid::cancelledLeavesNothing()
{
    writeBytes(file("b.png"), encoded(noiseImage({1500, 1200}, CV_8UC1, 4), ".png"));
    const PyramidCache cache(file("cancelled"));
    std::atomic<bool> cancelled = false;
    {
        auto rows = openRows(file("b.png"));
        auto pyramid = cache.create(file("b.png"), (*rows)->info());
        QVERIFY(pyramid);
        cancelled = true;
        const auto done = buildPyramid(**rows, **pyramid, JobContext(&cancelled, {}));
        QVERIFY(!done && done.error().code == ErrorCode::Cancelled);
        QVERIFY(!(*pyramid)->has({0, 0, 0}) && !(*pyramid)->read({0, 0, 0}));
        QVERIFY(!cache.find(file("b.png"))); // half a pyramid has no name
    }
    QVERIFY(fs::is_empty(file("cancelled")));
}

void TestImagePyramid::foreignFilesAreLeftAlone()
{
    fs::create_directories(cacheFolder());
    writeBytes(cacheFolder() / "notes.txt", "somebody's");
    writeBytes(cacheFolder() / "picture.pyramid", "somebody's");
    fs::create_directories(cacheFolder() / (std::string(64, 'a') + ".pyramid"));
    writeBytes(file("c.png"), encoded(noiseImage({1100, 800}, CV_8UC1, 4), ".png"));
    const std::int64_t one = PyramidFile::bytesOf({1100, 800, 1, 8, false}, LowestLevel::Image);
    QVERIFY(built(file("c.png"), PyramidCache(cacheFolder(), one)));
    QCOMPARE(readBytes(cacheFolder() / "notes.txt"), std::string("somebody's"));
    QCOMPARE(readBytes(cacheFolder() / "picture.pyramid"), std::string("somebody's"));
    QVERIFY(fs::is_directory(cacheFolder() / (std::string(64, 'a') + ".pyramid")));
}

void TestImagePyramid::damagedFilesAreNotShown()
{
    writeBytes(file("d.png"), encoded(noiseImage({1100, 1300}, CV_8UC3, 4), ".png"));
    const PyramidCache cache(file("damaged"));
    for (int damage = 0; damage < 4; ++damage) {
        QVERIFY(built(file("d.png"), cache));
        const fs::path kept = fs::directory_iterator(file("damaged"))->path();
        std::string bytes = readBytes(kept);
        if (damage == 0)
            bytes.pop_back();
        else if (damage == 1)
            bytes[20] = '9'; // another width
        else if (damage == 2)
            bytes.assign(100, 'x');
        else
            bytes.clear();
        writeBytes(kept, bytes);
        QVERIFY2(!cache.find(file("d.png")), qPrintable(QString::number(damage)));
    }
    QVERIFY(built(file("d.png"), cache) && cache.find(file("d.png"))); // it is made anew
}

void TestImagePyramid::anotherContentIsAnotherImage()
{
    const PyramidCache cache(cacheFolder());
    writeBytes(file("e.png"), encoded(noiseImage({1100, 900}, CV_8UC1, 1), ".png"));
    QVERIFY(built(file("e.png"), cache) && cache.find(file("e.png")));
    writeBytes(file("e.png"), encoded(noiseImage({1100, 901}, CV_8UC1, 2), ".png"));
    QVERIFY(!cache.find(file("e.png")));
    fs::remove(file("e.png"));
    QVERIFY(!cache.find(file("e.png")));
    QVERIFY(!cache.create(file("e.png"), {1100, 900, 1, 8, false}));
    QVERIFY(!PyramidCache({}).find(file("a.png")));
}

void TestImagePyramid::staysWithinItsBytes()
{
    const std::int64_t one = PyramidFile::bytesOf({1100, 900, 1, 8, false}, LowestLevel::Image);
    const PyramidCache cache(file("bounded"), 2 * one); // two and a new one never fit
    for (const char *name : {"f.png", "g.png", "h.png"})
        writeBytes(file(name), encoded(noiseImage({1100, 900}, CV_8UC1, static_cast<std::uint64_t>(name[0])), ".png"));
    QVERIFY(built(file("f.png"), cache));
    const fs::path first = fs::directory_iterator(file("bounded"))->path();
    QVERIFY(built(file("g.png"), cache));
    // As if the first had been made long ago, then the second: what was used last stays.
    for (const auto &entry : fs::directory_iterator(file("bounded")))
        fs::last_write_time(entry.path(),
                            fs::file_time_type::clock::now() - std::chrono::hours(entry.path() == first ? 20 : 10));
    QVERIFY(cache.find(file("f.png")));
    const auto evicted = cache.find(file("g.png"));
    QVERIFY(evicted);
    for (const auto &entry : fs::directory_iterator(file("bounded")))
        if (entry.path() != first)
            fs::last_write_time(entry.path(), fs::file_time_type::clock::now() - std::chrono::hours(10));
    QVERIFY(built(file("h.png"), cache));
    QVERIFY(cache.find(file("f.png")) && cache.find(file("h.png")) && !cache.find(file("g.png")));
    QVERIFY(evicted->read({0, 0, 0})); // whoever reads it goes on
}

void TestImagePyramid::withoutRoomThereIsNone()
{
    writeBytes(file("i.png"), encoded(noiseImage({1100, 900}, CV_8UC1, 1), ".png"));
    const ImageInfo info{1100, 900, 1, 8, false};
    const auto small = PyramidCache(file("small"), 1000).create(file("i.png"), info);
    QVERIFY(!small && small.error().code == ErrorCode::TooLarge);
    writeBytes(file("no-folder"), "a file");
    const auto blocked = PyramidCache(file("no-folder")).create(file("i.png"), info);
    QVERIFY(!blocked && blocked.error().code == ErrorCode::WriteFailed);
    QVERIFY(!PyramidCache({}).create(file("i.png"), info));
}

QTEST_GUILESS_MAIN(TestImagePyramid)
#include "tst_image_pyramid.moc"
