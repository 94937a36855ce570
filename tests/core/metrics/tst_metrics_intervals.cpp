// The exact bounds: against sums over all outcomes, published values and each other.

#include "core/metrics/intervals.h"

#include <QtTest>

#include <rapidcheck.h>

#include <cmath>
#include <vector>

using namespace patina;

class TestMetricsIntervals : public QObject
{
    Q_OBJECT

private slots:
    void binomialIsTheSumOfItsTerms();
    void binomialOfManyTrials();
    void publishedBounds_data();
    void publishedBounds();
    void boundsSolveTheirEquation();
    void boundsRiseWithWhatWasSeen();
    void mostSeenIsTheLastWithinTheRate();
    void trialsForNone();
};

namespace {

/// Pascal's triangle with weights: the distribution after each trial, nothing clever.
double slowAtMost(std::int64_t seen, std::int64_t total, double rate)
{
    std::vector<double> shares{1.0};
    for (std::int64_t trial = 0; trial < total; ++trial) {
        std::vector<double> next(shares.size() + 1, 0.0);
        for (std::size_t i = 0; i < shares.size(); ++i) {
            next[i] += shares[i] * (1.0 - rate);
            next[i + 1] += shares[i] * rate;
        }
        shares = next;
    }
    double sum = 0.0;
    for (std::int64_t i = 0; i <= seen; ++i)
        sum += shares[static_cast<std::size_t>(i)];
    return sum;
}

double anyShare()
{
    return static_cast<double>(*rc::gen::inRange(1, 1000)) / 1000.0;
}

} // namespace

void TestMetricsIntervals::binomialIsTheSumOfItsTerms()
{
    QVERIFY(rc::check([] {
        const std::int64_t total = *rc::gen::inRange<std::int64_t>(1, 200);
        const std::int64_t seen = *rc::gen::inRange<std::int64_t>(0, total + 1);
        const double rate = anyShare();
        const double expected = slowAtMost(seen, total, rate);
        const double probability = binomialAtMost(seen, total, rate);
        RC_ASSERT(std::abs(probability - expected) < 1e-12);
        if (static_cast<double>(seen) < static_cast<double>(total) * rate) // the small tail is right to its own size
            RC_ASSERT(std::abs(probability - expected) <= 1e-10 * expected);
    }));
    QCOMPARE(binomialAtMost(0, 7, 0.0), 1.0);
    QCOMPARE(binomialAtMost(6, 7, 1.0), 0.0);
    QCOMPARE(binomialAtMost(7, 7, 1.0), 1.0);
}

