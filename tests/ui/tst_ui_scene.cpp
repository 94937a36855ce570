#include "core/image/pyramid_builder.h"
#include "tests/support/fake_engine.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/minimap.h"
#include "ui/jobs/image_opening.h"
#include "ui/jobs/mask_outlines.h"
#include "ui/panels/tone_bar.h"

#include <QFile>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <atomic>
#include <cmath>
#include <random>
#include <thread>

using namespace patina;

/// Large images from memory and from the disk, outlines by the thousand, the corner map, window and level.
class TestUiScene : public QObject
{
    Q_OBJECT
private slots:
    void tiledImageIsPixelExact();
    void diskLooksLikeMemory_data();
    void diskLooksLikeMemory();
    void twoCanvasesReadOneImage();
    void growsWhileItIsShown();
    void quickPictureComesFirst();
    void withoutACacheItIsHeldInMemory();
    void valuesComeFromTheDisk();
    void memoryStaysBounded();
    void failedTilesAreNotAskedForAgain();
    void heatPeaksAreSeenFromAfar();
    void toneIsMonotoneAndEndsAtItsWindow();
    void autoToneLeavesItsShare();
    void toneChangesThePicture();
    void toneBarMovesItsHandles();
    void outlinesAreDrawnFineAndThin();
    void thousandsOfOutlinesArePaintedBeside();
    void outlinesOutOfViewAreNotDrawn();
    void selectedOutlinesAreOnTop();
    void layersHaveTheirOwnSwitches();
    void maskOutlinesFollowTheMask();
    void hugeMasksAreTracedCoarser();
    void minimapMovesTheView();
    void minimapHidesWhileTheImageFits();
    void spaceTapsAndDrags();
    void followShowsTheSamePlace();

private:
    std::filesystem::path file(const QString &name) const { return m_folder.filePath(name).toStdString(); }
    OpenedImage opened(const std::filesystem::path &path, qint64 mostInMemory) const;
    std::shared_ptr<const DisplayImage> onDisk(const cv::Mat &pixels, const QString &name) const;

    QTemporaryDir m_folder;
    PyramidCache m_cache{m_folder.filePath("cache").toStdString()};
};

namespace {

cv::Mat noise(cv::Size size, int type)
{
    cv::Mat mat(size, type);
    cv::RNG rng(7);
    rng.fill(mat, cv::RNG::UNIFORM, 0, mat.depth() == CV_8U ? 256 : 65536);
    return mat;
}

std::shared_ptr<const DisplayImage> inMemory(const cv::Mat &pixels)
{
    const auto source = imageFromMat(pixels);
    return *DisplayImage::load(*source, {});
}

void grow(const std::shared_ptr<PyramidWork> &work)
{
    QVERIFY(growPyramid(*work, {}));
}

QImage settled(Canvas &canvas)
{
    canvas.grab();
    [&canvas] { QTRY_VERIFY(canvas.grab().width() > 0 && canvas.settled()); }();
    return canvas.grab().toImage();
}

CanvasMark squareMark(double x, double y, double side, const QColor &colour, bool selected = false)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QRectF(x, y, side, side)));
    return {path, colour, selected};
}

int countOf(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y) == colour;
    return count;
}

QImage drawn(MarkLayer &layer, const ViewTransform &view, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::gray);
    QPainter painter(&image);
    layer.paint(painter, view, 1.0);
    return image;
}

ViewTransform viewOf(QSize image, QSize viewport)
{
    ViewTransform view;
    view.setImageSize(image);
    view.setViewport(viewport);
    view.fit();
    return view;
}

} // namespace

OpenedImage TestUiScene::opened(const std::filesystem::path &path, qint64 mostInMemory) const
{
    const auto engine = testing::createFakeEngine(std::make_shared<testing::FakeBehaviour>());
    return openToShow(*engine, path, m_cache, {}, mostInMemory).value_or(OpenedImage{});
}

std::shared_ptr<const DisplayImage> TestUiScene::onDisk(const cv::Mat &pixels, const QString &name) const
{
    cv::imwrite(file(name).string(), pixels);
    const OpenedImage image = opened(file(name), 0);
    if (image.work)
        grow(image.work);
    return image.image;
}

