#include "ui/canvas/canvas.h"
#include "ui/canvas/legend_bar.h"
#include "ui/canvas/mat_image.h"
#include "ui/canvas/scene_picture.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <limits>

using namespace patina;

class TestUiCanvas : public QObject
{
    Q_OBJECT
private slots:
    void toViewAndBackIsIdentity();
    void zoomKeepsThePointUnderTheCursor();
    void fitShowsTheWholeImage();
    void panningNeverLosesTheImage();
    void visibleAreaCoversTheViewport();
    void scaleStaysInItsLimits();
    void matAndImageRoundTrip();
    void imageViewSharesPixelsAndKeepsThem();
    void loadedImageHasValuesOfTheFile();
    void loadReducesHugeImages();
    void loadCanBeCancelled();
    void sixteenBitsAreShownInFullRange();
    void levelsSuitTheZoom();
    void thumbnailFitsItsBox_data();
    void thumbnailFitsItsBox();
    void heatKeepsPeaksAtEveryLevel();
    void heatColoursFollowTheScale();
    void heatMapsAreasBetweenLevels();
    void heatRefusesForeignMaps();
    void wheelZoomsAtTheCursor();
    void dragPans();
    void oneToOneIsPixelExact();
    void resizeKeepsTheFit();
    void sameSizeKeepsTheView();
    void areasUnderTheMinimapAreBroughtIntoView();
    void cursorTellsValueAndScore();
    void heatmapIsDrawnAndHidden();
    void legendIsASlider();
};

