#include "core/image/image_source.h"
#include "core/image/map_writer.h"
#include "core/image/mask_file.h"
#include "core/image/png_file.h"
#include "tests/core/image/image_fixtures.h"

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <csignal>
#include <cstring>
#include <filesystem>
#include <limits>
#include <sys/resource.h>

using namespace patina;
using namespace patina::test;

using Container = MapWriterSettings::Container;
using Compression = MapWriterSettings::Compression;

class TestImageOutput : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void mapRoundTrip_data();
    void mapRoundTrip();
    void bigTiffWhereTheSizeDemandsIt();
    void rowsMustComeInOrderAndFit();
    void unfinishedMapLeavesNothing();
    void finishedMapReplacesTheOldOne();
    void fullDiskIsAnErrorAndLeavesNothing_data();
    void fullDiskIsAnErrorAndLeavesNothing();
    void missingFolderIsNamed();
    void mapsAreNotImages();

    void pngRoundTrip_data();
    void pngRoundTrip();
    void otherPixelsAreNoPng();

    void maskValues_data();
    void maskValues();
    void colourMaskTakesAnyChannel();
    void badMasksAreRefused();

private:
    std::filesystem::path path(const char *name) const { return m_dir->filePath(name).toStdString(); }
    qsizetype fileCount() const { return QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden).size(); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace {

cv::Mat noiseMap(cv::Size size)
{
    cv::Mat map(size, CV_32FC1);
    cv::RNG random(3);
    random.fill(map, cv::RNG::NORMAL, 0.5, 1.0);
    return map;
}

/// Bit for bit: NaN equals NaN.
bool sameBits(const cv::Mat &a, const cv::Mat &b)
{
    return a.size() == b.size() && a.type() == b.type() && a.isContinuous() && b.isContinuous() &&
           std::memcmp(a.data, b.data, a.total() * a.elemSize()) == 0;
}

Result<void> writeMap(const std::filesystem::path &path, const cv::Mat &map, int bandRows,
                      const MapWriterSettings &settings = {})
{
    auto writer = MapWriter::create(path, map.size(), settings);
    if (!writer)
        return failFrom(std::move(writer));
    for (int y = 0; y < map.rows; y += bandRows) {
        if (auto done = writer->writeRows(y, map.rowRange(y, std::min(map.rows, y + bandRows))); !done)
            return done;
    }
    return writer->finish();
}

} // namespace

void TestImageOutput::mapRoundTrip_data()
{
    QTest::addColumn<int>("container");
    QTest::addColumn<int>("compression");
    QTest::addColumn<int>("bandRows");
    for (const int bandRows : {1, 7, 1000}) {
        for (const Container container : {Container::Auto, Container::Big}) {
            for (const Compression compression : {Compression::None, Compression::Deflate})
                QTest::addRow("container %d compression %d bands of %d", int(container), int(compression), bandRows)
                    << int(container) << int(compression) << bandRows;
        }
    }
}

void TestImageOutput::mapRoundTrip()
{
    QFETCH(int, container);
    QFETCH(int, compression);
    QFETCH(int, bandRows);
    cv::Mat map = noiseMap({801, 203});
    map.at<float>(0, 0) = std::numeric_limits<float>::quiet_NaN();
    map.at<float>(202, 800) = std::numeric_limits<float>::infinity();
    const cv::Mat before = map.clone();
    const auto file = path("map.tif");
    const auto done =
        writeMap(file, map, bandRows, {"normalised score", Container(container), Compression(compression)});
    QVERIFY2(done, done ? "" : done.error().detail.c_str());
    QVERIFY(sameBits(map, before)); // the predictor works in place, but not on what it is given
    QVERIFY(sameBits(cv::imread(file.string(), cv::IMREAD_UNCHANGED), map));
    const std::string bytes = readBytes(file);
    QCOMPARE(int(bytes[2]), Container(container) == Container::Big ? 43 : 42);
    QVERIFY(bytes.find("normalised score") != std::string::npos);
    QCOMPARE(fileCount(), 1);
}