void TestUiScene::tiledImageIsPixelExact()
{
    const cv::Mat pixels = noise({3000, 2500}, CV_8UC1);
    Canvas canvas;
    canvas.resize(700, 600);
    canvas.show();
    canvas.setImage(inMemory(pixels));
    for (const double zoom : {1.0, 2.0, 4.0}) {
        canvas.showOneToOne();
        canvas.centreOn({1024.0 * zoom / 2.0, 1030.0}); // corners of tiles in view
        while (canvas.view().scale() < zoom)
            canvas.zoomIn();
        const int side = static_cast<int>(std::lround(canvas.view().scale()));
        if (std::abs(canvas.view().scale() - side) > 1e-9)
            continue;
        const QImage shown = settled(canvas);
        for (int y = 0; y < shown.height(); y += 13)
            for (int x = 0; x < shown.width(); x += 11) {
                const QPointF at = canvas.view().toImage(QPointF(x + 0.5, y + 0.5));
                QCOMPARE(qGray(shown.pixel(x, y)),
                         static_cast<int>(pixels.at<uchar>(static_cast<int>(at.y()), static_cast<int>(at.x()))));
            }
    }
}

void TestUiScene::diskLooksLikeMemory_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("name");
    QTest::newRow("grey") << CV_8UC1 << "a.png";
    QTest::newRow("colour") << CV_8UC3 << "b.png";
    QTest::newRow("deep") << CV_16UC1 << "c.png";
    QTest::newRow("by region") << CV_16UC1 << "d.tif";
}

void TestUiScene::diskLooksLikeMemory()
{
    QFETCH(int, type);
    QFETCH(QString, name);
    const cv::Mat pixels = noise({2600, 1900}, type);
    Canvas fromDisk;
    Canvas fromMemory;
    const auto disk = onDisk(pixels, name);
    QVERIFY(disk && !disk->tile({0, 0, 0})); // not held
    fromDisk.setImage(disk);
    fromMemory.setImage(inMemory(pixels));
    for (Canvas *canvas : {&fromDisk, &fromMemory}) {
        canvas->resize(500, 400);
        canvas->show();
    }
    for (int step = 0; step < 8; ++step) {
        QCOMPARE(settled(fromDisk), settled(fromMemory));
        for (Canvas *canvas : {&fromDisk, &fromMemory}) {
            canvas->zoomIn();
            canvas->centreOn({400.0 + 200 * step, 900});
        }
    }
    fromDisk.setImage(opened(file(name), 0).image); // the second time it is there at once
    fromMemory.setImage(inMemory(pixels));
    QCOMPARE(settled(fromDisk), settled(fromMemory));
}

/// As two canvases side by side do, each from a thread of its own.
void TestUiScene::twoCanvasesReadOneImage()
{
    const cv::Mat pixels = noise({2600, 1900}, CV_16UC1);
    const auto image = onDisk(pixels, "shared.tif");
    QVERIFY(image);
    const PyramidLayout &layout = image->layout();
    const auto tiles = layout.tilesIn(0, cv::Rect({0, 0}, pixels.size()));
    std::atomic<int> wrong{0};
    const auto readAll = [&](std::size_t first) {
        for (std::size_t i = 0; i < 10 * tiles.size(); ++i) {
            const TileKey &key = tiles[(first + i) % tiles.size()];
            const auto tile = image->load(key);
            wrong += !tile || cv::norm(*tile, pixels(layout.tileArea(key)), cv::NORM_INF) > 0.0;
        }
    };
    {
        const std::jthread one([&] { readAll(0); });
        const std::jthread other([&] { readAll(tiles.size() / 2); });
    }
    QVERIFY(tiles.size() > 1);
    QCOMPARE(wrong.load(), 0);
}

