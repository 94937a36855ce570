#include "core/metrics/kappa.h"

#include <QTest>

#include <rapidcheck.h>

#include <cmath>

using namespace patina;

class TestMetricsKappa : public QObject
{
    Q_OBJECT
private slots:
    void aPublishedTable();
    void theErrorIsThatOfTheDeltaMethod();
    void noPairs();
    void oneCategory();
    void allAgree();
    void namesOfCategoriesDoNotMatter();
    void readersChangePlaces();
    void chanceGivesNothing();
};

namespace {

ConfusionTable tableOf(int categories, const std::vector<std::int64_t> &counts)
{
    ConfusionTable table(categories);
    for (int i = 0; i < categories; ++i)
        for (int j = 0; j < categories; ++j)
            table.add(i, j, counts[static_cast<std::size_t>(i * categories + j)]);
    return table;
}

ConfusionTable anyTable(int categories)
{
    return tableOf(categories,
                   *rc::gen::container<std::vector<std::int64_t>>(static_cast<std::size_t>(categories * categories),
                                                                  rc::gen::inRange<std::int64_t>(0, 40)));
}

double kappaOf(const std::vector<double> &p, int n)
{
    double observed = 0.0;
    double expected = 0.0;
    double sum = 0.0;
    for (const double share : p)
        sum += share;
    for (int i = 0; i < n; ++i) {
        double row = 0.0;
        double column = 0.0;
        for (int j = 0; j < n; ++j) {
            row += p[static_cast<std::size_t>(i * n + j)] / sum;
            column += p[static_cast<std::size_t>(j * n + i)] / sum;
        }
        observed += p[static_cast<std::size_t>(i * n + i)] / sum;
        expected += row * column;
    }
    return (observed - expected) / (1.0 - expected);
}

/// The slow way: the gradient of kappa by differences, and the covariance of multinomial shares.
double slowVariance(const ConfusionTable &table)
{
    const int n = table.categories();
    const auto total = static_cast<double>(table.total());
    std::vector<double> p;
    for (int i = 0; i < n; ++i)
        for (int j = 0; j < n; ++j)
            p.push_back(static_cast<double>(table.at(i, j)) / total);
    constexpr double step = 1e-6;
    double squares = 0.0;
    double mean = 0.0;
    for (std::size_t k = 0; k < p.size(); ++k) {
        std::vector<double> up = p;
        std::vector<double> down = p;
        up[k] += step;
        down[k] -= step;
        const double gradient = (kappaOf(up, n) - kappaOf(down, n)) / (2.0 * step);
        squares += p[k] * gradient * gradient;
        mean += p[k] * gradient;
    }
    return (squares - mean * mean) / total;
}

} // namespace

/// 2 x 2, 20 5 / 10 15: kappa 0.4, the textbook's example.
void TestMetricsKappa::aPublishedTable()
{
    const Kappa kappa = cohensKappa(tableOf(2, {20, 5, 10, 15}));
    QVERIFY(kappa.state == KappaState::Defined);
    QVERIFY(std::abs(kappa.observed - 0.7) < 1e-12);
    QVERIFY(std::abs(kappa.expected - 0.5) < 1e-12);
    QVERIFY(std::abs(kappa.value - 0.4) < 1e-12);
    QVERIFY(kappa.interval95);
    QVERIFY(std::abs((kappa.interval95->low + kappa.interval95->high) / 2.0 - 0.4) < 1e-12);
}

void TestMetricsKappa::theErrorIsThatOfTheDeltaMethod()
{
    QVERIFY(rc::check([] {
        const ConfusionTable table = anyTable(*rc::gen::inRange(2, 6));
        const Kappa kappa = cohensKappa(table);
        RC_PRE(kappa.state == KappaState::Defined && kappa.interval95.has_value());
        RC_PRE(kappa.interval95->low > -1.0 && kappa.interval95->high < 1.0);
        const double error = (kappa.interval95->high - kappa.interval95->low) / 2.0 / 1.959963984540054;
        const double variance = slowVariance(table);
        RC_ASSERT(std::abs(error * error - variance) < 1e-6 * std::max(1.0, variance));
    }));
}

void TestMetricsKappa::noPairs()
{
    QVERIFY(cohensKappa(ConfusionTable(0)).state == KappaState::NoPairs);
    QVERIFY(cohensKappa(ConfusionTable(3)).state == KappaState::NoPairs);
    QVERIFY(!cohensKappa(ConfusionTable(3)).interval95);
}

void TestMetricsKappa::oneCategory()
{
    const Kappa kappa = cohensKappa(tableOf(3, {0, 0, 0, 0, 7, 0, 0, 0, 0}));
    QVERIFY(kappa.state == KappaState::OneCategory);
    QCOMPARE(kappa.observed, 1.0);
    QVERIFY(!kappa.interval95);
    // One category each, but not the same: they never agree, and chance does not either.
    QVERIFY(cohensKappa(tableOf(2, {0, 7, 0, 0})).state == KappaState::Defined);
    QCOMPARE(cohensKappa(tableOf(2, {0, 7, 0, 0})).value, 0.0);
}

void TestMetricsKappa::allAgree()
{
    const Kappa kappa = cohensKappa(tableOf(2, {3, 0, 0, 4}));
    QCOMPARE(kappa.value, 1.0);
    QVERIFY(!kappa.interval95);
}

void TestMetricsKappa::namesOfCategoriesDoNotMatter()
{
    QVERIFY(rc::check([] {
        const int n = *rc::gen::inRange(2, 5);
        const ConfusionTable table = anyTable(n);
        ConfusionTable turned(n);
        for (int i = 0; i < n; ++i)
            for (int j = 0; j < n; ++j)
                turned.add(n - 1 - i, n - 1 - j, table.at(i, j));
        const Kappa a = cohensKappa(table);
        const Kappa b = cohensKappa(turned);
        RC_ASSERT(a.state == b.state);
        RC_ASSERT(std::abs(a.value - b.value) < 1e-9);
        RC_ASSERT(a.interval95.has_value() == b.interval95.has_value());
    }));
}

void TestMetricsKappa::readersChangePlaces()
{
    QVERIFY(rc::check([] {
        const int n = *rc::gen::inRange(2, 5);
        const ConfusionTable table = anyTable(n);
        ConfusionTable turned(n);
        for (int i = 0; i < n; ++i)
            for (int j = 0; j < n; ++j)
                turned.add(j, i, table.at(i, j));
        const Kappa a = cohensKappa(table);
        const Kappa b = cohensKappa(turned);
        RC_ASSERT(a.state == b.state);
        RC_ASSERT(std::abs(a.value - b.value) < 1e-9);
        if (a.interval95 && b.interval95)
            RC_ASSERT(std::abs(a.interval95->low - b.interval95->low) < 1e-9);
    }));
}

/// Where the second's shares are the same whatever the first said.
void TestMetricsKappa::chanceGivesNothing()
{
    const Kappa kappa = cohensKappa(tableOf(2, {12, 24, 5, 10}));
    QVERIFY(std::abs(kappa.value) < 1e-12);
    QVERIFY(kappa.interval95 && kappa.interval95->low < 0.0 && kappa.interval95->high > 0.0);
}

QTEST_APPLESS_MAIN(TestMetricsKappa)
#include "tst_metrics_kappa.moc"