namespace {

std::shared_ptr<const DisplayImage> displayed(const cv::Mat &pixels)
{
    const auto source = imageFromMat(pixels);
    return *DisplayImage::load(*source, {});
}

cv::Mat noise(int rows, int columns, int type = CV_8UC1)
{
    cv::Mat mat(rows, columns, type);
    cv::RNG rng(7);
    rng.fill(mat, cv::RNG::UNIFORM, 0, mat.depth() == CV_8U ? 256 : 4096);
    return mat;
}

std::shared_ptr<const HeatLayer> heatOf(const cv::Mat &map, QSize imageSize)
{
    return *HeatLayer::create(map, imageSize, {});
}

ViewTransform randomView(QRandomGenerator &random)
{
    ViewTransform view;
    view.setImageSize({random.bounded(1, 20000), random.bounded(1, 20000)});
    view.setViewport({random.bounded(50, 4000), random.bounded(50, 3000)});
    view.fit();
    return view;
}

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

void wheel(QWidget &widget, QPointF at, int notches)
{
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace

void TestUiCanvas::toViewAndBackIsIdentity()
{
    QRandomGenerator random(1);
    for (int i = 0; i < 500; ++i) {
        ViewTransform view = randomView(random);
        view.zoomAt({10, 20}, random.generateDouble() * 8);
        const QPointF p(random.bounded(20000.0), random.bounded(20000.0));
        QVERIFY(distance(view.toImage(view.toView(p)), p) < 1e-6);
    }
}

void TestUiCanvas::zoomKeepsThePointUnderTheCursor()
{
    QRandomGenerator random(2);
    for (int i = 0; i < 500; ++i) {
        ViewTransform view;
        view.setImageSize({random.bounded(500, 20000), random.bounded(500, 20000)});
        view.setViewport({1000, 800});
        view.fit();
        // A point of the image that is in the middle of the view, so that no limit is met.
        const QPointF cursor(450.0 + random.bounded(100.0), 350.0 + random.bounded(100.0));
        const QPointF before = view.toImage(cursor);
        view.zoomAt(cursor, std::exp2(random.bounded(2.0)));
        QVERIFY(distance(view.toView(before), cursor) <= 1.0);
    }
}

void TestUiCanvas::fitShowsTheWholeImage()
{
    QRandomGenerator random(3);
    for (int i = 0; i < 500; ++i) {
        ViewTransform view = randomView(random);
        view.zoomAt({0, 0}, 3.0);
        view.fit();
        QCOMPARE(view.visibleArea(), QRect(QPoint(0, 0), view.imageSize()));
    }
}

void TestUiCanvas::panningNeverLosesTheImage()
{
    QRandomGenerator random(4);
    for (int i = 0; i < 500; ++i) {
        ViewTransform view = randomView(random);
        for (int step = 0; step < 5; ++step) {
            view.zoomAt({random.bounded(4000.0), random.bounded(3000.0)}, std::exp2(random.bounded(8.0) - 4.0));
            view.pan({random.bounded(1e6) - 5e5, random.bounded(1e6) - 5e5});
        }
        QVERIFY(!view.visibleArea().isEmpty());
    }
}

void TestUiCanvas::visibleAreaCoversTheViewport()
{
    QRandomGenerator random(5);
    for (int i = 0; i < 300; ++i) {
        ViewTransform view = randomView(random);
        view.zoomAt({30, 30}, std::exp2(random.bounded(6.0)));
        const QPointF corner = view.toImage({0, 0});
        if (QRectF(QPointF(0, 0), QSizeF(view.imageSize())).contains(corner))
            QVERIFY(view.visibleArea().contains(QPoint(static_cast<int>(corner.x()), static_cast<int>(corner.y()))));
        QVERIFY(QRect(QPoint(0, 0), view.imageSize()).contains(view.visibleArea()));
    }
}

void TestUiCanvas::scaleStaysInItsLimits()
{
    QRandomGenerator random(6);
    ViewTransform view = randomView(random);
    for (int i = 0; i < 200; ++i)
        view.zoomAt({5, 5}, 1.5);
    QCOMPARE(view.scale(), ViewTransform::kMaxScale);
    for (int i = 0; i < 400; ++i)
        view.zoomAt({5, 5}, 0.7);
    QVERIFY(view.scale() > 0.0 && view.scale() <= view.fitScale());
}

void TestUiCanvas::matAndImageRoundTrip()
{
    for (const int type : {CV_8UC1, CV_8UC3}) {
        const cv::Mat mat = noise(37, 53, type); // odd: rows are padded in images
        const cv::Mat back = matOf(imageViewOf(mat));
        QCOMPARE(back.type(), type);
        QCOMPARE(cv::norm(mat, back, cv::NORM_INF), 0.0);
    }
    QVERIFY(imageViewOf({}).isNull());
    QVERIFY(imageViewOf(cv::Mat::zeros(3, 3, CV_32FC1)).isNull());
    QVERIFY(matOf({}).empty());
    const cv::Mat bgr(1, 1, CV_8UC3, cv::Scalar(1, 2, 3));
    QCOMPARE(imageViewOf(bgr).pixelColor(0, 0), QColor(3, 2, 1));
}

void TestUiCanvas::imageViewSharesPixelsAndKeepsThem()
{
    QImage view;
    {
        const cv::Mat whole = noise(20, 30);
        view = imageViewOf(whole(cv::Rect(5, 6, 10, 9))); // a part: rows are not contiguous
        QCOMPARE(view.constBits(), whole.ptr<uchar>(6) + 5);
    }
    QCOMPARE(view.size(), QSize(10, 9)); // the pixels outlive the Mat
    QCOMPARE(qGray(view.pixel(9, 8)), static_cast<int>(noise(20, 30).at<uchar>(14, 14)));
}

void TestUiCanvas::loadedImageHasValuesOfTheFile()
{
    const cv::Mat pixels = noise(700, 900, CV_8UC3);
    const auto image = displayed(pixels);
    QCOMPARE(image->size(), QSize(900, 700));
    for (const QPoint p : {QPoint(0, 0), QPoint(899, 699), QPoint(450, 3)}) {
        const auto &bgr = pixels.at<cv::Vec3b>(p.y(), p.x());
        QVERIFY(image->valueAt(p) == (PixelValue{3, {bgr[2], bgr[1], bgr[0]}}));
    }
    QVERIFY(!image->valueAt({900, 0}));
    QVERIFY(!image->valueAt({-1, 0}));
}

void TestUiCanvas::loadReducesHugeImages()
{
    const auto source = imageFromMat(noise(1000, 1200));
    const auto image = *DisplayImage::load(*source, {}, 100'000);
    QCOMPARE(image->reduction(), 4);
    QCOMPARE(image->size(), QSize(1200, 1000)); // still counts in pixels of the file
    QVERIFY(image->layout().image() == cv::Size(300, 250));
    QVERIFY(image->valueAt({1199, 999}));
    const double mean = cv::mean(noise(1000, 1200)(cv::Rect(0, 0, 4, 4)))[0];
    QVERIFY(std::abs(image->valueAt({0, 0})->values[0] - mean) <= 1.0);
}

void TestUiCanvas::loadCanBeCancelled()
{
    const std::atomic<bool> cancelled = true;
    const auto source = imageFromMat(noise(100, 100));
    const auto image = DisplayImage::load(*source, JobContext(&cancelled, {}));
    QVERIFY(!image && image.error().code == ErrorCode::Cancelled);
}

void TestUiCanvas::sixteenBitsAreShownInFullRange()
{
    cv::Mat pixels(10, 10, CV_16UC1, cv::Scalar(0));
    pixels.at<ushort>(0, 1) = 4095; // a 12-bit camera
    const auto image = displayed(pixels);
    QCOMPARE(image->valueAt({1, 0})->values[0], 4095);
    Scene scene;
    scene.setImage(image);
    QVERIFY(scene.tone() == (ToneWindow{0, 4095}));
    QCOMPARE(qGray(scene.overview().pixel(1, 0)), 255);
    QCOMPARE(qGray(scene.overview().pixel(0, 0)), 0);
    scene.setTone(ToneWindow{0, 8190});
    QCOMPARE(qGray(scene.overview().pixel(1, 0)), 128);
}

void TestUiCanvas::levelsSuitTheZoom()
{
    const auto image = displayed(noise(3000, 4000));
    QCOMPARE(image->levelFor(1.0), 0);
    QCOMPARE(image->levelFor(50.0), 0);
    for (const double scale : {0.9, 0.51, 0.3, 0.2, 0.1, 0.01}) {
        const int level = image->levelFor(scale);
        QVERIFY(image->levelScale(level, scale) <= 1.0); // never blown up
        QVERIFY(image->levelScale(level, scale) > 0.5 || level + 1 == image->levelCount());
    }
}

void TestUiCanvas::thumbnailFitsItsBox_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::newRow("wide") << 460 << 1130;
    QTest::newRow("tall") << 2000 << 50;
    QTest::newRow("tiny") << 3 << 2;
    QTest::newRow("line") << 1 << 5000;
}

void TestUiCanvas::thumbnailFitsItsBox()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    const auto source = imageFromMat(noise(rows, columns, CV_16UC1));
    const auto thumbnail = makeThumbnail(*source, {160, 120}, {});
    QVERIFY(thumbnail && !thumbnail->isNull());
    QVERIFY(thumbnail->width() <= 160 && thumbnail->height() <= 120);
    QVERIFY(thumbnail->width() <= columns && thumbnail->height() <= rows);
}

void TestUiCanvas::heatKeepsPeaksAtEveryLevel()
{
    QRandomGenerator random(8);
    for (int i = 0; i < 20; ++i) {
        cv::Mat map = cv::Mat::zeros(random.bounded(300, 1500), random.bounded(300, 1500), CV_32FC1);
        map.at<float>(random.bounded(map.rows), random.bounded(map.cols)) = 2.5F;
        const auto heat = heatOf(map, {map.cols, map.rows});
        QVERIFY(heat->levelCount() > 1);
        for (int level = 0; level < heat->levelCount(); ++level) {
            double largest = 0;
            cv::minMaxLoc(heat->level(level), nullptr, &largest);
            QCOMPARE(largest, 2.5);
        }
    }
}

void TestUiCanvas::heatColoursFollowTheScale()
{
    cv::Mat map(1, 6, CV_32FC1);
    const std::vector<float> scores{-1.0F, 0.49F, 0.5F, 1.0F, 9.0F, std::numeric_limits<float>::quiet_NaN()};
    std::ranges::copy(scores, map.ptr<float>(0));
    const auto heat = heatOf(map, {6, 1});
    const HeatStyle style{ColourMap::Grey, 1.0, 0.5, 2.0};
    const cv::Mat stored(1, 6, CV_8UC1, cv::Scalar(201));
    const auto greyAt = [&](int x, const HeatStyle &how) {
        return qGray(scenePicture(stored, {}, {ToneTable{ToneWindow{}}, heat, how}, PictureUse::Enlarged).pixel(x, 0));
    };
    QCOMPARE(greyAt(0, style), 201);
    QCOMPARE(greyAt(1, style), 201); // below the cut
    QCOMPARE(greyAt(2, style), 63);
    QCOMPARE(greyAt(3, style), 127); // the middle of 0..2
    QCOMPARE(greyAt(4, style), 255); // over the top
    QCOMPARE(greyAt(5, style), 201);
    HeatStyle half = style;
    half.opacity = 0.5;
    QVERIFY(std::abs(greyAt(3, half) - 164) <= 1);
}

void TestUiCanvas::heatMapsAreasBetweenLevels()
{
    const auto heat = heatOf(cv::Mat::zeros(700, 500, CV_32FC1), {1000, 1400}); // the map is half the image
    QRandomGenerator random(9);
    for (int i = 0; i < 300; ++i) {
        const QRect area =
            QRect(random.bounded(1000), random.bounded(1400), random.bounded(1, 400), random.bounded(1, 400)) &
            QRect(0, 0, 1000, 1400);
        for (int level = 0; level < heat->levelCount(); ++level) {
            const QRect part = heat->levelArea(level, area);
            const QRectF covered = heat->imageArea(level, part).adjusted(-1e-6, -1e-6, 1e-6, 1e-6);
            QVERIFY(covered.contains(QRectF(area)));
            QVERIFY(QRect(0, 0, heat->level(level).cols, heat->level(level).rows).contains(part));
        }
    }
}

void TestUiCanvas::heatRefusesForeignMaps()
{
    QVERIFY(!HeatLayer::create({}, {10, 10}, {}));
    QVERIFY(!HeatLayer::create(cv::Mat::zeros(3, 3, CV_8UC1), {3, 3}, {}));
    QVERIFY(!HeatLayer::create(cv::Mat::zeros(3, 3, CV_32FC1), {}, {}));
}

void TestUiCanvas::wheelZoomsAtTheCursor()
{
    Canvas canvas;
    canvas.resize(600, 400);
    canvas.show();
    canvas.setImage(displayed(noise(2000, 3000)));
    const QPointF cursor(311, 187);
    const QPointF before = canvas.view().toImage(cursor * canvas.devicePixelRatioF());
    const double scale = canvas.view().scale();
    wheel(canvas, cursor, 2);
    QVERIFY(canvas.view().scale() > scale * 1.5);
    QVERIFY(distance(canvas.view().toView(before), cursor * canvas.devicePixelRatioF()) <= 1.0);
    wheel(canvas, cursor, -2);
    QVERIFY(std::abs(canvas.view().scale() / scale - 1.0) < 1e-9);
}

void TestUiCanvas::dragPans()
{
    Canvas canvas;
    canvas.resize(600, 400);
    canvas.show();
    canvas.setImage(displayed(noise(2000, 3000)));
    canvas.showOneToOne();
    const QPointF before = canvas.view().offset();
    QTest::mousePress(&canvas, Qt::LeftButton, {}, {300, 200});
    QTest::mouseMove(&canvas, {270, 230});
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {270, 230});
    QCOMPARE(canvas.view().offset() - before, QPointF(-30, 30) * canvas.devicePixelRatioF());
}