void TestUiScene::growsWhileItIsShown()
{
    cv::imwrite(file("grows.png").string(), noise({2600, 1900}, CV_8UC1));
    const OpenedImage image = opened(file("grows.png"), 0);
    QVERIFY(image.work && image.image->growing());
    Canvas canvas;
    canvas.resize(500, 400);
    canvas.show();
    canvas.setImage(image.image);
    canvas.grab(); // nothing is there yet: nothing is waited for
    QVERIFY(!canvas.settled());
    grow(image.work);
    const QImage shown = settled(canvas);
    Canvas other;
    other.resize(500, 400);
    other.show();
    other.setImage(inMemory(noise({2600, 1900}, CV_8UC1)));
    QCOMPARE(shown, settled(other));
}

void TestUiScene::quickPictureComesFirst()
{
    cv::imwrite(file("quick.jpg").string(), cv::Mat(1900, 2600, CV_8UC3, cv::Scalar(30, 60, 200)));
    const OpenedImage image = opened(file("quick.jpg"), 0);
    QVERIFY(image.work);
    Canvas canvas;
    canvas.resize(500, 400);
    canvas.show();
    canvas.setImage(image.image);
    canvas.grab();
    QVERIFY(image.image->quick().empty());
    image.work->quick->set(quickPicture(file("quick.jpg"), {}, {}));
    const QColor middle = canvas.grab().toImage().pixelColor(250, 200);
    QVERIFY(std::abs(middle.red() - 200) < 8 && std::abs(middle.blue() - 30) < 8); // before a row of it was decoded
    image.work->quick->set({});
    grow(image.work);
    QCOMPARE(image.image->quick().cols, 2600 / 8); // comes while the pyramid grows
}

void TestUiScene::withoutACacheItIsHeldInMemory()
{
    cv::imwrite(file("held.png").string(), noise({1500, 1200}, CV_8UC1));
    const auto engine = testing::createFakeEngine(std::make_shared<testing::FakeBehaviour>());
    for (const PyramidCache &cache :
         {PyramidCache({}), PyramidCache("/proc/no-folder"), PyramidCache(file("small"), 10)}) {
        const auto image = openToShow(*engine, file("held.png"), cache, {}, 0);
        QVERIFY(image && image->image && !image->work);
        QVERIFY(image->image->tile({0, 1, 1}));
    }
    QVERIFY(!openToShow(*engine, file("missing.png"), m_cache, {}));
}

void TestUiScene::valuesComeFromTheDisk()
{
    const cv::Mat pixels = noise({2600, 1900}, CV_16UC1);
    Canvas canvas;
    canvas.resize(500, 400);
    canvas.show();
    canvas.setImage(onDisk(pixels, "values.png"));
    canvas.setMmPerPixel(0.01);
    std::optional<CursorInfo> told;
    connect(&canvas, &Canvas::cursorMoved, this, [&told](const CursorInfo &info) { told = info; });
    for (const QPoint at : {QPoint(100, 100), QPoint(300, 220), QPoint(420, 180)}) {
        told.reset();
        QTest::mouseMove(&canvas, at); // seen from afar: the pixel itself is not in memory
        QTRY_VERIFY(told && told->value);
        QCOMPARE(told->value->values[0], static_cast<int>(pixels.at<ushort>(told->pixel.y(), told->pixel.x())));
        QCOMPARE(*told->mmPerPixel, 0.01);
    }
}

void TestUiScene::memoryStaysBounded()
{
    const auto image = onDisk(noise({6000, 5000}, CV_8UC1), "bounded.png");
    constexpr qint64 most = 12 << 20;
    Scene scene(nullptr, most);
    scene.setImage(image);
    ViewTransform view = viewOf({6000, 5000}, {600, 500});
    view.setScaleAt({}, 1.0);
    QImage frame(600, 500, QImage::Format_RGB32);
    for (int step = 0; step < 40; ++step) {
        view.centreOn({300.0 + 140 * step, 300.0 + 110 * step});
        QPainter painter(&frame);
        scene.paint(painter, view);
        painter.end();
        QTRY_VERIFY([&] {
            QPainter again(&frame);
            scene.paint(again, view);
            return scene.settled();
        }());
        QVERIFY2(scene.memoryBytes() <= most + (4 << 20), qPrintable(QString::number(scene.memoryBytes())));
    }
}