void TestMetricsIntervals::binomialOfManyTrials()
{
    // Symmetric: half of what is not in the middle, whose term is about sqrt(2 / (pi n)).
    const double middle = std::sqrt(2.0 / (3.141592653589793 * 1e6));
    QVERIFY(std::abs(binomialAtMost(500'000, 1'000'000, 0.5) - (0.5 + middle / 2.0)) < 1e-8);
    QVERIFY(std::abs(binomialAtMost(0, 1'000'000, 1e-6) - std::exp(-1.0)) < 1e-6);
}

void TestMetricsIntervals::publishedBounds_data()
{
    QTest::addColumn<int>("seen");
    QTest::addColumn<int>("total");
    QTest::addColumn<double>("confidence");
    QTest::addColumn<double>("lower");
    QTest::addColumn<double>("upper");
    // One-sided 97.5 % bounds are the two-sided 95 % interval of the tables.
    QTest::newRow("1 of 10") << 1 << 10 << 0.975 << 0.002529 << 0.445016;
    QTest::newRow("5 of 10") << 5 << 10 << 0.975 << 0.187086 << 0.812914;
    QTest::newRow("0 of 10") << 0 << 10 << 0.975 << 0.0 << 0.308497;
    QTest::newRow("10 of 10") << 10 << 10 << 0.975 << 0.691503 << 1.0;
    QTest::newRow("0 of 57") << 0 << 57 << 0.95 << 0.0 << 0.051199;
    QTest::newRow("0 of 299") << 0 << 299 << 0.95 << 0.0 << 0.009969;
    QTest::newRow("1 of 473") << 1 << 473 << 0.95 << 0.000108 << 0.009990;
}

void TestMetricsIntervals::publishedBounds()
{
    QFETCH(int, seen);
    QFETCH(int, total);
    QFETCH(double, confidence);
    QFETCH(double, lower);
    QFETCH(double, upper);
    QVERIFY2(std::abs(exactLower(seen, total, confidence) - lower) < 1e-6,
             qPrintable(QString::number(exactLower(seen, total, confidence), 'g', 9)));
    QVERIFY2(std::abs(exactUpper(seen, total, confidence) - upper) < 1e-6,
             qPrintable(QString::number(exactUpper(seen, total, confidence), 'g', 9)));
}

void TestMetricsIntervals::boundsSolveTheirEquation()
{
    QVERIFY(rc::check([] {
        const std::int64_t total = *rc::gen::inRange<std::int64_t>(2, 3000);
        const std::int64_t seen = *rc::gen::inRange<std::int64_t>(0, total);
        const double confidence = anyShare();
        const double upper = exactUpper(seen, total, confidence);
        RC_ASSERT(std::abs(binomialAtMost(seen, total, upper) - (1.0 - confidence)) < 1e-9);
        RC_ASSERT(std::abs(exactLower(total - seen, total, confidence) - (1.0 - upper)) < 1e-15);
    }));
}

void TestMetricsIntervals::boundsRiseWithWhatWasSeen()
{
    QVERIFY(rc::check([] {
        const std::int64_t total = *rc::gen::inRange<std::int64_t>(2, 300);
        const std::int64_t seen = *rc::gen::inRange<std::int64_t>(0, total);
        const double share = static_cast<double>(seen) / static_cast<double>(total);
        RC_ASSERT(exactUpper(seen, total, 0.95) < exactUpper(seen + 1, total, 0.95));
        RC_ASSERT(exactUpper(seen, total, 0.95) > share);
        RC_ASSERT(exactUpper(seen, total, 0.95) < exactUpper(seen, total, 0.99));
        RC_ASSERT(exactUpper(seen, total + 1, 0.95) < exactUpper(seen, total, 0.95));
    }));
}

void TestMetricsIntervals::mostSeenIsTheLastWithinTheRate()
{
    QVERIFY(rc::check([] {
        const std::int64_t total = *rc::gen::inRange<std::int64_t>(0, 500);
        const double rate = anyShare();
        const double confidence = *rc::gen::element(0.5, 0.9, 0.95, 0.99);
        const auto most = mostSeenWithin(rate, total, confidence);
        RC_ASSERT(most.has_value() == (total >= trialsForUpper(rate, confidence)));
        if (!most)
            return;
        RC_ASSERT(exactUpper(*most, total, confidence) <= rate * (1.0 + 1e-9));
        RC_ASSERT(exactUpper(*most + 1, total, confidence) > rate * (1.0 - 1e-9));
    }));
    QCOMPARE(mostSeenWithin(0.01, 298, 0.95), std::nullopt);
    QCOMPARE(mostSeenWithin(0.01, 299, 0.95), std::optional<std::int64_t>(0));
    QCOMPARE(mostSeenWithin(0.01, 472, 0.95), std::optional<std::int64_t>(0));
    QCOMPARE(mostSeenWithin(0.01, 473, 0.95), std::optional<std::int64_t>(1));
    QCOMPARE(mostSeenWithin(0.01, 628, 0.95), std::optional<std::int64_t>(2));
    QCOMPARE(mostSeenWithin(0.01, 773, 0.95), std::optional<std::int64_t>(3));
}

void TestMetricsIntervals::trialsForNone()
{
    QCOMPARE(trialsForUpper(0.01, 0.95), std::int64_t{299});
    QCOMPARE(trialsForUpper(0.10, 0.90), std::int64_t{22});
    QCOMPARE(trialsForUpper(0.05, 0.95), std::int64_t{59}); // the 59 of Wilks
    QCOMPARE(trialsForUpper(0.01, 0.99), std::int64_t{459});
    QVERIFY(std::abs(noneSeenUpper(59, 0.95) - 0.049508) < 1e-6);
}

QTEST_APPLESS_MAIN(TestMetricsIntervals)
#include "tst_metrics_intervals.moc"
