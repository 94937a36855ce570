#include "core/comparison/drift.h"
#include "core/comparison/two_samples.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace patina;

namespace {

using Values = std::vector<double>;

double pairsHigher(const Values &first, const Values &second)
{
    double u = 0.0;
    for (const double a : first)
        for (const double b : second)
            u += b > a ? 1.0 : b == a ? 0.5 : 0.0;
    return u;
}

double gapOf(const Values &first, const Values &second)
{
    const auto share = [](const Values &values, double at) {
        return static_cast<double>(std::ranges::count_if(values, [&](double v) { return v <= at; })) /
               static_cast<double>(values.size());
    };
    double gap = 0.0;
    for (const Values *values : {&first, &second})
        for (const double at : *values)
            gap = std::max(gap, std::abs(share(first, at) - share(second, at)));
    return gap;
}

/// Share of all ways to deal the pooled values out in which a statistic is at least as large.
template <typename Statistic>
double permuted(const Values &first, const Values &second, Statistic statistic)
{
    Values pooled = first;
    pooled.insert(pooled.end(), second.begin(), second.end());
    const double seen = statistic(first, second) - 1e-9;
    double ways = 0.0;
    double asLarge = 0.0;
    for (unsigned dealt = 0; dealt < 1U << pooled.size(); ++dealt) {
        if (std::popcount(dealt) != static_cast<int>(second.size()))
            continue;
        Values one;
        Values other;
        for (std::size_t i = 0; i < pooled.size(); ++i)
            ((dealt >> i & 1U) != 0 ? other : one).push_back(pooled[i]);
        ways += 1.0;
        asLarge += statistic(one, other) >= seen ? 1.0 : 0.0;
    }
    return asLarge / ways;
}

/// Values out of few, so that ties are common, or out of many.
Values anyValues(std::size_t count)
{
    const int steps = *rc::gen::element(2, 5, 1000);
    Values values(count);
    for (double &value : values)
        value = static_cast<double>(*rc::gen::inRange(0, steps)) / 8.0;
    return values;
}

Values normal(std::size_t count, double mean, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> draw(mean, 1.0);
    Values values(count);
    for (double &value : values)
        value = draw(random);
    return values;
}

bool close(double a, double b, double relative = 1e-10)
{
    return std::abs(a - b) <= relative * std::max(std::abs(a), std::abs(b)) + 1e-15;
}

} // namespace

class TestComparisonSamples : public QObject
{
    Q_OBJECT

private slots:
    void exactPEqualsEveryPermutation();
    void neitherTestKnowsTheScale();
    void approximationMeetsTheExactP();
    void largeSamples();
    void leastP();
    void nothingDifferentRarelyWarns();
    void driftIsHolmOfBoth();
    void aRiseAndAChangeOfShapeWarn();
    void tooFewSayHowMany();
    void refusals();
};

void TestComparisonSamples::exactPEqualsEveryPermutation()
{
    QVERIFY(rc::check("p-values equal those of every permutation, with ties too", [] {
        const Values first = anyValues(*rc::gen::inRange<std::size_t>(1, 7));
        const Values second = anyValues(*rc::gen::inRange<std::size_t>(1, 7));
        const RankSum rankSum = mannWhitney(first, second);
        RC_ASSERT(rankSum.kind == PValueKind::Exact);
        RC_ASSERT(rankSum.u == pairsHigher(first, second));
        RC_ASSERT(close(rankSum.p, permuted(first, second, pairsHigher)));
        const LargestGap gap = kolmogorovSmirnov(first, second);
        RC_ASSERT(close(gap.d, gapOf(first, second)));
        RC_ASSERT(close(gap.p, permuted(first, second, gapOf)));
    }));
}