void TestUiScene::failedTilesAreNotAskedForAgain()
{
    cv::imwrite(file("gone.tif").string(), noise({2600, 1900}, CV_8UC1));
    const auto whole = opened(file("gone.tif"), 0);
    grow(whole.work);
    QFile image(m_folder.filePath("gone.tif"));
    QVERIFY(image.resize(2000)); // its pixels are gone while it is shown
    TileFeed feed;
    feed.setImage(whole.image);
    QSignalSpy loaded(&feed, &TileFeed::loaded);
    feed.want({{0, 3, 3}});
    QTRY_COMPARE(loaded.size(), 1);
    feed.want({{0, 3, 3}});
    QVERIFY(!feed.running());
}

void TestUiScene::heatPeaksAreSeenFromAfar()
{
    cv::Mat map = cv::Mat::zeros(1500, 2000, CV_32FC1);
    map.at<float>(777, 1234) = 2.0F;
    const auto heat = *HeatLayer::create(map, {3000, 2250}, {}); // the map is smaller than the image
    Canvas canvas;
    canvas.resize(400, 300);
    canvas.show();
    canvas.setImage(inMemory(cv::Mat(2250, 3000, CV_8UC1, cv::Scalar(0))));
    canvas.setHeatStyle({ColourMap::Turbo, 1.0, 0.5, 2.0});
    canvas.setHeat(heat);
    for (int step = 0; step < 6; ++step) {
        const QImage shown = settled(canvas);
        int coloured = 0;
        for (int y = 0; y < shown.height(); ++y)
            for (int x = 0; x < shown.width(); ++x)
                coloured += qRed(shown.pixel(x, y)) > 40 && qGreen(shown.pixel(x, y)) < 40;
        QVERIFY2(coloured > 0, qPrintable(QString::number(canvas.view().scale())));
        canvas.zoomIn();
        canvas.centreOn({1234 * 1.5, 777 * 1.5});
    }
}

void TestUiScene::toneIsMonotoneAndEndsAtItsWindow()
{
    std::mt19937 random(3);
    for (int i = 0; i < 20; ++i) {
        const int black = static_cast<int>(random() % 60000);
        const ToneWindow window{black, black + 1 + static_cast<int>(random() % 5000)};
        const ToneTable table(window);
        QCOMPARE(static_cast<int>(table[window.black]), 0);
        QCOMPARE(static_cast<int>(table[window.white]), 255);
        for (int value = 1; value < 65536; ++value)
            QVERIFY(table[value] >= table[value - 1]);
    }
    const cv::Mat pixels = noise({40, 30}, CV_8UC3);
    QCOMPARE(cv::norm(ToneTable(usualTone(8, 255)).applied(pixels), pixels, cv::NORM_INF), 0.0);
}

void TestUiScene::autoToneLeavesItsShare()
{
    const cv::Mat pixels = noise({400, 500}, CV_16UC1);
    for (const double share : {0.0, 0.01, 0.1, 0.4}) {
        const ToneWindow tone = toneByShare(pixels, share);
        const double all = static_cast<double>(pixels.total());
        QVERIFY(cv::countNonZero(pixels < tone.black) <= share * all + 1);
        QVERIFY(cv::countNonZero(pixels > tone.white) <= share * all + 1);
        QVERIFY(cv::countNonZero(pixels <= tone.black) >= share * all);
    }
    const ToneWindow flat = toneByShare(cv::Mat(9, 9, CV_8UC1, cv::Scalar(77)), 0.005);
    QVERIFY(flat.black < flat.white); // an even image has a window, too
    QVERIFY(toneByShare({}, 0.1) == ToneWindow{});
    double all = 0.0;
    for (const double part : valueHistogram(pixels, 100, 65535))
        all += part;
    QCOMPARE(all, static_cast<double>(pixels.total()));
}

void TestUiScene::toneChangesThePicture()
{
    Canvas canvas;
    canvas.resize(300, 200);
    canvas.show();
    canvas.setImage(inMemory(cv::Mat(2000, 3000, CV_8UC1, cv::Scalar(100))));
    QCOMPARE(qGray(settled(canvas).pixel(150, 100)), 100);
    canvas.setTone(ToneWindow{90, 110});
    QCOMPARE(qGray(settled(canvas).pixel(150, 100)), 128);
    canvas.setTone(std::nullopt);
    QCOMPARE(qGray(settled(canvas).pixel(150, 100)), 100);
}

