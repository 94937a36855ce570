// max-escape and max-overkill: what they choose, against trying every threshold, and when they refuse.

#include "core/metrics/intervals.h"
#include "core/thresholds/bounded_rules.h"
#include "tests/core/thresholds/made_scores.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <ranges>
#include <set>

using namespace patina;
using namespace patina::made;

class TestThresholdsBounds : public QObject
{
    Q_OBJECT

private slots:
    void escapeIsTheHighestOfTheFirstRun();
    void overkillIsTheLowestOfTheLastRun();
    void refusesExactlyWhereTooFew();
    void thresholdFollowsTheBound();
    void orderDoesNotMatter();
    void moreClassesAreNeverHigher();
    void groupsAreNeverHigherPerGroup();
    void tiesEscapeTogether();
    void sentences();
    void nothingToCount();

private:
    static constexpr double above = 100.0;
};

namespace {

RateBound anyBound()
{
    RateBound bound;
    bound.rate = *rc::gen::element(0.02, 0.05, 0.1, 0.25, 0.5);
    bound.confidence = *rc::gen::element<std::optional<double>>(0.5, 0.8, 0.95, std::nullopt);
    bound.unit = *rc::gen::element(CountUnit::Single, CountUnit::Group);
    return bound;
}

bool within(std::int64_t failed, std::int64_t total, const RateBound &bound)
{
    return bound.confidence ? exactUpper(failed, total, *bound.confidence) <= bound.rate
                            : static_cast<double>(failed) <= bound.rate * static_cast<double>(total) + 1e-9;
}

/// Groups, or single defects, of which one with a peak below the threshold has escaped.
bool escapeWithin(const CalibrationData &data, const std::string &name, double threshold, const RateBound &bound)
{
    std::map<std::string, bool> escaped;
    for (std::size_t i = 0; i < data.defects.size(); ++i) {
        const JudgedDefect &defect = data.defects[i];
        if (defect.className == name)
            escaped[bound.unit == CountUnit::Group ? defect.group : std::to_string(i)] |= defect.peak < threshold;
    }
    return within(std::ranges::count(escaped, true, [](const auto &unit) { return unit.second; }), std::ssize(escaped),
                  bound);
}

bool overkillWithin(const CalibrationData &data, double threshold, const RateBound &bound)
{
    std::map<std::string, bool> flagged;
    for (std::size_t i = 0; i < data.good.size(); ++i)
        flagged[bound.unit == CountUnit::Group ? data.good[i].group : std::to_string(i)] |=
            data.good[i].peak >= threshold;
    return within(std::ranges::count(flagged, true, [](const auto &unit) { return unit.second; }), std::ssize(flagged),
                  bound);
}

/// Every eighth up to over all peaks, and a little above each: one threshold of every kind there is.
std::vector<double> allThresholds()
{
    std::vector<double> thresholds;
    for (int i = -1; i <= 25; ++i) {
        thresholds.push_back(i / 8.0);
        thresholds.push_back(justAbove(i / 8.0));
    }
    return thresholds;
}

const std::vector<std::string> both{"crack", "dent"};

bool hasBoth(const CalibrationData &data)
{
    return defectClasses(data) == both;
}

} // namespace

void TestThresholdsBounds::escapeIsTheHighestOfTheFirstRun()
{
    QVERIFY(rc::check([] {
        const CalibrationData data = dataOf(anyImages());
        RC_PRE(hasBoth(data));
        const RateBound bound = anyBound();
        const RuleAnswer answer = maxEscapeRule(data, both, bound);
        std::optional<double> highest; // fixed sequence: upwards until the first that is not shown
        for (const double threshold : allThresholds()) {
            if (!escapeWithin(data, "crack", threshold, bound) || !escapeWithin(data, "dent", threshold, bound))
                break;
            highest = threshold;
        }
        RC_ASSERT(answer.threshold == highest);
        RC_ASSERT(answer.why.empty() == highest.has_value());
        if (!highest)
            RC_ASSERT(answer.nearest == escapePeaks(data, {}, CountUnit::Single).front());
    }));
}

