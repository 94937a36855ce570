#include "core/image/map_reducer.h"
#include "core/image/overlay.h"
#include "tests/core/image/image_fixtures.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <limits>

using namespace patina;
using namespace patina::test;

class TestImageOverlay : public QObject
{
    Q_OBJECT

private slots:
    void tables();
    void sizes_data();
    void sizes();
    void pictureIsEightBitColour();
    void clearBelowTheScale();
    void blendFollowsTheFormula();
    void oneScaleForAllImages();
    void contoursStandAroundTheRegions();
    void thresholdIsReachedByEqualScores();
    void onePixelSurvivesReduction();
    void smallerMapIsRaised();
    void groundTruthIsOutlined();
    void otherShapesAreRefused();
    void badSettingsAreRefused_data();
    void badSettingsAreRefused();

    void reducerKeepsTheLargest();
    void reducerIgnoresNotScored();
    void reducerWantsRowsInOrder();

    void legendLeavesThePicture();
    void legendShowsTheScale();
    void legendMarksThresholds();
    void lowPictureGetsAMargin();
};

namespace {

const cv::Mat grey(64, 96, CV_8UC3, cv::Scalar::all(120));
constexpr float notScored = std::numeric_limits<float>::quiet_NaN();

int countOf(const cv::Mat &picture, const cv::Scalar &colour)
{
    cv::Mat same;
    cv::inRange(picture, colour, colour, same);
    return cv::countNonZero(same);
}

cv::Mat constantMap(cv::Size size, double value)
{
    return {size, CV_32FC1, cv::Scalar(value)};
}

cv::Mat reduced(const cv::Mat &map, cv::Size size, int bandRows)
{
    auto reducer = MapReducer::create(map.size(), size).value();
    for (int y = 0; y < map.rows; y += bandRows) {
        if (!reducer.add(y, map.rowRange(y, std::min(map.rows, y + bandRows))))
            return {};
    }
    return reducer.finish().value();
}

} // namespace

void TestImageOverlay::tables()
{
    for (const HeatmapColours colours : allHeatmapColours) {
        const auto &table = heatmapTable(colours);
        QVERIFY(table.front() != table.back());
    }
    QCOMPARE(heatmapTable(HeatmapColours::Grey)[77], cv::Vec3b(77, 77, 77));
    // Viridis runs from dark violet to yellow, perceived lightness rising all the way.
    double last = -1.0;
    for (std::size_t i = 0; i < 256; i += 15) {
        const cv::Vec3b c = heatmapTable(HeatmapColours::Viridis)[i];
        const double luma = 0.0722 * c[0] + 0.7152 * c[1] + 0.2126 * c[2];
        QVERIFY(luma > last);
        last = luma;
    }
}

void TestImageOverlay::sizes_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("side");
    QTest::addColumn<int>("expectedWidth");
    QTest::addColumn<int>("expectedHeight");
    QTest::addRow("fits") << 640 << 480 << 640 << 640 << 480;
    QTest::addRow("wide") << 30000 << 20000 << 3000 << 3000 << 2000;
    QTest::addRow("high") << 100 << 1000 << 10 << 1 << 10;
    QTest::addRow("line") << 1 << 5000 << 50 << 1 << 50;
}

void TestImageOverlay::sizes()
{
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, side);
    QFETCH(int, expectedWidth);
    QFETCH(int, expectedHeight);
    QCOMPARE(overlaySize({width, height}, side), cv::Size(expectedWidth, expectedHeight));
}

void TestImageOverlay::pictureIsEightBitColour()
{
    const auto deep = imageFromMat(cv::Mat(80, 40, CV_16UC1, cv::Scalar(2048)));
    const cv::Mat picture = overlayPicture(*deep, {0.0, 4096.0}, 20).value();
    QVERIFY(identical(picture, cv::Mat(20, 10, CV_8UC3, cv::Scalar::all(128))));
    const cv::Mat colour = noiseImage({30, 20}, CV_8UC3, 1);
    QVERIFY(identical(overlayPicture(*imageFromMat(colour), {}, 100).value(), colour));
    QVERIFY(!overlayPicture(*deep, {10.0, 10.0}, 20));
    QVERIFY(!overlayPicture(*deep, {}, 0));
}

void TestImageOverlay::clearBelowTheScale()
{
    const cv::Mat picture = noiseImage({40, 30}, CV_8UC3, 4);
    for (const double score : {0.0, -5.0, double(notScored), -std::numeric_limits<double>::infinity()}) {
        const auto drawn = drawOverlay(picture, constantMap(picture.size(), score), {});
        QVERIFY(identical(drawn.value(), picture));
    }
}