void TestUiScene::toneBarMovesItsHandles()
{
    ToneBar bar;
    bar.resize(420, 40);
    bar.show();
    bar.setHistogram(std::vector<double>(100, 1.0), 1023);
    bar.setTone({100, 900});
    QSignalSpy moved(&bar, &ToneBar::moved);
    QTest::mousePress(&bar, Qt::LeftButton, {}, {bar.xOf(110), 10});
    QTest::mouseMove(&bar, {bar.xOf(1000), 10}); // past the other one: it stops before it
    QTest::mouseRelease(&bar, Qt::LeftButton, {}, {bar.xOf(1000), 10});
    QVERIFY(bar.tone() == (ToneWindow{899, 900}));
    QTest::mouseClick(&bar, Qt::LeftButton, {}, {bar.xOf(1023), 10});
    QCOMPARE(bar.tone().white, 1023);
    QVERIFY(moved.size() >= 2);
}

void TestUiScene::outlinesAreDrawnFineAndThin()
{
    const ViewTransform view = viewOf({4000, 4000}, {400, 400});
    for (const int count : {10, 4000}) {
        std::vector<CanvasMark> marks;
        for (int i = 0; i < count; ++i)
            marks.push_back(squareMark(20.0 + 60 * (i % 64), 20.0 + 60 * (i / 64), i % 2 == 0 ? 40 : 2, Qt::red));
        MarkLayer layer;
        layer.set(marks);
        const QImage image = drawn(layer, view, {400, 400});
        for (int i = 0; i < count; ++i) { // each is seen, the specks too
            const QPointF at = view.toView(marks[static_cast<std::size_t>(i)].outline.boundingRect().center());
            int red = 0;
            for (int dy = -4; dy <= 4; ++dy)
                for (int dx = -4; dx <= 4; ++dx)
                    if (image.valid(at.toPoint() + QPoint(dx, dy)))
                        red = std::max(red, QColor(image.pixel(at.toPoint() + QPoint(dx, dy))).saturation());
            QVERIFY2(red > 60, qPrintable(QString::number(i)));
        }
    }
}

void TestUiScene::thousandsOfOutlinesArePaintedBeside()
{
    ViewTransform view = viewOf({8000, 8000}, {400, 400});
    view.setScaleAt({200, 200}, 0.1);
    std::vector<CanvasMark> marks;
    for (int i = 0; i < 6000; ++i)
        marks.push_back(squareMark(20.0 + 100 * (i % 78), 20.0 + 100 * (i / 78), 70, Qt::red));
    const MarkShapes shapes(marks);
    const QRect inner(2, 2, 396, 396); // what is just out of view leaves an edge in it, in the larger picture only
    const auto expected = [&] {
        QImage image(400, 400, QImage::Format_RGB32);
        image.fill(Qt::gray);
        QPainter painter(&image);
        shapes.paint(painter, view, 1.0, {});
        return image.copy(inner);
    };
    MarkLayer layer;
    layer.set(marks);
    QCOMPARE(countOf(drawn(layer, view, {400, 400}), Qt::gray), 400 * 400); // nobody waits for them
    QVERIFY(!layer.settled());
    const auto settles = [&] {
        QTRY_VERIFY((drawn(layer, view, {400, 400}), layer.settled()));
        QCOMPARE(drawn(layer, view, {400, 400}).copy(inner), expected());
    };
    settles();
    view.pan({-30, 20}); // within what is painted already
    QCOMPARE(drawn(layer, view, {400, 400}).copy(inner), expected());
    QVERIFY(layer.settled());
    view.pan({-300, 200});
    settles();
    view.setScaleAt({200, 200}, 0.11);
    QVERIFY(countOf(drawn(layer, view, {400, 400}), Qt::red) > 1000); // what was there stands in
    QVERIFY(!layer.settled());
    settles();
    layer.set({});
    QCOMPARE(countOf(drawn(layer, view, {400, 400}), Qt::gray), 400 * 400);
}

