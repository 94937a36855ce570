#include "core/regions/region.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>
#include <rapidcheck.h>

#include <cmath>
#include <limits>
#include <random>

using namespace patina;

namespace {

/// Scores in few steps, so that ties and equality with the threshold happen.
cv::Mat randomMap(int height, int width, int levels, unsigned seed)
{
    std::mt19937 random(seed);
    cv::Mat map(height, width, CV_32FC1);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            map.at<float>(y, x) = static_cast<float>(random() % static_cast<unsigned>(levels)) * 0.25F - 0.5F;
    return map;
}

cv::Mat randomIgnore(int height, int width, unsigned seed)
{
    std::mt19937 random(seed);
    cv::Mat mask(height, width, CV_8UC1, cv::Scalar(0));
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            mask.at<std::uint8_t>(y, x) = random() % 4 == 0 ? 255 : 0;
    return mask;
}

/// The obvious way: the whole map, cv::connectedComponents, one pass over all pixels per region.
std::vector<Region> slowRegions(const cv::Mat &map, const RegionSettings &settings, const cv::Mat &ignore)
{
    cv::Mat inside = map >= settings.threshold;
    if (!ignore.empty())
        inside.setTo(0, ignore);
    cv::Mat labels;
    const int count = cv::connectedComponents(inside, labels, 8, CV_32S);
    std::vector<Region> regions;
    for (int label = 1; label < count; ++label) {
        Region region;
        double sum = 0.0;
        for (int y = 0; y < map.rows; ++y)
            for (int x = 0; x < map.cols; ++x) {
                if (labels.at<int>(y, x) != label)
                    continue;
                const float value = map.at<float>(y, x);
                if (region.areaPx == 0)
                    region.first = {x, y};
                if (region.areaPx == 0 || value > region.peak) {
                    region.peak = value;
                    region.peakAt = {x, y};
                }
                region.box = region.areaPx == 0 ? cv::Rect(x, y, 1, 1) : region.box | cv::Rect(x, y, 1, 1);
                ++region.areaPx;
                sum += static_cast<double>(value);
            }
        region.mean = sum / static_cast<double>(region.areaPx);
        if (region.areaPx >= settings.minAreaPx)
            regions.push_back(region);
    }
    return numbered(std::move(regions));
}

bool filledContourIsRegion(const Region &region, const cv::Mat &inside)
{
    cv::Mat drawn(inside.size(), CV_8UC1, cv::Scalar(0));
    cv::drawContours(drawn, std::vector<std::vector<cv::Point>>{region.contour}, 0, cv::Scalar(255), cv::FILLED);
    cv::Mat marked;
    drawn.copyTo(marked, inside);
    // Islands in a hole of the region are drawn over too: the region itself is the component of its first pixel.
    cv::Mat labels;
    cv::connectedComponents(marked, labels, 8, CV_32S);
    return cv::countNonZero(labels == labels.at<int>(region.first)) == region.areaPx &&
           cv::boundingRect(region.contour) == region.box;
}

} // namespace

class TestRegion : public QObject
{
    Q_OBJECT

private slots:
    void equalsOpenCv();
    void streamIsReusable();
    void thresholdIsInclusive();
    void thresholdsCompareAsDoubles();
    void minimumAreaDropsSmallOnes();
    void contoursOutlineTheirRegion();
    void nestedRegionsHaveTheirOwnContour();
    void ignoredPixelsPartRegions();
    void notANumberIsInNoRegion();
    void higherThresholdsNest();
    void refusesBadInput();
};

void TestRegion::equalsOpenCv()
{
    QVERIFY(rc::check("streamed regions equal those of cv::connectedComponents", [] {
        const int height = *rc::gen::inRange(1, 30);
        const int width = *rc::gen::inRange(1, 45);
        const cv::Mat map = randomMap(height, width, *rc::gen::inRange(2, 12), *rc::gen::arbitrary<unsigned>());
        const cv::Mat ignore =
            *rc::gen::arbitrary<bool>() ? randomIgnore(height, width, *rc::gen::arbitrary<unsigned>()) : cv::Mat();
        const RegionSettings settings{*rc::gen::inRange(-3, 9) * 0.25, *rc::gen::inRange(0, 5)};
        const auto regions = regionsOf(map, settings, ignore);
        RC_ASSERT(regions.has_value());
        RC_ASSERT(*regions == slowRegions(map, settings, ignore));
    }));
}

void TestRegion::streamIsReusable()
{
    std::vector<Region> seen;
    auto stream = RegionStream::create(31, {0.5, 1}, [&](const Region &region) { seen.push_back(region); });
    QVERIFY(stream.has_value());
    for (unsigned seed = 0; seed < 3; ++seed) {
        const cv::Mat map = randomMap(17, 31, 7, seed);
        seen.clear();
        for (int y = 0; y < map.rows; ++y)
            stream->addRow(map.ptr<float>(y), nullptr);
        stream->finish();
        QVERIFY(numbered(seen) == slowRegions(map, {0.5, 1}, {}));
    }
}

void TestRegion::thresholdIsInclusive()
{
    const cv::Mat map(4, 4, CV_32FC1, cv::Scalar(0.75));
    QCOMPARE(regionsOf(map, {0.75, 1})->size(), std::size_t{1});
    QCOMPARE(regionsOf(map, {std::nextafter(0.75, 1.0), 1})->size(), std::size_t{0});
}

