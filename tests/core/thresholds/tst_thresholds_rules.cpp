// The rules that estimate, how rules are written, the pair they settle on, and what is counted on the other part.

#include "core/thresholds/verification.h"
#include "tests/core/thresholds/made_scores.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace patina;
using namespace patina::made;

class TestThresholdsRules : public QObject
{
    Q_OBJECT

private slots:
    void meanAndSigma();
    void meanSigmaFollowsTheScale();
    void quantileAllowsNoMore();
    void f1MaxIsTheLargest();
    void costIsTheLeast();
    void costFollowsThePrices();
    void prevalenceAsCountedIsTheDefault();
    void orderDoesNotMatter();
    void refusals();
    void ruleTexts_data();
    void ruleTexts();
    void ruleTextsAreRefused_data();
    void ruleTextsAreRefused();
    void pairsKeepTheirOrder();
    void countsAreOfBothSides();
    void verdicts();
};

namespace {

std::vector<double> candidates()
{
    std::vector<double> all;
    for (int i = 0; i <= 24; ++i)
        all.push_back(i / 8.0);
    all.push_back(100.0);
    return all;
}

double f1At(const CalibrationData &data, double threshold)
{
    const auto flagged = [&](const JudgedImage &image) { return image.peak >= threshold; };
    const auto hits = static_cast<double>(std::ranges::count_if(data.anomalous, flagged));
    const auto alarms = static_cast<double>(std::ranges::count_if(data.good, flagged));
    return 2.0 * hits / (hits + alarms + static_cast<double>(data.anomalous.size()));
}

bool hasBothKinds(const CalibrationData &data)
{
    return !data.good.empty() && !data.anomalous.empty();
}

} // namespace

void TestThresholdsRules::meanAndSigma()
{
    const CalibrationData data = cracksAndGood({9.0}, {1.0, 2.0, 3.0, 4.0, 5.0});
    QVERIFY(std::abs(*meanSigmaRule(data, 3.0).threshold - (3.0 + 3.0 * std::sqrt(2.0))) < 1e-12);
    QVERIFY(std::abs(*meanSigmaRule(data, 1e-9).threshold - 3.0) < 1e-8);
}

void TestThresholdsRules::meanSigmaFollowsTheScale()
{
    QVERIFY(rc::check([] {
        std::vector<double> peaks;
        for (int i = *rc::gen::inRange(2, 30); i > 0; --i)
            peaks.push_back(anyPeak());
        const auto before = meanSigmaRule(cracksAndGood({}, peaks), 2.0).threshold;
        RC_PRE(before.has_value());
        for (double &peak : peaks)
            peak = 4.0 * peak + 1.0;
        const auto after = meanSigmaRule(cracksAndGood({}, peaks), 2.0).threshold;
        RC_ASSERT(std::abs(*after - (4.0 * *before + 1.0)) < 1e-9);
    }));
}

void TestThresholdsRules::quantileAllowsNoMore()
{
    QVERIFY(rc::check([] {
        const CalibrationData data = dataOf(anyImages(100));
        RC_PRE(!data.good.empty());
        const double allowed = static_cast<double>(*rc::gen::inRange(1, 100)) / 100.0;
        const double threshold = *quantileRule(data, allowed).threshold;
        const std::vector<double> peaks = overkillPeaks(data, CountUnit::Single);
        const auto share = [&](double t) {
            return static_cast<double>(countAtOrAbove(peaks, t)) / static_cast<double>(peaks.size());
        };
        RC_ASSERT(share(threshold) <= allowed + 1e-12);
        // One peak lower is too low.
        const auto below = std::ranges::lower_bound(peaks, threshold);
        RC_ASSERT(below != peaks.begin() && share(*(below - 1)) > allowed);
    }));
}

void TestThresholdsRules::f1MaxIsTheLargest()
{
    QVERIFY(rc::check([] {
        const CalibrationData data = dataOf(anyImages());
        RC_PRE(hasBothKinds(data));
        const double best = f1At(data, *f1MaxRule(data).threshold);
        for (const double threshold : candidates())
            RC_ASSERT(f1At(data, threshold) <= best + 1e-12);
    }));
}

void TestThresholdsRules::costIsTheLeast()
{
    QVERIFY(rc::check([] {
        const CalibrationData data = dataOf(anyImages());
        RC_PRE(hasBothKinds(data));
        const CostPrices prices{static_cast<double>(*rc::gen::inRange(0, 50)),
                                static_cast<double>(*rc::gen::inRange(0, 50)),
                                *rc::gen::element<std::optional<double>>(std::nullopt, 0.01, 0.5)};
        const double chosen = *costRule(data, prices).threshold;
        const double least = expectedCost(data, prices, chosen);
        for (const double threshold : candidates()) {
            RC_ASSERT(expectedCost(data, prices, threshold) >= least - 1e-12);
            if (threshold < chosen && threshold >= overkillPeaks(data, CountUnit::Single).front())
                RC_ASSERT(expectedCost(data, prices, threshold) > least - 1e-12);
        }
    }));
}