void TestImageOverlay::blendFollowsTheFormula()
{
    const cv::Mat picture = noiseImage({64, 1}, CV_8UC3, 4);
    cv::Mat scores(picture.size(), CV_32FC1);
    for (int x = 0; x < scores.cols; ++x)
        scores.at<float>(x) = float(x) / 16.0f - 0.5f; // -0.5 .. 3.4
    for (const HeatmapColours colours : allHeatmapColours) {
        OverlaySettings settings;
        settings.colours = colours;
        settings.opacity = 0.75;
        const cv::Mat drawn = drawOverlay(picture, scores, settings).value();
        for (int x = 0; x < scores.cols; ++x) {
            const double level = std::clamp(scores.at<float>(x) / 2.0, 0.0, 1.0);
            const cv::Vec3b colour = heatmapTable(colours)[std::size_t(std::lround(level * 255))];
            for (int c = 0; c < 3; ++c) {
                const double under = picture.at<cv::Vec3b>(x)[c];
                const double expected = under * (1.0 - 0.75 * level) + colour[c] * 0.75 * level;
                QVERIFY(std::abs(drawn.at<cv::Vec3b>(x)[c] - expected) <= 0.51);
            }
        }
    }
}

void TestImageOverlay::oneScaleForAllImages()
{
    cv::Mat calm = constantMap(grey.size(), 0.7);
    cv::Mat wild = calm.clone();
    wild(cv::Rect(50, 30, 20, 20)) = 9.0f;
    const cv::Mat a = drawOverlay(grey, calm, {}).value();
    const cv::Mat b = drawOverlay(grey, wild, {}).value();
    QCOMPARE(a.at<cv::Vec3b>(5, 5), b.at<cv::Vec3b>(5, 5));
    QVERIFY(a.at<cv::Vec3b>(40, 60) != b.at<cv::Vec3b>(40, 60));
}

void TestImageOverlay::contoursStandAroundTheRegions()
{
    cv::Mat scores = constantMap(grey.size(), 0.0);
    const cv::Rect review(10, 10, 12, 9);
    const cv::Rect reject(60, 30, 8, 8);
    scores(review) = 1.2f;
    scores(reject) = 1.8f;
    OverlaySettings settings;
    const cv::Mat plain = drawOverlay(grey, scores, settings).value();
    settings.reviewThreshold = 1.0;
    settings.rejectThreshold = 1.5;
    const cv::Mat drawn = drawOverlay(grey, scores, settings).value();
    QVERIFY(countOf(drawn, reviewColour()) >= 2 * (review.width + review.height));
    QVERIFY(countOf(drawn, rejectColour()) >= 2 * (reject.width + reject.height));
    QVERIFY(identical(drawn(review).clone(), plain(review).clone())); // the regions themselves stay visible
    QVERIFY(identical(drawn(reject).clone(), plain(reject).clone()));
    QCOMPARE(countOf(drawn(cv::Rect(0, 0, 40, 40)), rejectColour()), 0);
    QVERIFY(identical(drawn(cv::Rect(34, 0, 16, 64)).clone(), grey(cv::Rect(34, 0, 16, 64)).clone()));
    settings.reviewThreshold.reset();
    settings.rejectThreshold = 5.0;
    QVERIFY(identical(drawOverlay(grey, scores, settings).value(), plain));
}

void TestImageOverlay::thresholdIsReachedByEqualScores()
{
    cv::Mat scores = constantMap(grey.size(), 0.0);
    scores(cv::Rect(20, 20, 10, 10)) = 1.0f;
    OverlaySettings settings;
    settings.reviewThreshold = 1.0;
    QVERIFY(countOf(drawOverlay(grey, scores, settings).value(), reviewColour()) > 0);
}

void TestImageOverlay::onePixelSurvivesReduction()
{
    cv::Mat scores = constantMap({4000, 3000}, 0.1);
    scores.at<float>(1234, 2345) = 3.0f;
    const cv::Mat picture(300, 400, CV_8UC3, cv::Scalar::all(90));
    OverlaySettings settings;
    settings.rejectThreshold = 2.0;
    const cv::Mat drawn = drawOverlay(picture, scores, settings).value();
    QVERIFY(countOf(drawn(cv::Rect(225, 115, 20, 20)), rejectColour()) > 0);
    const cv::Vec3b top = heatmapTable(settings.colours)[255];
    const cv::Vec3b there = drawn.at<cv::Vec3b>(123, 234);
    for (int c = 0; c < 3; ++c)
        QVERIFY(std::abs(there[c] - (90 + 0.6 * (top[c] - 90))) <= 1.0);
}

