#include "core/scoring/score_map.h"

#include <QtTest>

#include <rapidcheck.h>

#include <atomic>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace patina;

namespace {

PatchDistances randomDistances(int rows, int columns, int stridePx, unsigned seed)
{
    PatchDistances distances;
    distances.grid = {rows, columns, stridePx};
    distances.distancesL2.create(rows, columns, CV_32FC1);
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> draw(0.0F, 20.0F);
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            distances.distancesL2.at<float>(row, column) = draw(random);
    return distances;
}

double raisedAt(const PatchDistances &distances, int row, int column)
{
    const PatchGrid &grid = distances.grid;
    const double y = std::clamp((row + 0.5) / grid.stridePx - 0.5, 0.0, grid.rows - 1.0);
    const double x = std::clamp((column + 0.5) / grid.stridePx - 0.5, 0.0, grid.columns - 1.0);
    const int top = static_cast<int>(std::floor(y));
    const int left = static_cast<int>(std::floor(x));
    const auto cell = [&](int r, int c) {
        return static_cast<double>(
            distances.distancesL2.at<float>(std::min(r, grid.rows - 1), std::min(c, grid.columns - 1)));
    };
    const double upper = cell(top, left) * (1 - (x - left)) + cell(top, left + 1) * (x - left);
    const double lower = cell(top + 1, left) * (1 - (x - left)) + cell(top + 1, left + 1) * (x - left);
    return upper * (1 - (y - top)) + lower * (y - top);
}

int reflected(int i, int n)
{
    if (n == 1)
        return 0;
    while (i < 0 || i >= n)
        i = i < 0 ? -i : 2 * (n - 1) - i;
    return i;
}

/// The definition, pixel by pixel in double: raise, then a two-dimensional Gaussian.
cv::Mat slowMap(const PatchDistances &distances, const RenderSettings &settings)
{
    const int radius = static_cast<int>(4.0 * settings.sigmaPx + 0.5);
    const cv::Size size = settings.imageSize;
    std::vector<double> kernel;
    for (int k = -radius; k <= radius; ++k)
        kernel.push_back(radius == 0 ? 1.0 : std::exp(-0.5 * k * k / (settings.sigmaPx * settings.sigmaPx)));
    cv::Mat raised(size, CV_64FC1);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            raised.at<double>(y, x) = raisedAt(distances, y, x);
    cv::Mat out(size, CV_64FC1);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            double sum = 0.0;
            double total = 0.0;
            for (int v = -radius; v <= radius; ++v)
                for (int u = -radius; u <= radius; ++u) {
                    const double weight =
                        kernel[static_cast<std::size_t>(v + radius)] * kernel[static_cast<std::size_t>(u + radius)];
                    sum += weight * raised.at<double>(reflected(y + v, size.height), reflected(x + u, size.width));
                    total += weight;
                }
            out.at<double>(y, x) = sum / total;
        }
    return out;
}

bool sameBits(const cv::Mat &a, const cv::Mat &b)
{
    return a.size() == b.size() && a.type() == b.type() && cv::countNonZero(a != b) == 0;
}

ScoreScale someScale()
{
    ScoreScale scale;
    scale.median = 9.5;
    scale.upper = 12.25;
    scale.images = 20;
    return scale;
}

} // namespace

class TestScoreMap : public QObject
{
    Q_OBJECT

private slots:
    void equalsTheDefinition_data();
    void equalsTheDefinition();
    void bandsDoNotMatter();
    void renderMapGivesTheSameRows();
    void scaleIsAppliedExactly();
    void constantStaysConstant();
    void patchCentreKeepsItsValueWithoutSmoothing();
    void peakStaysAtThePatch();
    void scoreIsTheMaximumAndAgreesWithTheScale();
    void refusesBadInput_data();
    void refusesBadInput();
    void passesOnErrorsAndCancel();
};

void TestScoreMap::equalsTheDefinition_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("stride");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("width");
    QTest::addColumn<double>("sigma");
    QTest::newRow("stride 8, sigma 4") << 6 << 8 << 8 << 48 << 64 << 4.0;
    QTest::newRow("size not a multiple of the stride") << 6 << 8 << 8 << 45 << 59 << 4.0;
    QTest::newRow("grid ends before the image") << 4 << 5 << 8 << 48 << 64 << 4.0;
    QTest::newRow("grid beyond the image") << 9 << 9 << 8 << 30 << 41 << 2.0;
    QTest::newRow("no smoothing") << 5 << 7 << 8 << 40 << 56 << 0.0;
    QTest::newRow("tiny sigma") << 5 << 7 << 4 << 20 << 28 << 0.1;
    QTest::newRow("kernel larger than the image") << 2 << 2 << 8 << 11 << 14 << 6.0;
    QTest::newRow("one patch") << 1 << 1 << 8 << 9 << 13 << 4.0;
    QTest::newRow("one pixel") << 1 << 1 << 8 << 1 << 1 << 4.0;
    QTest::newRow("one row") << 1 << 9 << 4 << 1 << 36 << 2.0;
    QTest::newRow("stride 1") << 20 << 23 << 1 << 20 << 23 << 1.5;
    QTest::newRow("odd stride") << 7 << 6 << 5 << 33 << 29 << 3.0;
}