void TestThresholdsRules::costFollowsThePrices()
{
    QVERIFY(rc::check([] {
        const CalibrationData data = dataOf(anyImages());
        RC_PRE(hasBothKinds(data));
        double last = 1000.0;
        for (const double price : {0.01, 0.5, 1.0, 3.0, 10.0, 1000.0}) { // the dearer an escape, the lower
            const double threshold = *costRule(data, {price, 1.0, std::nullopt}).threshold;
            RC_ASSERT(threshold <= last);
            last = threshold;
        }
        for (const JudgedImage &image : data.anomalous) // escapes cost all: none is left
            RC_ASSERT(last <= image.peak);
    }));
}

void TestThresholdsRules::prevalenceAsCountedIsTheDefault()
{
    const CalibrationData data = cracksAndGood({1.0, 2.0, 3.0}, {0.5, 1.5});
    QVERIFY(std::abs(expectedCost(data, {10.0, 2.0, {}}, 1.25) - (10.0 * 1 + 2.0 * 1) / 5.0) < 1e-12);
    QVERIFY(std::abs(expectedCost(data, {10.0, 2.0, 0.1}, 1.25) - (0.1 * 10.0 / 3.0 + 0.9 * 2.0 / 2.0)) < 1e-12);
    QCOMPARE(costRule(data, {10.0, 2.0, 0.6}), costRule(data, {10.0, 2.0, {}}));
}

void TestThresholdsRules::orderDoesNotMatter()
{
    QVERIFY(rc::check([] {
        const CalibrationData data = dataOf(anyImages());
        const CalibrationData other = shuffled(data);
        RC_ASSERT(meanSigmaRule(data, 2.0) == meanSigmaRule(other, 2.0));
        RC_ASSERT(quantileRule(data, 0.1) == quantileRule(other, 0.1));
        RC_ASSERT(f1MaxRule(data) == f1MaxRule(other));
        RC_ASSERT(costRule(data, {}) == costRule(other, {}));
    }));
}

void TestThresholdsRules::refusals()
{
    const CalibrationData noGood = cracksAndGood({1.0}, {});
    const CalibrationData onlyGood = cracksAndGood({}, {1.0, 1.0});
    QCOMPARE(meanSigmaRule(noGood, 3.0).why,
             std::string("mean-sigma cannot be met: the calibration part has 0 good images; it takes at least two"));
    QVERIFY(!meanSigmaRule(onlyGood, 3.0).threshold); // the mean itself would flag them all
    QCOMPARE(meanSigmaRule(onlyGood, 3.0).nearest, std::optional(justAbove(1.0)));
    QVERIFY(!quantileRule(noGood, 0.1).best());
    for (const CalibrationData &data : {noGood, onlyGood}) {
        QVERIFY(!f1MaxRule(data).best() && f1MaxRule(data).why.starts_with("f1-max cannot be met"));
        QVERIFY(!costRule(data, {}).best() && costRule(data, {}).why.starts_with("cost cannot be met"));
    }
}

void TestThresholdsRules::ruleTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("number"); // 0: none
    QTest::newRow("mean-sigma") << "mean-sigma:3" << int(RuleKind::MeanSigma) << 3.0;
    QTest::newRow("quantile") << "quantile:0.05" << int(RuleKind::Quantile) << 0.05;
    QTest::newRow("f1-max") << "f1-max" << int(RuleKind::F1Max) << 0.0;
    QTest::newRow("max-escape") << "max-escape" << int(RuleKind::MaxEscape) << 0.0;
    QTest::newRow("max-escape with rate") << "max-escape:1e-2" << int(RuleKind::MaxEscape) << 0.01;
    QTest::newRow("max-overkill") << "max-overkill:.5" << int(RuleKind::MaxOverkill) << 0.5;
    QTest::newRow("cost") << "cost" << int(RuleKind::Cost) << 0.0;
}

void TestThresholdsRules::ruleTexts()
{
    QFETCH(QString, text);
    QFETCH(int, kind);
    QFETCH(double, number);
    const auto rule = parseRuleText(text.toStdString());
    QVERIFY(rule);
    QCOMPARE(int(rule->kind), kind);
    QCOMPARE(rule->number.value_or(0.0), number);
    QVERIFY(text.startsWith(QString::fromStdString(std::string(ruleName(rule->kind)))));
}

void TestThresholdsRules::ruleTextsAreRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *bad : {"", "max", "quantile", "mean-sigma", "mean-sigma:", "mean-sigma:x", "mean-sigma:-1",
                            "mean-sigma:3 ", "quantile:1", "quantile:0", "quantile:nan", "quantile:inf", "f1-max:1",
                            "cost:2", "max-escape:", "max-escape:1.5", "max-escape:1%", ":0.5"})
        QTest::newRow(bad) << bad;
}

void TestThresholdsRules::ruleTextsAreRefused()
{
    QFETCH(QString, text);
    const auto rule = parseRuleText(text.toStdString());
    QVERIFY(!rule);
    QCOMPARE(rule.error().code, ErrorCode::BadArgument);
}