void TestComparisonSamples::neitherTestKnowsTheScale()
{
    QVERIFY(rc::check("a rising map changes nothing; reversed and swapped is the same", [] {
        const Values first = anyValues(*rc::gen::inRange<std::size_t>(1, 40));
        const Values second = anyValues(*rc::gen::inRange<std::size_t>(1, 40));
        const auto mapped = [](Values values, auto map) {
            for (double &value : values)
                value = map(value);
            return values;
        };
        const auto rise = [](double v) { return std::exp(v / 50.0) * 3.0 - 7.0; };
        const auto fall = [](double v) { return -v; };
        const RankSum rankSum = mannWhitney(first, second);
        RC_ASSERT(mannWhitney(mapped(first, rise), mapped(second, rise)).p == rankSum.p);
        RC_ASSERT(close(mannWhitney(mapped(second, fall), mapped(first, fall)).p, rankSum.p, 1e-9));
        RC_ASSERT(close(rankSum.superior + mannWhitney(second, first).superior, 1.0));
        const LargestGap gap = kolmogorovSmirnov(first, second);
        RC_ASSERT(kolmogorovSmirnov(mapped(first, rise), mapped(second, rise)).p == gap.p);
        RC_ASSERT(close(kolmogorovSmirnov(second, first).p, gap.p, 1e-9));
    }));
}

void TestComparisonSamples::approximationMeetsTheExactP()
{
    for (const double shift : {-0.3, 0.0, 0.2, 0.5}) {
        const Values first = normal(50, 0.0, 1);
        Values second = normal(40, shift, 2);
        for (int round = 0; round < 2; ++round) { // without ties, then with many
            const RankSum exact = mannWhitney(first, second);
            const RankSum normalP = mannWhitney(first, second, 0);
            QVERIFY(exact.kind == PValueKind::Exact && normalP.kind == PValueKind::Normal);
            QCOMPARE(exact.u, normalP.u);
            QVERIFY2(std::abs(exact.p - normalP.p) < 0.003, qPrintable(QString::number(exact.p - normalP.p)));
            for (std::size_t i = 0; i < second.size(); ++i)
                second[i] = first[i];
        }
    }
}

void TestComparisonSamples::largeSamples()
{
    const Values first = normal(3000, 0.0, 3);
    const Values second = normal(2000, 0.2, 4);
    const RankSum rankSum = mannWhitney(first, second);
    QCOMPARE(rankSum.kind, PValueKind::Normal);
    QVERIFY(rankSum.p < 1e-6 && rankSum.superior > 0.52);
    const LargestGap gap = kolmogorovSmirnov(first, second);
    // Kolmogorov's limit: 2 sum (-1)^(k-1) exp(-2 k^2 z^2).
    const double z = gap.d * std::sqrt(3000.0 * 2000.0 / 5000.0);
    const double limit = 2.0 * (std::exp(-2.0 * z * z) - std::exp(-8.0 * z * z));
    QVERIFY2(std::abs(gap.p / limit - 1.0) < 0.2, qPrintable(QString::number(gap.p / limit)));
    const Values same(500, 1.0);
    QCOMPARE(mannWhitney(same, same).p, 1.0);
    QCOMPARE(kolmogorovSmirnov(same, same).p, 1.0);
}

void TestComparisonSamples::leastP()
{
    QCOMPARE(leastRankSumP(1, 1), 0.5);
    QVERIFY(close(leastRankSumP(3, 5), 1.0 / 56.0));
    for (std::size_t m = 1; m < 9; ++m)
        for (std::size_t n = 1; n < 9; ++n) {
            const auto p = mannWhitney(normal(m, 0.0, 1), normal(n, 100.0, 2)).p;
            QVERIFY(close(p, leastRankSumP(static_cast<std::int64_t>(m), static_cast<std::int64_t>(n))));
        }
    QCOMPARE(imagesForDrift(1, 0.01), std::int64_t{200});
    for (const std::int64_t heldOut : {2, 5, 9, 40}) {
        const std::int64_t images = imagesForDrift(heldOut, 0.01);
        QVERIFY(2.0 * leastRankSumP(heldOut, images) < 0.01);
        QVERIFY(images == 1 || 2.0 * leastRankSumP(heldOut, images - 1) >= 0.01);
    }
}