void TestScoreMap::equalsTheDefinition()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(int, stride);
    QFETCH(int, height);
    QFETCH(int, width);
    QFETCH(double, sigma);
    const PatchDistances distances = randomDistances(rows, columns, stride, 7);
    const RenderSettings settings{{width, height}, sigma};
    const cv::Mat fast = renderRows(distances, settings, {}, 0, height);
    const cv::Mat slow = slowMap(distances, settings);
    QCOMPARE(fast.size(), slow.size());
    QCOMPARE(fast.type(), CV_32FC1);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            QVERIFY(std::abs(static_cast<double>(fast.at<float>(y, x)) - slow.at<double>(y, x)) < 2e-5);
}

void TestScoreMap::bandsDoNotMatter()
{
    QVERIFY(rc::check("any partition into row bands gives the same map, bit for bit", [] {
        const int height = *rc::gen::inRange(1, 90);
        const int width = *rc::gen::inRange(1, 70);
        const int stride = *rc::gen::inRange(1, 10);
        const PatchDistances distances = randomDistances(*rc::gen::inRange(1, 14), *rc::gen::inRange(1, 14), stride,
                                                         *rc::gen::arbitrary<unsigned>());
        const RenderSettings settings{{width, height}, *rc::gen::inRange(0, 12) / 2.0};
        const ScoreScale scale = *rc::gen::arbitrary<bool>() ? someScale() : ScoreScale{};
        const cv::Mat whole = renderRows(distances, settings, scale, 0, height);
        RC_ASSERT(renderRows(distances, settings, scale, height / 2, 0).rows == 0);
        for (int row = 0; row < height;) {
            const int rows = *rc::gen::inRange(1, height - row + 1);
            RC_ASSERT(sameBits(renderRows(distances, settings, scale, row, rows), whole.rowRange(row, row + rows)));
            row += rows;
        }
    }));
}

void TestScoreMap::renderMapGivesTheSameRows()
{
    const PatchDistances distances = randomDistances(80, 5, 8, 3);
    const RenderSettings settings{{37, 640}, 4.0};
    cv::Mat joined(640, 37, CV_32FC1, cv::Scalar(-1));
    int next = 0;
    const auto score = renderMap(distances, settings, {},
                                 [&](int firstRow, const cv::Mat &rows) -> Result<void> {
                                     if (firstRow != next)
                                         return fail(ErrorCode::Internal, "bands out of order");
                                     rows.copyTo(joined.rowRange(firstRow, firstRow + rows.rows));
                                     next += rows.rows;
                                     return {};
                                 },
                                 {});
    QVERIFY(score.has_value());
    QCOMPARE(next, 640);
    QVERIFY(sameBits(joined, renderRows(distances, settings, {}, 0, 640)));
    double largest = 0.0;
    cv::minMaxLoc(joined, nullptr, &largest);
    QCOMPARE(*score, largest);
}

void TestScoreMap::scaleIsAppliedExactly()
{
    const PatchDistances distances = randomDistances(6, 6, 8, 11);
    const RenderSettings settings{{48, 48}, 4.0};
    const cv::Mat raw = renderRows(distances, settings, {}, 0, 48);
    const cv::Mat scaled = renderRows(distances, settings, someScale(), 0, 48);
    for (int y = 0; y < 48; ++y)
        for (int x = 0; x < 48; ++x)
            QCOMPARE(scaled.at<float>(y, x),
                     static_cast<float>(someScale().normalise(static_cast<double>(raw.at<float>(y, x)))));
}

void TestScoreMap::constantStaysConstant()
{
    PatchDistances distances = randomDistances(7, 9, 8, 1);
    distances.distancesL2 = 12.5F;
    const cv::Mat map = renderRows(distances, {{70, 55}, 4.0}, {}, 0, 55);
    double least = 0.0;
    double most = 0.0;
    cv::minMaxLoc(map, &least, &most);
    QVERIFY(std::abs(least - 12.5) < 1e-5 && std::abs(most - 12.5) < 1e-5);
}

void TestScoreMap::patchCentreKeepsItsValueWithoutSmoothing()
{
    // At an odd stride the centre of a patch is the centre of a pixel.
    const PatchDistances distances = randomDistances(5, 6, 7, 2);
    const cv::Mat map = renderRows(distances, {{42, 35}, 0.0}, {}, 0, 35);
    for (int row = 0; row < 5; ++row)
        for (int column = 0; column < 6; ++column)
            QVERIFY(std::abs(map.at<float>(row * 7 + 3, column * 7 + 3) -
                             distances.distancesL2.at<float>(row, column)) < 1e-5F);
}