void TestThresholdsBounds::overkillIsTheLowestOfTheLastRun()
{
    QVERIFY(rc::check([] {
        const CalibrationData data = dataOf(anyImages());
        RC_PRE(!data.good.empty());
        const RateBound bound = anyBound();
        const RuleAnswer answer = maxOverkillRule(data, bound);
        std::optional<double> lowest;
        std::vector<double> thresholds = allThresholds();
        for (const double threshold : thresholds | std::views::reverse) {
            if (!overkillWithin(data, threshold, bound))
                break;
            lowest = threshold;
        }
        RC_ASSERT(answer.threshold.has_value() == lowest.has_value());
        if (lowest && overkillWithin(data, thresholds.front(), bound))
            return; // lower ones are none of these
        if (lowest)
            RC_ASSERT(answer.threshold == lowest);
        else
            RC_ASSERT(answer.nearest == justAbove(overkillPeaks(data, CountUnit::Single).back()));
    }));
}

void TestThresholdsBounds::refusesExactlyWhereTooFew()
{
    QVERIFY(rc::check([] {
        const int count = *rc::gen::inRange(1, 400);
        const double rate = *rc::gen::element(0.01, 0.02, 0.05, 0.1);
        std::vector<double> peaks;
        for (int i = 0; i < count; ++i)
            peaks.push_back(anyPeak());
        const CalibrationData data = cracksAndGood(peaks, peaks);
        const bool enough = count >= trialsForUpper95(rate);
        RC_ASSERT(maxEscapeRule(data, {"crack"}, {rate, 0.95}).threshold.has_value() == enough);
        RC_ASSERT(maxOverkillRule(data, {rate, 0.95}).threshold.has_value() == enough);
        RC_ASSERT(maxEscapeRule(data, {"crack"}, {rate, std::nullopt}).threshold.has_value());
        RC_ASSERT(maxOverkillRule(data, {rate, std::nullopt}).threshold.has_value());
    }));
}

void TestThresholdsBounds::thresholdFollowsTheBound()
{
    QVERIFY(rc::check([] {
        const CalibrationData data = dataOf(anyImages(200));
        RC_PRE(hasBoth(data) && !data.good.empty());
        RateBound bound = anyBound();
        double review = -above;
        double reject = above;
        for (const double rate : {0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8}) {
            bound.rate = rate;
            const double higher = maxEscapeRule(data, both, bound).threshold.value_or(-above);
            RC_ASSERT(higher >= review);
            review = higher;
            const double lower = maxOverkillRule(data, bound).threshold.value_or(above);
            RC_ASSERT(lower <= reject);
            reject = lower;
        }
        if (!bound.confidence)
            return;
        RateBound surer = bound;
        surer.confidence = 0.99;
        RC_ASSERT(maxEscapeRule(data, both, surer).threshold.value_or(-above) <= review);
    }));
}

void TestThresholdsBounds::orderDoesNotMatter()
{
    QVERIFY(rc::check([] {
        const CalibrationData data = dataOf(anyImages());
        RC_PRE(hasBoth(data));
        const RateBound bound = anyBound();
        const CalibrationData other = shuffled(data);
        RC_ASSERT(maxEscapeRule(data, {"crack", "dent"}, bound).best() ==
                  maxEscapeRule(other, {"dent", "crack"}, bound).best());
        RC_ASSERT(maxOverkillRule(data, bound) == maxOverkillRule(other, bound));
    }));
}

void TestThresholdsBounds::moreClassesAreNeverHigher()
{
    QVERIFY(rc::check([] {
        const CalibrationData data = dataOf(anyImages(150));
        RC_PRE(hasBoth(data));
        const RateBound bound = anyBound();
        const auto crack = maxEscapeRule(data, {"crack"}, bound).threshold;
        const auto dent = maxEscapeRule(data, {"dent"}, bound).threshold;
        const auto each = maxEscapeRule(data, both, bound).threshold;
        RC_ASSERT(each == (crack && dent ? std::optional(std::min(*crack, *dent)) : std::nullopt));
    }));
}

