#include "core/regions/region.h"
#include "core/regions/region_levels_builder.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <limits>
#include <random>

using namespace patina;

namespace {

RegionLevels levelsOf(const cv::Mat &map, const LevelScale &scale, const cv::Mat &ignore = {},
                      std::size_t mostPixels = RegionLevelsBuilder::usualMostPixels)
{
    RegionLevelsBuilder builder(map.cols, scale, mostPixels);
    for (int y = 0; y < map.rows; ++y)
        builder.addRow(map.ptr<float>(y), ignore.empty() ? nullptr : ignore.ptr<std::uint8_t>(y));
    return builder.finish();
}

/// The obvious way: the components of the map at that threshold.
std::vector<std::int64_t> slowAreas(const cv::Mat &map, double threshold, const cv::Mat &ignore = {})
{
    std::vector<std::int64_t> areas;
    const auto regions = regionsOf(map, {.threshold = threshold}, ignore);
    for (const Region &region : regions.value())
        areas.push_back(region.areaPx);
    std::ranges::sort(areas);
    return areas;
}

std::vector<std::int64_t> sorted(std::vector<std::int64_t> areas)
{
    std::ranges::sort(areas);
    return areas;
}

/// Noise, smoothed more or less, so that there are specks as well as hills that meet.
cv::Mat hills(int height, int width, double sigma, unsigned seed)
{
    cv::Mat map(height, width, CV_32FC1);
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> score(-0.5F, 3.0F);
    map.forEach<float>([&](float &value, const int *) { value = 0.0F; });
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            map.at<float>(y, x) = score(random);
    if (sigma > 0.0)
        cv::GaussianBlur(map, map, {}, sigma);
    return map;
}

} // namespace

class TestRegionsLevels : public QObject
{
    Q_OBJECT
private slots:
    void areasAreThoseOfPlainComponents();
    void typedThresholdsAreLevels();
    void levelsAreFoundForAnyThreshold();
    void scoresOutsideTheScaleAreAtItsEnds();
    void ignoredPixelsAreInNone();
    void tooManyPixelsCostTheLowestLevels();
    void codedIsIdentity();
    void damagedCodeIsRefused();
    void countsFollowTheMinimumArea();
};

void TestRegionsLevels::areasAreThoseOfPlainComponents()
{
    QVERIFY(rc::check([](unsigned seed) {
        const int height = *rc::gen::inRange(1, 40);
        const int width = *rc::gen::inRange(1, 40);
        const double sigma = *rc::gen::element(0.0, 1.0, 2.5);
        const cv::Mat map = hills(height, width, sigma, seed);
        const LevelScale scale{*rc::gen::element(4, 20, 100), 0, *rc::gen::element(10, 60, 400)};
        const RegionLevels levels = levelsOf(map, scale);
        for (int level = 0; level < scale.count; level += std::max(1, scale.count / 25))
            RC_ASSERT(sorted(levels.areasAt(level)) == slowAreas(map, scale.threshold(level)));
    }));
}

void TestRegionsLevels::typedThresholdsAreLevels()
{
    const LevelScale scale{100, 50, 1000};
    QCOMPARE(scale.threshold(7), 0.57);
    QCOMPARE(scale.threshold(50), 1.0);
    QCOMPARE(scale.threshold(73), 1.23);
    cv::Mat map(1, 3, CV_32FC1, cv::Scalar(0));
    map.at<float>(0, 0) = 0.57F; // float32 of 0.57 is below it
    map.at<float>(0, 2) = std::nextafter(0.57F, 1.0F);
    const RegionLevels levels = levelsOf(map, scale);
    QCOMPARE(levels.count(7, 1), std::int64_t{1});
    QCOMPARE(std::ssize(slowAreas(map, 0.57)), std::ptrdiff_t{1});
    QCOMPARE(levels.count(6, 1), std::int64_t{2});
}

void TestRegionsLevels::levelsAreFoundForAnyThreshold()
{
    QVERIFY(rc::check([] {
        const LevelScale scale{*rc::gen::inRange(1, 200), *rc::gen::inRange(-300, 300), *rc::gen::inRange(1, 500)};
        RC_ASSERT(scale.check());
        const double threshold = *rc::gen::inRange(-4000, 4000) / 1000.0;
        const int level = scale.levelFor(threshold);
        RC_ASSERT(level == scale.count || scale.threshold(level) >= threshold);
        RC_ASSERT(level == 0 || scale.threshold(level - 1) < threshold);
        const LevelFinder finder(scale);
        const auto score = static_cast<float>(threshold);
        if (score >= finder.lowest()) {
            const int reached = finder.level(score);
            RC_ASSERT(static_cast<double>(score) >= scale.threshold(reached));
            RC_ASSERT(reached == scale.count - 1 || static_cast<double>(score) < scale.threshold(reached + 1));
        }
    }));
    QVERIFY(!LevelScale({100, 0, 0}).check());
    QVERIFY(!LevelScale({0, 0, 10}).check());
    QVERIFY(!LevelScale({100, 0, LevelScale::mostLevels + 1}).check());
}