void TestUiCanvas::oneToOneIsPixelExact()
{
    const cv::Mat pixels = noise(500, 700);
    Canvas canvas;
    canvas.resize(300, 200);
    canvas.show();
    canvas.setImage(displayed(pixels));
    canvas.showOneToOne();
    const QImage shown = canvas.grab().toImage();
    const QPoint first = canvas.view().toImage(QPointF(0, 0)).toPoint();
    for (int y = 0; y < shown.height(); y += 7)
        for (int x = 0; x < shown.width(); x += 7)
            QCOMPARE(qGray(shown.pixel(x, y)), static_cast<int>(pixels.at<uchar>(first.y() + y, first.x() + x)));
}

void TestUiCanvas::resizeKeepsTheFit()
{
    Canvas canvas;
    canvas.resize(600, 400);
    canvas.show();
    canvas.setImage(displayed(noise(2000, 3000)));
    canvas.resize(300, 400);
    QCOMPARE(canvas.visibleArea(), QRect(0, 0, 3000, 2000));
    canvas.showOneToOne();
    canvas.resize(600, 400);
    QCOMPARE(canvas.view().scale(), 1.0);
}

void TestUiCanvas::sameSizeKeepsTheView()
{
    Canvas canvas;
    canvas.resize(600, 400);
    canvas.show();
    canvas.setImage(displayed(noise(2000, 3000)));
    canvas.showOneToOne();
    const QRect area = canvas.visibleArea();
    canvas.setImage(displayed(noise(2000, 3000)));
    QCOMPARE(canvas.visibleArea(), area);
    canvas.setImage(displayed(noise(100, 100)));
    QCOMPARE(canvas.visibleArea(), QRect(0, 0, 100, 100));
}