/// A group escapes with its weakest defect: of the same number of units, no threshold is higher.
void TestThresholdsBounds::groupsAreNeverHigherPerGroup()
{
    QVERIFY(rc::check([] {
        const CalibrationData data = dataOf(anyImages());
        RC_PRE(hasBoth(data));
        CalibrationData oneEach = data; // the first defect of each group and class alone
        std::set<std::string> seen;
        std::erase_if(oneEach.defects, [&](const JudgedDefect &defect) {
            return !seen.insert(defect.group + "/" + defect.className).second;
        });
        RateBound bound = anyBound();
        bound.unit = CountUnit::Single;
        const auto single = maxEscapeRule(oneEach, both, bound).threshold;
        bound.unit = CountUnit::Group;
        const auto grouped = maxEscapeRule(data, both, bound).threshold;
        RC_ASSERT(single.has_value() == grouped.has_value());
        RC_ASSERT(!single || *grouped <= *single);
    }));
}

void TestThresholdsBounds::tiesEscapeTogether()
{
    std::vector<double> peaks(100, 2.0);
    peaks[0] = peaks[1] = 1.0; // two of a hundred may go, but a third that is equal may not
    const auto review = [&](double rate) {
        return maxEscapeRule(cracksAndGood(peaks, {}), {"crack"}, {rate, std::nullopt}).threshold;
    };
    QCOMPARE(review(0.02), std::optional(2.0));
    QCOMPARE(review(0.01), std::optional(1.0));
    peaks[2] = 1.0;
    QCOMPARE(review(0.02), std::optional(1.0));
    const auto reject = maxOverkillRule(cracksAndGood({}, peaks), {0.5, std::nullopt}).threshold;
    QCOMPARE(reject, std::optional(justAbove(2.0))); // 97 are equal: all or none
    QVERIFY(static_cast<double>(static_cast<float>(*reject)) == *reject && *reject > 2.0);
}

void TestThresholdsBounds::sentences()
{
    const RuleAnswer few = maxEscapeRule(cracksAndGood(std::vector<double>(57, 1.5), {}), {"crack"}, {0.01, 0.95});
    QCOMPARE(few.why, std::string("max-escape cannot be met: no escape among 57 defects of class crack bounds the rate "
                                  "at 5.1 % with 95 % confidence; 1 % needs 299; nearest is 1.5, where none escapes"));
    QCOMPARE(few.nearest, std::optional(1.5));
    const RuleAnswer good = maxOverkillRule(cracksAndGood({}, std::vector<double>(20, 1.5)), {0.0125, 0.9});
    QVERIFY(few.refusal && few.refusal->kind == RuleRefusal::Kind::TooFew && few.refusal->needed == 299);
    QCOMPARE(few.refusal->few.size(), std::size_t{1});
    QCOMPARE(few.refusal->few.front().units, std::int64_t{57});
    QCOMPARE(few.refusal->few.front().className, std::string("crack"));
    QVERIFY(good.refusal && good.refusal->few.front().className.empty() && good.refusal->few.front().units == 20);
    QCOMPARE(good.why, std::string("max-overkill cannot be met: no overkill among 20 good images bounds the rate at "
                                   "11 % with 90 % confidence; 1.25 % needs 184; nearest is 1.5, where none is "
                                   "flagged"));
}

void TestThresholdsBounds::nothingToCount()
{
    const CalibrationData data = cracksAndGood(std::vector<double>(57, 1.5), {});
    for (const std::optional<double> confidence : {std::optional(0.95), std::optional<double>()}) {
        const RuleAnswer dent = maxEscapeRule(data, both, {0.01, confidence});
        QCOMPARE(dent.why, std::string("max-escape cannot be met: the calibration part has no outlined defect of class "
                                       "dent"));
        QVERIFY(!dent.best());
        const RuleAnswer good = maxOverkillRule(data, {0.01, confidence});
        QCOMPARE(good.why, std::string("max-overkill cannot be met: the calibration part has no good image"));
        QVERIFY(!good.best());
    }
}

QTEST_APPLESS_MAIN(TestThresholdsBounds)
#include "tst_thresholds_bounds.moc"