void TestRegionsLevels::scoresOutsideTheScaleAreAtItsEnds()
{
    const float infinity = std::numeric_limits<float>::infinity();
    cv::Mat map(1, 5, CV_32FC1, cv::Scalar(0));
    map.at<float>(0, 0) = infinity;
    map.at<float>(0, 2) = std::numeric_limits<float>::quiet_NaN();
    map.at<float>(0, 4) = 1e30F;
    const RegionLevels levels = levelsOf(map, {10, 5, 20});
    QCOMPARE(levels.areasAt(19), std::vector<std::int64_t>({1, 1}));
    QCOMPARE(levels.count(20, 1), std::int64_t{0});
    QCOMPARE(levels.count(0, 1), std::int64_t{2});
    QCOMPARE(levelsOf(cv::Mat(3, 3, CV_32FC1, cv::Scalar(-1)), {10, 5, 20}).branches().size(), std::size_t{0});
}

void TestRegionsLevels::ignoredPixelsAreInNone()
{
    const cv::Mat map = hills(30, 30, 1.0, 4);
    cv::Mat ignore(30, 30, CV_8UC1, cv::Scalar(0));
    ignore(cv::Rect(10, 0, 5, 30)) = 255;
    const LevelScale scale{20, 10, 50};
    const RegionLevels levels = levelsOf(map, scale, ignore);
    for (int level = 0; level < scale.count; ++level)
        QCOMPARE(sorted(levels.areasAt(level)), slowAreas(map, scale.threshold(level), ignore));
}

void TestRegionsLevels::tooManyPixelsCostTheLowestLevels()
{
    const cv::Mat map = hills(40, 40, 1.0, 5);
    const LevelScale scale{20, 0, 60};
    const RegionLevels levels = levelsOf(map, scale, {}, 300);
    QVERIFY(levels.lowestKnown() > 0 && levels.lowestKnown() < scale.count);
    for (int level = levels.lowestKnown(); level < scale.count; ++level)
        QCOMPARE(sorted(levels.areasAt(level)), slowAreas(map, scale.threshold(level)));
    const RegionLevels none = levelsOf(cv::Mat(40, 40, CV_32FC1, cv::Scalar(100)), scale, {}, 300);
    QCOMPARE(none.lowestKnown(), scale.count); // nothing can be told apart
    QVERIFY(none.branches().empty());
}

void TestRegionsLevels::codedIsIdentity()
{
    QVERIFY(rc::check([](unsigned seed) {
        const RegionLevels levels = levelsOf(hills(25, 25, 1.5, seed), {50, *rc::gen::inRange(-20, 20), 200});
        const auto back = RegionLevels::decoded(levels.encoded());
        RC_ASSERT(back);
        RC_ASSERT(*back == levels);
    }));
}

void TestRegionsLevels::damagedCodeIsRefused()
{
    const std::vector<std::uint8_t> good = levelsOf(hills(25, 25, 1.5, 7), {50, 0, 200}).encoded();
    for (std::size_t length = 0; length < good.size(); ++length)
        QVERIFY(!RegionLevels::decoded(std::span(good).first(length)));
    std::mt19937 random(8);
    for (int i = 0; i < 2000; ++i) { // whatever it says, it is sound or refused
        std::vector<std::uint8_t> bad = good;
        for (int flips = 0; flips < 3; ++flips)
            bad[random() % bad.size()] = static_cast<std::uint8_t>(random());
        if (const auto levels = RegionLevels::decoded(bad))
            for (int level = levels->lowestKnown(); level < levels->scale().count; level += 7)
                for (const std::int64_t area : levels->areasAt(level))
                    QVERIFY(area > 0);
    }
}

void TestRegionsLevels::countsFollowTheMinimumArea()
{
    const cv::Mat map = hills(60, 60, 2.0, 9);
    const LevelScale scale{50, 50, 100};
    const RegionLevels levels = levelsOf(map, scale);
    for (const std::int64_t minArea : {1, 5, 40, 100000}) {
        int highest = -1;
        for (int level = 0; level < scale.count; ++level) {
            const auto areas = slowAreas(map, scale.threshold(level));
            const auto count = std::ranges::count_if(areas, [&](std::int64_t area) { return area >= minArea; });
            QCOMPARE(levels.count(level, minArea), count);
            highest = count > 0 ? level : highest;
        }
        QCOMPARE(levels.highestLevel(minArea), highest);
    }
}

QTEST_APPLESS_MAIN(TestRegionsLevels)
#include "tst_regions_levels.moc"