void TestComparisonSamples::nothingDifferentRarelyWarns()
{
    int warned = 0;
    constexpr int rounds = 4000;
    for (unsigned round = 0; round < rounds; ++round)
        warned += driftOf(normal(20, 0.0, 2 * round), normal(15, 0.0, 2 * round + 1), {0.05, 1.0})->warns() ? 1 : 0;
    // At most 5 %; the tests overlap and are discrete, so less. Four deviations of chance are 1.4 %.
    QVERIFY2(warned < rounds * 0.064 && warned > rounds * 0.015, qPrintable(QString::number(warned)));
}

void TestComparisonSamples::driftIsHolmOfBoth()
{
    QVERIFY(rc::check("the verdict is the smaller p times two", [] {
        const Values first = anyValues(*rc::gen::inRange<std::size_t>(8, 30));
        const Values second = anyValues(*rc::gen::inRange<std::size_t>(8, 30));
        const Drift drift = *driftOf(first, second, {0.01, 0.25});
        const double small = std::min(drift.rankSum.p, drift.gap.p);
        const double large = std::max(drift.rankSum.p, drift.gap.p);
        RC_ASSERT(drift.p == std::min(1.0, 2.0 * small));
        RC_ASSERT(std::min(drift.rankSumP, drift.gapP) == drift.p);
        RC_ASSERT(std::max(drift.rankSumP, drift.gapP) == std::max(drift.p, large));
        RC_ASSERT(drift.warns() == (2.0 * small < 0.01));
        RC_ASSERT(drift.fresh.aboveReview == std::ranges::count_if(second, [](double v) { return v >= 0.25; }));
        RC_ASSERT(drift.fresh.share95.low == exactLower(drift.fresh.aboveReview, drift.fresh.images, 0.975));
    }));
}

void TestComparisonSamples::aRiseAndAChangeOfShapeWarn()
{
    const Values heldOut = normal(60, 0.0, 7);
    const Drift risen = *driftOf(heldOut, normal(30, 1.2, 8), {});
    QVERIFY(risen.warns() && risen.rankSum.superior > 0.7);
    QVERIFY(risen.fresh.median > risen.heldOut.median);
    Values wider = normal(120, 0.0, 9);
    for (double &value : wider)
        value *= 4.0;
    const Drift widened = *driftOf(heldOut, wider, {});
    QVERIFY(widened.warns() && widened.gapP < 0.01 && widened.rankSumP > 0.05);
    // Lower is no rise, but it is a change.
    const Drift lower = *driftOf(heldOut, normal(30, -1.2, 10), {});
    QVERIFY(lower.warns() && lower.rankSum.p > 0.99);
}

void TestComparisonSamples::tooFewSayHowMany()
{
    const auto drift = driftOf(normal(9, 0.0, 1), normal(2, 0.0, 2), {});
    QCOMPARE(drift.error().code, ErrorCode::BadArgument);
    QCOMPARE(drift.error().detail, std::string("2 new images against 9 held out cannot show p < 0.01, whatever their "
                                               "scores: it takes 3 new ones"));
    QVERIFY(driftOf(normal(9, 0.0, 1), normal(3, 0.0, 2), {}).has_value());
}

void TestComparisonSamples::refusals()
{
    QVERIFY(driftOf({}, Values{1.0}, {}).error().detail.find("model calibrate") != std::string::npos);
    const Values some = normal(20, 0.0, 1);
    QCOMPARE(driftOf(some, some, {0.0, 1.0}).error().code, ErrorCode::BadArgument);
    Values broken = some;
    broken[3] = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(driftOf(some, broken, {}).error().code, ErrorCode::BadArgument);
}

QTEST_APPLESS_MAIN(TestComparisonSamples)
#include "tst_comparison_samples.moc"
