#include "core/project/counting_rules.h"
#include "core/project/project_settings.h"
#include "core/project/zone_mask.h"
#include "core/regions/region.h"

#include <QTest>

#include <rapidcheck.h>

#include <limits>
#include <random>

using namespace patina;

namespace {

cv::Mat noise(int height, int width, unsigned seed)
{
    cv::Mat map(height, width, CV_32FC1);
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> tenth(1, 25);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            map.at<float>(y, x) = 0.1F * static_cast<float>(tenth(random));
    return map;
}

Zone thresholdZone(std::int64_t id, const cv::Rect &area, double factor)
{
    Zone zone{id, "", ZoneKind::Thresholds, {area.tl(), {area.br().x, area.y}, area.br(), {area.x, area.br().y}}};
    zone.thresholdFactor = factor;
    return zone;
}

Zone ignoreZone(std::int64_t id, const cv::Rect &area)
{
    Zone zone = thresholdZone(id, area, 1.0);
    zone.kind = ZoneKind::Ignore;
    zone.thresholdFactor.reset();
    return zone;
}

CountedMap laid(const CountingRules &rules, cv::Size size, float floor = 0.25F)
{
    return CountedMap::create(rules, size, size, floor, {}).value();
}

/// A few rows at a time, as scoring makes them.
CountedMap::Render rowsOf(const cv::Mat &map, int rows)
{
    return [map, rows](const CountedMap::Sink &sink) -> Result<double> {
        for (int y = 0; y < map.rows; y += rows)
            if (auto taken = sink(y, map.rowRange(y, std::min(map.rows, y + rows)).clone()); !taken)
                return failFrom(std::move(taken));
        double most = 0.0;
        cv::minMaxLoc(map, nullptr, &most);
        return most;
    };
}

bool same(const cv::Mat &a, const cv::Mat &b)
{
    return a.size() == b.size() && cv::countNonZero(a != b) == 0;
}

} // namespace

class TestProjectCounting : public QObject
{
    Q_OBJECT
private slots:
    void rowByRowIsAsAtOnce();
    void aZoneOverAllIsAnotherThreshold();
    void whereZonesOverlapTheLowestThresholdHolds();
    void whatIsLeftOutHelpsNoRegionToBeLarge();
    void theScoreIsOfWhatCounts();
    void rulesComeFromTheProject();
    void theAreaFollowsTheScaleOfTheMap();
    void withoutRulesNothingIsTouched();
};

void TestProjectCounting::rowByRowIsAsAtOnce()
{
    QVERIFY(rc::check([](unsigned seed) {
        const cv::Mat map = noise(*rc::gen::inRange(1, 30), *rc::gen::inRange(1, 30), seed);
        CountingRules rules;
        rules.minAreaPx = *rc::gen::inRange<std::int64_t>(1, 9);
        if (*rc::gen::arbitrary<bool>())
            rules.zones.push_back(thresholdZone(1, {3, 2, 9, 12}, *rc::gen::element(0.5, 0.8, 2.0)));
        if (*rc::gen::arbitrary<bool>())
            rules.zones.push_back(ignoreZone(2, {7, 5, 10, 10}));
        const CountedMap counted = laid(rules, map.size());
        cv::Mat whole = map.clone();
        counted.weigh(whole);
        RC_ASSERT(counted.open(whole, {}).has_value());
        cv::Mat streamed(map.size(), CV_32FC1);
        const auto score = counted.render(rowsOf(map, *rc::gen::inRange(1, 8)),
                                          [&](int first, const cv::Mat &rows) -> Result<void> {
                                              rows.copyTo(streamed.rowRange(first, first + rows.rows));
                                              return {};
                                          },
                                          {});
        RC_ASSERT(same(whole, streamed));
        RC_ASSERT(score.value() == counted.scoreOf(whole));
    }));
}

void TestProjectCounting::aZoneOverAllIsAnotherThreshold()
{
    const cv::Mat map = noise(40, 50, 3);
    const CountedMap counted = laid({{thresholdZone(1, {0, 0, 50, 40}, 0.8)}, 1}, map.size());
    cv::Mat weighed = map.clone();
    counted.weigh(weighed);
    for (const double threshold : {1.01, 1.51, 2.01}) {
        const auto before = regionsOf(map, {.threshold = 0.8 * threshold}).value();
        const auto after = regionsOf(weighed, {.threshold = threshold}).value();
        QCOMPARE(after.size(), before.size());
        for (std::size_t i = 0; i < after.size(); ++i)
            QCOMPARE(after[i].areaPx, before[i].areaPx);
    }
}