void TestUiScene::outlinesOutOfViewAreNotDrawn()
{
    ViewTransform view = viewOf({4000, 4000}, {400, 400});
    view.setScaleAt({}, 4.0);
    view.centreOn({2000, 2000});
    MarkLayer layer;
    std::vector<CanvasMark> marks;
    for (int i = 0; i < 2000; ++i)
        marks.push_back(squareMark(i % 1000, i / 1000, 3, Qt::red));
    layer.set(marks);
    QCOMPARE(countOf(drawn(layer, view, {400, 400}), Qt::gray), 400 * 400);
    marks.push_back(squareMark(0, 0, 4000, Qt::red)); // around all of the view
    layer.set(marks);
    QCOMPARE(countOf(drawn(layer, view, {400, 400}), Qt::gray), 400 * 400);
    layer.set({});
    QCOMPARE(countOf(drawn(layer, view, {400, 400}), Qt::gray), 400 * 400);
}

void TestUiScene::selectedOutlinesAreOnTop()
{
    const ViewTransform view = viewOf({400, 400}, {400, 400});
    MarkLayer layer;
    layer.set({squareMark(100, 100, 200, Qt::green, true), squareMark(100, 100, 200, Qt::red)});
    const QImage image = drawn(layer, view, {400, 400});
    QCOMPARE(image.pixelColor(200, 100), QColor(Qt::green));
}

void TestUiScene::layersHaveTheirOwnSwitches()
{
    Canvas canvas;
    canvas.resize(300, 200);
    canvas.show();
    canvas.setImage(inMemory(cv::Mat(200, 300, CV_8UC1, cv::Scalar(100))));
    const QImage plain = settled(canvas);
    canvas.setLabels({squareMark(20, 20, 50, Qt::red)});
    canvas.setGroundTruth({squareMark(120, 20, 50, Qt::blue)});
    canvas.setMarks({squareMark(220, 20, 50, Qt::white)});
    QVERIFY(canvas.grab().toImage() != plain);
    canvas.setLabelsVisible(false);
    canvas.setOutlinesVisible(false);
    QCOMPARE(countOf(canvas.grab().toImage(), Qt::red), 0);
    canvas.setGroundTruthVisible(false);
    QCOMPARE(canvas.grab().toImage(), plain);
    canvas.setLabelsVisible(true);
    QVERIFY(canvas.grab().toImage() != plain);
    canvas.setImage(inMemory(cv::Mat(200, 300, CV_8UC1, cv::Scalar(100))));
    QCOMPARE(settled(canvas), plain); // they are gone with their image
}

void TestUiScene::maskOutlinesFollowTheMask()
{
    cv::Mat mask = cv::Mat::zeros(400, 600, CV_8UC1);
    mask(cv::Rect(50, 60, 200, 100)).setTo(255);
    mask(cv::Rect(100, 90, 20, 20)).setTo(0); // a hole
    mask(cv::Rect(500, 300, 1, 1)).setTo(255);
    const auto marks = maskOutlines({{RunMask::ofMat(mask), Qt::red}, {RunMask({600, 400}), Qt::red}}, {});
    QVERIFY(marks);
    QCOMPARE(marks->size(), std::size_t{1}); // nothing is drawn of an empty mask
    QVERIFY(QRectF(50, 60, 451, 241).contains(marks->front().outline.boundingRect()));
    QCOMPARE(marks->front().outline.toSubpathPolygons().size(), 3);
    const std::atomic<bool> cancelled = true;
    QVERIFY(!maskOutlines({{RunMask::ofMat(mask), Qt::red}}, JobContext(&cancelled, {})));
}

void TestUiScene::hugeMasksAreTracedCoarser()
{
    std::vector<MaskRun> runs;
    for (int row = 100; row < 20100; ++row)
        runs.push_back({row, 200, 29000});
    const auto mask = RunMask::create({30000, 30000}, runs);
    const auto marks = maskOutlines({{*mask, Qt::red}}, {});
    QVERIFY(marks && marks->size() == 1);
    const QRectF box = marks->front().outline.boundingRect();
    QVERIFY(std::abs(box.left() - 200) < 16 && std::abs(box.bottom() - 20100) < 16);
}