void TestImageOverlay::smallerMapIsRaised()
{
    cv::Mat scores = constantMap({12, 8}, 0.0);
    scores(cv::Rect(6, 4, 6, 4)) = 2.0f;
    const cv::Mat drawn = drawOverlay(grey, scores, {}).value();
    QCOMPARE(drawn.size(), grey.size());
    QCOMPARE(drawn.at<cv::Vec3b>(5, 5), grey.at<cv::Vec3b>(5, 5));
    QVERIFY(drawn.at<cv::Vec3b>(60, 90) != grey.at<cv::Vec3b>(60, 90));
}

void TestImageOverlay::groundTruthIsOutlined()
{
    const cv::Mat scores = constantMap(grey.size(), 0.0);
    cv::Mat truth = cv::Mat::zeros(grey.rows * 10, grey.cols * 10, CV_8UC1);
    truth.at<uchar>(300, 500) = 1;
    const cv::Mat drawn = drawOverlay(grey, scores, {}, truth).value();
    QVERIFY(countOf(drawn(cv::Rect(44, 24, 13, 13)), groundTruthColour()) > 0);
    QCOMPARE(countOf(drawn, groundTruthColour()), countOf(drawn(cv::Rect(44, 24, 13, 13)), groundTruthColour()));
    QVERIFY(identical(drawOverlay(grey, scores, {}, cv::Mat::zeros(grey.size(), CV_8UC1)).value(), grey));
}

void TestImageOverlay::otherShapesAreRefused()
{
    const cv::Mat scores = constantMap({50, 96}, 0.0);
    const auto refused = drawOverlay(grey, scores, {});
    QVERIFY(!refused);
    QCOMPARE(int(refused.error().code), int(ErrorCode::ShapeMismatch));
    QVERIFY(refused.error().detail.find("50x96") != std::string::npos);
    const cv::Mat fits = constantMap(grey.size(), 0.0);
    QCOMPARE(int(drawOverlay(grey, fits, {}, cv::Mat::zeros(96, 64, CV_8UC1)).error().code),
             int(ErrorCode::ShapeMismatch));
    QVERIFY(drawOverlay(grey, constantMap({49, 33}, 0.0), {}).has_value()); // half the size, rounded
    QCOMPARE(int(drawOverlay(cv::Mat::zeros(64, 96, CV_8UC1), fits, {}).error().code), int(ErrorCode::BadArgument));
    QCOMPARE(int(drawOverlay(grey, cv::Mat::zeros(64, 96, CV_64FC1), {}).error().code), int(ErrorCode::BadArgument));
}

void TestImageOverlay::badSettingsAreRefused_data()
{
    QTest::addColumn<double>("lowest");
    QTest::addColumn<double>("highest");
    QTest::addColumn<double>("opacity");
    QTest::addColumn<int>("side");
    QTest::addColumn<int>("line");
    QTest::addRow("empty scale") << 1.0 << 1.0 << 0.5 << 100 << 0;
    QTest::addRow("falling scale") << 1.0 << 0.0 << 0.5 << 100 << 0;
    QTest::addRow("no number") << double(notScored) << 1.0 << 0.5 << 100 << 0;
    QTest::addRow("opacity over 1") << 0.0 << 1.0 << 1.5 << 100 << 0;
    QTest::addRow("opacity no number") << 0.0 << 1.0 << double(notScored) << 100 << 0;
    QTest::addRow("no side") << 0.0 << 1.0 << 0.5 << 0 << 0;
    QTest::addRow("negative line") << 0.0 << 1.0 << 0.5 << 100 << -1;
}

void TestImageOverlay::badSettingsAreRefused()
{
    QFETCH(double, lowest);
    QFETCH(double, highest);
    QFETCH(double, opacity);
    QFETCH(int, side);
    QFETCH(int, line);
    OverlaySettings settings;
    settings.lowestScore = lowest;
    settings.highestScore = highest;
    settings.opacity = opacity;
    settings.maxSidePx = side;
    settings.lineWidthPx = line;
    QCOMPARE(int(drawOverlay(grey, constantMap(grey.size(), 0.0), settings).error().code), int(ErrorCode::BadArgument));
    QCOMPARE(int(withLegend(grey, settings).error().code), int(ErrorCode::BadArgument));
}