void TestScoreMap::peakStaysAtThePatch()
{
    PatchDistances distances = randomDistances(12, 12, 8, 2);
    distances.distancesL2 = 1.0F;
    distances.distancesL2.at<float>(7, 3) = 30.0F;
    const cv::Mat map = renderRows(distances, {{96, 96}, 4.0}, {}, 0, 96);
    cv::Point peak;
    cv::minMaxLoc(map, nullptr, nullptr, nullptr, &peak);
    // The centre (28, 60) lies between pixels 27 and 28, 59 and 60.
    QVERIFY(peak.x == 27 || peak.x == 28);
    QVERIFY(peak.y == 59 || peak.y == 60);
}

void TestScoreMap::scoreIsTheMaximumAndAgreesWithTheScale()
{
    const RenderSettings settings{{64, 48}, 4.0};
    std::vector<double> rawScores;
    for (unsigned seed = 0; seed < 12; ++seed)
        rawScores.push_back(*renderMap(randomDistances(6, 8, 8, seed), settings, {}, {}, {}));
    const auto scale = scoreScaleFrom(rawScores);
    QVERIFY(scale.has_value());
    double largest = -1e9;
    for (unsigned seed = 0; seed < 12; ++seed)
        largest = std::max(largest, *renderMap(randomDistances(6, 8, 8, seed), settings, *scale, {}, {}));
    QCOMPARE(largest, scale->largest);
}

void TestScoreMap::refusesBadInput_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<int>("code");
    QTest::newRow("no patches") << 0 << static_cast<int>(ErrorCode::BadArgument);
    QTest::newRow("empty image") << 1 << static_cast<int>(ErrorCode::BadArgument);
    QTest::newRow("grid of another size") << 2 << static_cast<int>(ErrorCode::ShapeMismatch);
    QTest::newRow("wrong type") << 3 << static_cast<int>(ErrorCode::ShapeMismatch);
    QTest::newRow("negative sigma") << 4 << static_cast<int>(ErrorCode::BadArgument);
    QTest::newRow("sigma not a number") << 5 << static_cast<int>(ErrorCode::BadArgument);
    QTest::newRow("huge sigma") << 6 << static_cast<int>(ErrorCode::BadArgument);
    QTest::newRow("distance not a number") << 7 << static_cast<int>(ErrorCode::BadArgument);
    QTest::newRow("stride 0") << 8 << static_cast<int>(ErrorCode::BadArgument);
    QTest::newRow("empty scale") << 9 << static_cast<int>(ErrorCode::BadArgument);
}

void TestScoreMap::refusesBadInput()
{
    QFETCH(int, what);
    QFETCH(int, code);
    PatchDistances distances = randomDistances(3, 4, 8, 1);
    RenderSettings settings{{32, 24}, 4.0};
    ScoreScale scale;
    const float nan = std::numeric_limits<float>::quiet_NaN();
    switch (what) {
    case 0:
        distances = {};
        break;
    case 1:
        settings.imageSize = {0, 24};
        break;
    case 2:
        distances.grid.rows = 5;
        break;
    case 3:
        distances.distancesL2.convertTo(distances.distancesL2, CV_64FC1);
        break;
    case 4:
        settings.sigmaPx = -1.0;
        break;
    case 5:
        settings.sigmaPx = std::numeric_limits<double>::quiet_NaN();
        break;
    case 6:
        settings.sigmaPx = 1e9;
        break;
    case 7:
        distances.distancesL2.at<float>(2, 3) = nan;
        break;
    case 8:
        distances.grid.stridePx = 0;
        break;
    default:
        scale.images = 4;
        scale.upper = scale.median;
        break;
    }
    const auto score = renderMap(distances, settings, scale, {}, {});
    QVERIFY(!score.has_value());
    QCOMPARE(static_cast<int>(score.error().code), code);
}

void TestScoreMap::passesOnErrorsAndCancel()
{
    const PatchDistances distances = randomDistances(3, 4, 8, 1);
    const RenderSettings settings{{32, 24}, 4.0};
    const auto full =
        renderMap(distances, settings, {},
                  [](int, const cv::Mat &) -> Result<void> { return fail(ErrorCode::WriteFailed, "disk full"); }, {});
    QVERIFY(!full.has_value());
    QCOMPARE(full.error().code, ErrorCode::WriteFailed);
    const std::atomic<bool> cancel = true;
    const auto cancelled = renderMap(distances, settings, {}, {}, JobContext(&cancel, {}));
    QVERIFY(!cancelled.has_value());
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestScoreMap)
#include "tst_scoring_score_map.moc"