void TestThresholdsRules::pairsKeepTheirOrder()
{
    QVERIFY(rc::check([] {
        const auto maybe = [] { return *rc::gen::element(true, false) ? std::optional(anyPeak()) : std::nullopt; };
        const auto review = maybe();
        const auto reject = maybe();
        RC_PRE(review || reject);
        const double a = anyPeak();
        const auto model = *rc::gen::element(true, false) ? std::optional(ThresholdPair{a, a + 1.0}) : std::nullopt;
        const ThresholdPair pair = settledPair(review, reject, model);
        RC_ASSERT(pair.review <= pair.reject);
        RC_ASSERT(!review || pair.review == *review); // as many escape as its rule allows
        RC_ASSERT(!reject || review || pair.reject == *reject);
        RC_ASSERT(!reject || !review || pair.reject >= *reject); // no more overkill than its rule allows
    }));
    QVERIFY(settledPair(1.0, {}, ThresholdPair{0.5, 3.0}) == (ThresholdPair{1.0, 3.0}));
    QVERIFY(settledPair({}, 2.0, ThresholdPair{0.5, 3.0}) == (ThresholdPair{0.5, 2.0}));
    QVERIFY(settledPair({}, 2.0, {}) == (ThresholdPair{2.0, 2.0}));
    QVERIFY(settledPair(3.0, 1.0, {}) == (ThresholdPair{3.0, 3.0}));
}

void TestThresholdsRules::countsAreOfBothSides()
{
    const CalibrationData data = dataOf({{"p", {{"crack", 1.0}, {"crack", 2.0}}, 2.0},
                                         {"p", {{"dent", 3.0}}, 3.0},
                                         {"q", {{"crack", 0.5}}, 0.5},
                                         {"q", {}, 2.5},
                                         {"q", {}, 0.1}});
    const Verification single = verifyAt({1.0, 2.5}, data, {"crack", "dent"}, CountUnit::Single, 0.95);
    QCOMPARE(single.groups, std::int64_t{2});
    QCOMPARE(single.goodImages, std::int64_t{2});
    QCOMPARE(single.anomalousImages, std::int64_t{3});
    QCOMPARE(single.defects.size(), std::size_t{3});
    QVERIFY(single.defects[0].escaped == rateCount(1, 3, 0.95));
    QVERIFY(single.defects[0].passed == rateCount(3, 3, 0.95));
    QVERIFY(single.defects[1].escaped == rateCount(0, 1, 0.95));
    QVERIFY(single.defects[2].escaped == rateCount(1, 4, 0.95));
    QVERIFY(single.lookedAt == rateCount(1, 2, 0.95));
    QVERIFY(single.rejected == rateCount(1, 2, 0.95));
    const Verification grouped = verifyAt({1.5, 2.6}, data, {"crack", "dent"}, CountUnit::Group, 0.95);
    QVERIFY(grouped.defects[0].escaped == rateCount(2, 2, 0.95)); // the weaker crack of p escapes
    QVERIFY(grouped.defects[2].escaped == rateCount(2, 2, 0.95));
    QVERIFY(grouped.lookedAt == rateCount(1, 1, 0.95));
    QVERIFY(grouped.rejected == rateCount(0, 1, 0.95));
    const Verification none = verifyAt({1.0, 1.0}, {}, {"all"}, CountUnit::Single, 0.95);
    QCOMPARE(none.defects.front().name, std::string("class:all"));
    QCOMPARE(none.defects.back().escaped.total, std::int64_t{0});
}

void TestThresholdsRules::verdicts()
{
    ThresholdRule rule;
    rule.classes = {"crack"};
    rule.bound.rate = 0.05;
    const auto at = [&](std::size_t escaped, std::size_t total) {
        std::vector<double> peaks(total, 2.0);
        std::fill_n(peaks.begin(), escaped, 0.0);
        return boundVerdict(rule, 1.0, cracksAndGood(peaks, peaks));
    };
    QVERIFY(at(0, 59) == BoundVerdict::Confirmed);
    QVERIFY(at(0, 58) == BoundVerdict::Open);
    QVERIFY(at(5, 60) == BoundVerdict::Open);
    QVERIFY(at(10, 60) == BoundVerdict::Broken);
    QVERIFY(at(0, 0) == BoundVerdict::Open);
    rule.classes = {"crack", "dent"};
    QVERIFY(at(0, 59) == BoundVerdict::Open);
    QVERIFY(at(10, 60) == BoundVerdict::Broken);
    rule.kind = RuleKind::MaxOverkill;
    QVERIFY(at(60, 60) == BoundVerdict::Confirmed);
    QVERIFY(at(0, 60) == BoundVerdict::Broken);
    rule.kind = RuleKind::F1Max;
    QVERIFY(at(0, 60) == std::nullopt);
}

QTEST_APPLESS_MAIN(TestThresholdsRules)
#include "tst_thresholds_rules.moc"