void TestImageOverlay::reducerKeepsTheLargest()
{
    cv::RNG random(6);
    for (const cv::Size size : {cv::Size(1, 1), cv::Size(7, 31), cv::Size(53, 2), cv::Size(53, 47), cv::Size(90, 90)}) {
        cv::Mat map(47, 53, CV_32FC1);
        random.fill(map, cv::RNG::NORMAL, 0.0, 1.0);
        const cv::Size expectedSize(std::min(size.width, 53), std::min(size.height, 47));
        cv::Mat expected(expectedSize, CV_32FC1, cv::Scalar(-100));
        for (int y = 0; y < map.rows; ++y) {
            for (int x = 0; x < map.cols; ++x) {
                float &cell = expected.at<float>(y * expectedSize.height / map.rows, x * expectedSize.width / map.cols);
                cell = std::max(cell, map.at<float>(y, x));
            }
        }
        for (const int bandRows : {1, 5, 47})
            QVERIFY(identical(reduced(map, size, bandRows), expected));
    }
}

void TestImageOverlay::reducerIgnoresNotScored()
{
    const cv::Mat map =
        (cv::Mat_<float>(2, 4) << notScored, -3.0f, notScored, notScored, -4.0f, notScored, notScored, notScored);
    const cv::Mat cells = reduced(map, {2, 1}, 1);
    QCOMPARE(cells.at<float>(0), -3.0f);
    QVERIFY(std::isnan(cells.at<float>(1)));
}

void TestImageOverlay::reducerWantsRowsInOrder()
{
    auto reducer = MapReducer::create({10, 4}, {5, 2}).value();
    QCOMPARE(int(reducer.add(1, constantMap({10, 1}, 0)).error().code), int(ErrorCode::BadArgument));
    QCOMPARE(int(reducer.add(0, constantMap({9, 1}, 0)).error().code), int(ErrorCode::ShapeMismatch));
    QCOMPARE(int(reducer.add(0, constantMap({10, 5}, 0)).error().code), int(ErrorCode::ShapeMismatch));
    QCOMPARE(int(reducer.finish().error().code), int(ErrorCode::ShapeMismatch));
    QVERIFY(reducer.add(0, constantMap({10, 4}, 0)));
    QVERIFY(reducer.finish().has_value());
    QVERIFY(!MapReducer::create({0, 4}, {5, 2}));
}

void TestImageOverlay::legendLeavesThePicture()
{
    const cv::Mat picture = noiseImage({400, 300}, CV_8UC3, 2);
    const cv::Mat both = withLegend(picture, {}).value();
    QCOMPARE(both.rows, picture.rows);
    QVERIFY(both.cols > picture.cols + 20 && both.cols < picture.cols + 200);
    QVERIFY(identical(both(cv::Rect(0, 0, 400, 300)).clone(), picture));
    QVERIFY(!withLegend(cv::Mat::zeros(5, 5, CV_8UC1), {}));
}

void TestImageOverlay::legendShowsTheScale()
{
    OverlaySettings settings;
    for (const HeatmapColours colours : {HeatmapColours::Viridis, HeatmapColours::Inferno, HeatmapColours::Turbo}) {
        settings.colours = colours;
        const cv::Mat both = withLegend(cv::Mat(600, 50, CV_8UC3, cv::Scalar::all(0)), settings).value();
        const auto rowOf = [&both](const cv::Vec3b &colour) {
            for (int y = 0; y < both.rows; ++y) {
                for (int x = 50; x < both.cols; ++x) {
                    if (both.at<cv::Vec3b>(y, x) == colour)
                        return y;
                }
            }
            return -1;
        };
        const auto &table = heatmapTable(colours);
        const int top = rowOf(table[255]);
        const int middle = rowOf(table[128]);
        const int bottom = rowOf(table[0]);
        QVERIFY(top >= 0 && middle > top + 100 && bottom > middle + 100);
    }
}

void TestImageOverlay::legendMarksThresholds()
{
    OverlaySettings settings;
    const cv::Mat picture(400, 50, CV_8UC3, cv::Scalar::all(0));
    const cv::Mat plain = withLegend(picture, settings).value();
    QCOMPARE(countOf(plain, reviewColour()), 0);
    settings.reviewThreshold = 1.0;
    settings.rejectThreshold = 40.0; // over the scale: marked at its end
    const cv::Mat marked = withLegend(picture, settings, GroundTruthOutline::Drawn).value();
    QVERIFY(marked.cols > plain.cols);
    QVERIFY(countOf(marked, reviewColour()) > 0);
    QVERIFY(countOf(marked, rejectColour()) > 0);
    QVERIFY(countOf(marked, groundTruthColour()) > 0);
}

void TestImageOverlay::lowPictureGetsAMargin()
{
    const cv::Mat picture = noiseImage({300, 20}, CV_8UC3, 2);
    const cv::Mat both = withLegend(picture, {}).value();
    QVERIFY(both.rows >= 100);
    QVERIFY(identical(both(cv::Rect(0, 0, 300, 20)).clone(), picture));
}

QTEST_APPLESS_MAIN(TestImageOverlay)
#include "tst_image_overlay.moc"