void TestRegion::thresholdsCompareAsDoubles()
{
    QVERIFY(rc::check("a float32 score is at or above a double threshold as in double", [](float value) {
        RC_PRE(std::isfinite(value));
        const auto exact = static_cast<double>(value);
        for (const double threshold :
             {exact, std::nextafter(exact, 1e300), std::nextafter(exact, -1e300), exact * 1.0000001})
            RC_ASSERT((value >= floatThreshold(threshold)) == (exact >= threshold));
    }));
    QCOMPARE(floatThreshold(1e300), std::numeric_limits<float>::infinity());
    QVERIFY(0.0F >= floatThreshold(-1e300));
}

void TestRegion::minimumAreaDropsSmallOnes()
{
    cv::Mat map = cv::Mat::zeros(8, 12, CV_32FC1);
    map(cv::Rect(0, 0, 3, 2)) = 2.0F;
    map(cv::Rect(6, 5, 1, 1)) = 5.0F;
    QCOMPARE(regionsOf(map, {1.0, 1})->size(), std::size_t{2});
    const auto large = regionsOf(map, {1.0, 6});
    QCOMPARE(large->size(), std::size_t{1});
    QCOMPARE(large->front().areaPx, std::int64_t{6});
    QCOMPARE(large->front().id, 1);
    QCOMPARE(regionsOf(map, {1.0, 7})->size(), std::size_t{0});
}

void TestRegion::contoursOutlineTheirRegion()
{
    QVERIFY(rc::check("a filled contour gives back its region", [] {
        const cv::Mat map =
            randomMap(*rc::gen::inRange(1, 20), *rc::gen::inRange(1, 25), 4, *rc::gen::arbitrary<unsigned>());
        const RegionSettings settings{0.25, *rc::gen::inRange(1, 4)};
        const auto regions = regionsOf(map, settings, {}, Contours::With);
        RC_ASSERT(regions.has_value());
        for (const Region &region : *regions) {
            RC_ASSERT(!region.contour.empty());
            RC_ASSERT(filledContourIsRegion(region, map >= settings.threshold));
        }
    }));
}

void TestRegion::nestedRegionsHaveTheirOwnContour()
{
    cv::Mat map = cv::Mat::zeros(9, 9, CV_32FC1);
    cv::rectangle(map, cv::Rect(0, 0, 9, 9), cv::Scalar(1.0));
    map.at<float>(4, 4) = 3.0F;
    const auto regions = regionsOf(map, {1.0, 1}, {}, Contours::With);
    QCOMPARE(regions->size(), std::size_t{2});
    QCOMPARE(regions->at(0).areaPx, std::int64_t{32});
    QCOMPARE(regions->at(1).contour, (std::vector<cv::Point>{{4, 4}}));
    QVERIFY(regions->at(0).contour != regions->at(1).contour);
}

void TestRegion::ignoredPixelsPartRegions()
{
    const cv::Mat map(5, 7, CV_32FC1, cv::Scalar(2.0));
    cv::Mat ignore = cv::Mat::zeros(5, 7, CV_8UC1);
    ignore.col(3) = 1;
    const auto regions = regionsOf(map, {1.0, 1}, ignore, Contours::With);
    QCOMPARE(regions->size(), std::size_t{2});
    QCOMPARE(regions->at(0).box, cv::Rect(0, 0, 3, 5));
    QCOMPARE(regions->at(1).box, cv::Rect(4, 0, 3, 5));
    QVERIFY(!regions->at(1).contour.empty());
}

void TestRegion::notANumberIsInNoRegion()
{
    cv::Mat map(3, 3, CV_32FC1, cv::Scalar(2.0));
    map.at<float>(1, 1) = std::numeric_limits<float>::quiet_NaN();
    const auto regions = regionsOf(map, {1.0, 1});
    QCOMPARE(regions->size(), std::size_t{1});
    QCOMPARE(regions->front().areaPx, std::int64_t{8});
    QCOMPARE(regions->front().mean, 2.0);
}

void TestRegion::higherThresholdsNest()
{
    QVERIFY(rc::check("a region at a higher threshold lies within one at a lower", [] {
        const cv::Mat map = randomMap(15, 21, 8, *rc::gen::arbitrary<unsigned>());
        const auto low = regionsOf(map, {0.25, 1});
        const auto high = regionsOf(map, {0.75, 1});
        for (const Region &inner : *high)
            RC_ASSERT(std::any_of(low->begin(), low->end(), [&](const Region &outer) {
                return (inner.box & outer.box) == inner.box && outer.areaPx >= inner.areaPx && outer.peak >= inner.peak;
            }));
    }));
}

void TestRegion::refusesBadInput()
{
    const cv::Mat map = cv::Mat::zeros(4, 5, CV_32FC1);
    QCOMPARE(regionsOf({}, {1.0, 1}).error().code, ErrorCode::BadArgument);
    QCOMPARE(regionsOf(cv::Mat::zeros(4, 5, CV_64FC1), {1.0, 1}).error().code, ErrorCode::BadArgument);
    QCOMPARE(regionsOf(map, {std::nan(""), 1}).error().code, ErrorCode::BadArgument);
    const auto wrong = regionsOf(map, {1.0, 1}, cv::Mat::zeros(5, 4, CV_8UC1));
    QCOMPARE(wrong.error().code, ErrorCode::ShapeMismatch);
    QCOMPARE(wrong.error().detail, std::string("ignore 4x5 does not match map 5x4"));
    QVERIFY(!RegionStream::create(0, {1.0, 1}, {}).has_value());
}

QTEST_APPLESS_MAIN(TestRegion)
#include "tst_regions_region.moc"