void TestUiCanvas::areasUnderTheMinimapAreBroughtIntoView()
{
    Canvas canvas;
    canvas.resize(400, 300);
    canvas.setImage(displayed(noise(900, 1200)));
    QWidget over(&canvas);
    over.setGeometry(250, 200, 150, 100);
    canvas.show();
    QVERIFY(QTest::qWaitForWindowExposed(&canvas));
    canvas.showOneToOne();
    const QRect before = canvas.visibleArea();
    canvas.showArea(QRectF(before.topLeft() + QPoint(100, 100), QSizeF(20, 20)));
    QCOMPARE(canvas.visibleArea(), before); // it is in view
    const QRectF hidden(before.topLeft() + QPoint(300, 230), QSizeF(20, 20));
    canvas.showArea(hidden);
    QVERIFY(canvas.visibleArea() != before);
    QVERIFY((QPointF(canvas.visibleArea().center()) - hidden.center()).manhattanLength() < 4.0);
    over.hide();
    const QRect centred = canvas.visibleArea();
    canvas.showArea(QRectF(centred.topLeft() + QPoint(300, 230), QSizeF(20, 20)));
    QCOMPARE(canvas.visibleArea(), centred);
}

void TestUiCanvas::cursorTellsValueAndScore()
{
    Canvas canvas;
    canvas.resize(600, 400);
    canvas.show();
    const cv::Mat pixels = noise(400, 600);
    canvas.setImage(displayed(pixels));
    canvas.setHeat(heatOf(cv::Mat(200, 300, CV_32FC1, cv::Scalar(1.25)), {600, 400}));
    CursorInfo info;
    connect(&canvas, &Canvas::cursorMoved, this, [&](const CursorInfo &told) { info = told; });
    QTest::mouseMove(&canvas, {100, 50});
    const QPointF expected = canvas.view().toImage(QPointF(100, 50) * canvas.devicePixelRatioF());
    QCOMPARE(info.pixel, QPoint(static_cast<int>(expected.x()), static_cast<int>(expected.y())));
    QCOMPARE(info.value->values[0], static_cast<int>(pixels.at<uchar>(info.pixel.y(), info.pixel.x())));
    QCOMPARE(*info.score, 1.25F);
}