void TestUiScene::minimapMovesTheView()
{
    Canvas canvas;
    auto *map = new Minimap(&canvas);
    canvas.resize(600, 400);
    canvas.show();
    canvas.setImage(inMemory(noise({3000, 2000}, CV_8UC1)));
    canvas.showOneToOne();
    QTRY_VERIFY(map->isVisible());
    QVERIFY(canvas.rect().contains(map->geometry()));
    const auto middleOf = [&canvas] { return QRectF(canvas.visibleArea()).center(); };
    QTest::mousePress(map, Qt::LeftButton, {}, {map->width() / 4, map->height() / 4});
    QVERIFY(std::abs(middleOf().x() - 750) < 30 && std::abs(middleOf().y() - 500) < 30);
    QTest::mouseMove(map, {map->width() * 3 / 4, map->height() * 3 / 4});
    QVERIFY(std::abs(middleOf().x() - 2250) < 30 && std::abs(middleOf().y() - 1500) < 30);
    QTest::mouseRelease(map, Qt::LeftButton, {}, {map->width() * 3 / 4, map->height() * 3 / 4});
    QVERIFY(QRectF(map->rect()).contains(map->frame()));
    QVERIFY(std::abs(map->frame().center().x() - map->width() * 0.75) < 3);
}

void TestUiScene::minimapHidesWhileTheImageFits()
{
    Canvas canvas;
    auto *map = new Minimap(&canvas);
    canvas.resize(600, 400);
    canvas.show();
    QVERIFY(!map->isVisible());
    canvas.setImage(inMemory(noise({3000, 2000}, CV_8UC1)));
    QVERIFY(!map->isVisible());
    canvas.showOneToOne();
    QVERIFY(map->isVisible());
    map->setWanted(false);
    QVERIFY(!map->isVisible());
    map->setWanted(true);
    QVERIFY(map->isVisible());
    canvas.setMessage("gone");
    QVERIFY(!map->isVisible());
}

void TestUiScene::spaceTapsAndDrags()
{
    Canvas canvas;
    canvas.resize(600, 400);
    canvas.show();
    canvas.setImage(inMemory(noise({3000, 2000}, CV_8UC1)));
    canvas.showOneToOne();
    QSignalSpy tapped(&canvas, &Canvas::spaceTapped);
    QSignalSpy clicked(&canvas, &Canvas::clicked);
    QTest::keyClick(&canvas, Qt::Key_Space);
    QCOMPARE(tapped.size(), 1);
    const QPointF before = canvas.view().offset();
    QTest::keyPress(&canvas, Qt::Key_Space);
    QTest::mousePress(&canvas, Qt::LeftButton, {}, {300, 200});
    QTest::mouseMove(&canvas, {270, 230});
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {270, 230});
    QTest::keyRelease(&canvas, Qt::Key_Space);
    QCOMPARE(canvas.view().offset() - before, QPointF(-30, 30) * canvas.devicePixelRatioF());
    QCOMPARE(tapped.size(), 1); // it was for dragging
    QCOMPARE(clicked.size(), 0);
    QTest::keyClick(&canvas, Qt::Key_Space);
    QCOMPARE(tapped.size(), 2);
}

void TestUiScene::followShowsTheSamePlace()
{
    Canvas leader;
    Canvas follower;
    for (Canvas *canvas : {&leader, &follower}) {
        canvas->resize(400, 300);
        canvas->show();
        canvas->setImage(inMemory(noise({3000, 2000}, CV_8UC1)));
    }
    leader.showOneToOne();
    leader.centreOn({100, 100});
    follower.follow(leader.view().scale(), leader.view().offset());
    QCOMPARE(follower.visibleArea(), leader.visibleArea());
    QCOMPARE(settled(follower), settled(leader));
}

QTEST_MAIN(TestUiScene)
#include "tst_ui_scene.moc"