void TestImageOutput::bigTiffWhereTheSizeDemandsIt()
{
    QVERIFY(!mapNeedsBigTiff({30'000, 20'000}));
    QVERIFY(!mapNeedsBigTiff({32'000, 32'000}));
    QVERIFY(mapNeedsBigTiff({32'768, 32'768}));
    QVERIFY(mapNeedsBigTiff({200'000, 200'000}));
    const auto refused =
        MapWriter::create(path("map.tif"), {40'000, 40'000}, {"", Container::Classic, Compression::None});
    QVERIFY(!refused);
    QCOMPARE(int(refused.error().code), int(ErrorCode::TooLarge));
    auto large = MapWriter::create(path("map.tif"), {40'000, 40'000});
    QVERIFY(large.has_value());
}

void TestImageOutput::rowsMustComeInOrderAndFit()
{
    const cv::Mat map = noiseMap({20, 10});
    auto writer = MapWriter::create(path("map.tif"), map.size()).value();
    QCOMPARE(int(writer.writeRows(1, map.rowRange(1, 3)).error().code), int(ErrorCode::BadArgument));
    QCOMPARE(int(writer.writeRows(0, map.colRange(0, 19)).error().code), int(ErrorCode::ShapeMismatch));
    QCOMPARE(int(writer.writeRows(0, cv::Mat::zeros(2, 20, CV_64FC1)).error().code), int(ErrorCode::ShapeMismatch));
    QVERIFY(writer.writeRows(0, map.rowRange(0, 9)));
    QCOMPARE(int(writer.writeRows(9, map.rowRange(0, 2)).error().code), int(ErrorCode::ShapeMismatch));
    QCOMPARE(int(writer.finish().error().code), int(ErrorCode::ShapeMismatch));
    QVERIFY(writer.writeRows(9, map.rowRange(9, 10)));
    QVERIFY(writer.finish());
    QVERIFY(!writer.finish());
    QVERIFY(sameBits(cv::imread(path("map.tif").string(), cv::IMREAD_UNCHANGED), map));
    QCOMPARE(int(MapWriter::create(path("none.tif"), {0, 4}).error().code), int(ErrorCode::BadArgument));
}

void TestImageOutput::unfinishedMapLeavesNothing()
{
    {
        auto writer = MapWriter::create(path("map.tif"), {500, 500}).value();
        QVERIFY(writer.writeRows(0, cv::Mat::zeros(400, 500, CV_32FC1)));
        QCOMPARE(fileCount(), 1);
        QVERIFY(!std::filesystem::exists(path("map.tif")));
    }
    QCOMPARE(fileCount(), 0);
}

void TestImageOutput::finishedMapReplacesTheOldOne()
{
    writeBytes(path("map.tif"), "what was here before");
    const cv::Mat map = noiseMap({50, 50});
    auto writer = MapWriter::create(path("map.tif"), map.size()).value();
    QVERIFY(writer.writeRows(0, map));
    QCOMPARE(readBytes(path("map.tif")), std::string("what was here before"));
    QVERIFY(writer.finish());
    QVERIFY(sameBits(cv::imread(path("map.tif").string(), cv::IMREAD_UNCHANGED), map));
}

namespace {

/// Files of this process end at `bytes`, with an error and not with a signal: a disk that is full.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

} // namespace