void TestUiCanvas::heatmapIsDrawnAndHidden()
{
    Canvas canvas;
    canvas.resize(300, 200);
    canvas.show();
    canvas.setImage(displayed(cv::Mat(200, 300, CV_8UC1, cv::Scalar(100))));
    canvas.setHeatStyle({ColourMap::Turbo, 1.0, 0.0, 2.0});
    const QImage plain = canvas.grab().toImage();
    canvas.setHeat(heatOf(cv::Mat(200, 300, CV_32FC1, cv::Scalar(2.0)), {300, 200}));
    const QImage hot = canvas.grab().toImage();
    QVERIFY(hot != plain);
    QCOMPARE(hot.pixelColor(150, 100), QColor(colourTable(ColourMap::Turbo).back()));
    canvas.setHeatVisible(false);
    QCOMPARE(canvas.grab().toImage(), plain);
    canvas.setHeatVisible(true);
    canvas.setMessage("gone");
    QVERIFY(!canvas.hasHeat());
}

void TestUiCanvas::legendIsASlider()
{
    LegendBar legend;
    legend.resize(420, 40);
    legend.show();
    legend.setRange({4.0, 1.0, 2.0});
    legend.setValue(0);
    QSignalSpy changed(&legend, &QAbstractSlider::valueChanged);
    QTest::keyClick(&legend, Qt::Key_Right);
    QCOMPARE(legend.value(), 1);
    QTest::keyClick(&legend, Qt::Key_End);
    QCOMPARE(legend.cut(), 4.0);
    QTest::mouseClick(&legend, Qt::LeftButton, {}, {210, 10});
    QVERIFY(std::abs(legend.cut() - 2.0) < 0.1);
    QCOMPARE(changed.size(), 3);
    QVERIFY(!legend.accessibleName().isEmpty());
}

QTEST_MAIN(TestUiCanvas)
#include "tst_ui_canvas.moc"