void TestProjectCounting::whereZonesOverlapTheLowestThresholdHolds()
{
    const std::vector<Zone> zones{thresholdZone(1, {0, 0, 6, 6}, 0.5), thresholdZone(2, {3, 0, 6, 6}, 2.0)};
    const cv::Mat percents = thresholdPercents(zones, {10, 6}, {10, 6}).value();
    QCOMPARE(percents.at<std::uint16_t>(2, 1), std::uint16_t{50});
    QCOMPARE(percents.at<std::uint16_t>(2, 4), std::uint16_t{50});
    QCOMPARE(percents.at<std::uint16_t>(2, 7), std::uint16_t{200});
    QCOMPARE(percents.at<std::uint16_t>(2, 9), std::uint16_t{100});
}

void TestProjectCounting::whatIsLeftOutHelpsNoRegionToBeLarge()
{
    cv::Mat map = cv::Mat::zeros(10, 10, CV_32FC1);
    map(cv::Rect(2, 2, 6, 1)).setTo(2.0);
    const CountedMap all = laid({{}, 6}, map.size());
    const CountedMap cut = laid({{ignoreZone(1, {0, 0, 4, 10})}, 6}, map.size());
    cv::Mat one = map.clone();
    cv::Mat other = map.clone();
    QVERIFY(all.open(one, {}) && cut.open(other, {}));
    QCOMPARE(all.scoreOf(one), 2.0);
    QVERIFY(cut.scoreOf(other) < 0.25);
}

void TestProjectCounting::theScoreIsOfWhatCounts()
{
    cv::Mat map(8, 8, CV_32FC1, cv::Scalar(0.5));
    map.at<float>(1, 1) = 3.0F;
    map.at<float>(6, 6) = 1.0F;
    QCOMPARE(laid({{ignoreZone(1, {0, 0, 3, 3})}, 1}, map.size()).scoreOf(map), 1.0);
    QCOMPARE(laid({{ignoreZone(1, {0, 0, 8, 8})}, 1}, map.size()).scoreOf(map), 0.0);
    cv::Mat weighed = map.clone();
    const CountedMap strict = laid({{thresholdZone(1, {5, 5, 3, 3}, 0.25)}, 1}, map.size());
    strict.weigh(weighed);
    QCOMPARE(strict.scoreOf(weighed), 4.0);
}

void TestProjectCounting::rulesComeFromTheProject()
{
    ProjectContents contents;
    contents.zones = {thresholdZone(1, {0, 0, 3, 3}, 0.5), thresholdZone(2, {0, 0, 3, 3}, 0.7)};
    contents.zones[1].image = "b.png";
    QCOMPARE(countingRulesOf(contents, "a.png", 1.0).zones.size(), 1U);
    QCOMPARE(countingRulesOf(contents, "b.png", 1.0).zones.size(), 2U);
    QCOMPARE(countingRulesOf(contents, "a.png", 1.0).minAreaPx, std::int64_t{1});
    QVERIFY(minimumAreaEdits(contents, 1).empty());
    contents.settings = {{minimumAreaSetting, "40"}};
    QCOMPARE(countingRulesOf(contents, "a.png", 1.0).minAreaPx, std::int64_t{40});
    QCOMPARE(minimumAreaEdits(contents, 1).size(), 1U);
    for (const char *bad : {"0", "-3", "2.5", "many", "1e99", "nan", ""}) {
        contents.settings = {{minimumAreaSetting, bad}};
        QCOMPARE(minimumAreaOf(contents), std::int64_t{1});
    }
}

void TestProjectCounting::theAreaFollowsTheScaleOfTheMap()
{
    QCOMPARE(minAreaOnMap(100, 1.0), std::int64_t{100});
    QCOMPARE(minAreaOnMap(100, 0.5), std::int64_t{25});
    QCOMPARE(minAreaOnMap(100, 2.0), std::int64_t{100});
    QCOMPARE(minAreaOnMap(1, 0.1), std::int64_t{1});
}

void TestProjectCounting::withoutRulesNothingIsTouched()
{
    const cv::Mat map = noise(9, 11, 1);
    const CountedMap counted = laid({}, map.size(), -std::numeric_limits<float>::infinity());
    cv::Mat touched = map.clone();
    counted.weigh(touched);
    QVERIFY(counted.open(touched, {}));
    QVERIFY(same(map, touched));
    QVERIFY(counted.uncounted().empty());
}

QTEST_GUILESS_MAIN(TestProjectCounting)
#include "tst_project_counting.moc"