void TestImageOutput::fullDiskIsAnErrorAndLeavesNothing_data()
{
    QTest::addColumn<int>("bytes");
    QTest::addColumn<int>("compression");
    for (const int bytes : {0, 4, 100, 40'000, 399'000, 400'100}) {
        QTest::addRow("%d bytes", bytes) << bytes << int(Compression::None);
        if (bytes < 300'000)
            QTest::addRow("%d bytes deflate", bytes) << bytes << int(Compression::Deflate);
    }
}

void TestImageOutput::fullDiskIsAnErrorAndLeavesNothing()
{
    QFETCH(int, bytes);
    QFETCH(int, compression);
    const cv::Mat map = noiseMap({1000, 100}); // 400,000 bytes, and the directory
    Result<void> done;
    {
        const FileSizeLimit limit{rlim_t(bytes)};
        done = writeMap(path("map.tif"), map, 10, {"", Container::Auto, Compression(compression)});
    }
    QVERIFY(!done);
    QCOMPARE(int(done.error().code), int(ErrorCode::WriteFailed));
    QVERIFY2(QString::fromStdString(done.error().detail).contains("map.tif"), done.error().detail.c_str());
    QCOMPARE(fileCount(), 0);
}

void TestImageOutput::missingFolderIsNamed()
{
    const auto done = writeMap(path("no such folder/map.tif"), noiseMap({4, 4}), 1);
    QVERIFY(!done);
    QCOMPARE(int(done.error().code), int(ErrorCode::WriteFailed));
    QVERIFY(done.error().detail.find("no such folder") != std::string::npos);
    QCOMPARE(int(writePng(path("no such folder/a.png"), cv::Mat::zeros(2, 2, CV_8UC1)).error().code),
             int(ErrorCode::WriteFailed));
}

void TestImageOutput::mapsAreNotImages()
{
    QVERIFY(writeMap(path("map.tif"), noiseMap({9, 9}), 2));
    const auto opened = openImage(path("map.tif"));
    QVERIFY(!opened);
    QCOMPARE(int(opened.error().code), int(ErrorCode::Unsupported));
}

void TestImageOutput::pngRoundTrip_data()
{
    QTest::addColumn<int>("type");
    for (const int type : {CV_8UC1, CV_8UC3, CV_16UC1, CV_16UC3})
        QTest::addRow("%d", type) << type;
}

void TestImageOutput::pngRoundTrip()
{
    QFETCH(int, type);
    const cv::Mat pixels = noiseImage({33, 21}, type, 6);
    QVERIFY(writePng(path("a.png"), pixels));
    QVERIFY(identical(readWhole(path("a.png")), pixels));
    QCOMPARE(fileCount(), 1);
}

void TestImageOutput::otherPixelsAreNoPng()
{
    for (const cv::Mat &pixels : {cv::Mat(), cv::Mat(3, 3, CV_32FC1), cv::Mat(3, 3, CV_8UC2)})
        QCOMPARE(int(writePng(path("a.png"), pixels).error().code), int(ErrorCode::BadArgument));
    QCOMPARE(fileCount(), 0);
}

void TestImageOutput::maskValues_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<int>("type");
    for (const char *suffix : {".png", ".bmp", ".tif"}) {
        QTest::addRow("%s mono", suffix) << suffix << CV_8UC1;
        QTest::addRow("%s colour", suffix) << suffix << CV_8UC3;
    }
    QTest::addRow("png 16") << ".png" << CV_16UC1;
}

void TestImageOutput::maskValues()
{
    QFETCH(QString, suffix);
    QFETCH(int, type);
    cv::Mat pixels = cv::Mat::zeros(700, 15, type);
    cv::Mat expected = cv::Mat::zeros(700, 15, CV_8UC1);
    const int values[] = {1, 2, 127, 128, 254, 255};
    for (int i = 0; i < 6; ++i) {
        pixels(cv::Rect(i * 2, 100 * i, 3, 50)) = cv::Scalar::all(values[i]);
        expected(cv::Rect(i * 2, 100 * i, 3, 50)) = 255;
    }
    writeBytes(path("mask"), encoded(pixels, suffix.toStdString()));
    QVERIFY(identical(readGreyMask(path("mask")).value(), expected));
}

void TestImageOutput::colourMaskTakesAnyChannel()
{
    const cv::Mat pixels =
        (cv::Mat_<cv::Vec3b>(1, 4) << cv::Vec3b(0, 0, 0), cv::Vec3b(1, 0, 0), cv::Vec3b(0, 9, 0), cv::Vec3b(0, 0, 255));
    QVERIFY(writePng(path("mask.png"), pixels));
    const cv::Mat expected = (cv::Mat_<uchar>(1, 4) << 0, 255, 255, 255);
    QVERIFY(identical(readGreyMask(path("mask.png")).value(), expected));
}

void TestImageOutput::badMasksAreRefused()
{
    QCOMPARE(int(readGreyMask(path("none.png")).error().code), int(ErrorCode::NotFound));
    writeBytes(path("text.png"), "not a mask");
    QCOMPARE(int(readGreyMask(path("text.png")).error().code), int(ErrorCode::BadFormat));
    QVERIFY(writeTiff(path("a.tif"), cv::Mat::zeros(40, 40, CV_8UC1), {}));
    ImageLimits limits;
    limits.maxDecodedBytes = 1599;
    QCOMPARE(int(readGreyMask(path("a.tif"), limits).error().code), int(ErrorCode::TooLarge));
    limits.maxDecodedBytes = 1600;
    QVERIFY(readGreyMask(path("a.tif"), limits).has_value());
}

QTEST_APPLESS_MAIN(TestImageOutput)
#include "tst_image_output.moc"
