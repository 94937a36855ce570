#include "core/coreset/coverage.h"
#include "tests/support/made_features.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>

using namespace patina;
using namespace patina::support;

namespace {

std::vector<double> slowDistances(const FeatureMatrix &sample, const FeatureMatrix &bank)
{
    std::vector<double> distances;
    for (std::int64_t i = 0; i < sample.rows(); ++i) {
        double nearest = std::numeric_limits<double>::infinity();
        for (std::int64_t row = 0; row < bank.rows(); ++row) {
            double squared = 0.0;
            for (std::size_t j = 0; j < bank.row(row).size(); ++j)
                squared += std::pow(static_cast<double>(sample.row(i)[j]) - static_cast<double>(bank.row(row)[j]), 2);
            nearest = std::min(nearest, std::sqrt(squared));
        }
        distances.push_back(nearest);
    }
    return distances;
}

bool isClose(double a, double b)
{
    return std::abs(a - b) <= 1e-6 * (1.0 + std::abs(b));
}

struct Case
{
    int dim = *rc::gen::inRange(1, 12);
    std::uint64_t seed = *rc::gen::arbitrary<std::uint64_t>();
    FeatureMatrix sample = normalRows(*rc::gen::inRange<std::int64_t>(1, 200), dim, seed);
    FeatureMatrix bank = normalRows(*rc::gen::inRange<std::int64_t>(1, 40), dim, seed + 1);

    Coverage coverage() const { return coverageOf(sample, bank, 1, {}).value(); }
};

/// Patches at the distances 0, 1, 2 ... of a bank of one row.
FeatureMatrix atEachDistance(int patches)
{
    FeatureMatrix sample(patches, 1);
    for (int i = 0; i < patches; ++i)
        sample.row(i)[0] = static_cast<float>(i);
    return sample;
}

} // namespace

class TestCoverage : public QObject
{
    Q_OBJECT

private slots:
    void equalsTheDefinition();
    void quantileHoldsItsShare_data();
    void quantileHoldsItsShare();
    void doesNotDependOnTheOrderOfPatches();
    void moreRowsCoverNoLess();
    void bankCoversItself();
    void refuses();
    void cancels();
};

void TestCoverage::equalsTheDefinition()
{
    QVERIFY(rc::check("largest and mean distance to the nearest row", [] {
        const Case made;
        const Coverage coverage = made.coverage();
        const std::vector<double> distances = slowDistances(made.sample, made.bank);
        double sum = 0.0;
        for (const double distance : distances)
            sum += distance;
        RC_ASSERT(isClose(coverage.radius, std::ranges::max(distances)));
        RC_ASSERT(isClose(coverage.mean, sum / static_cast<double>(distances.size())));
        RC_ASSERT(coverage.mean <= coverage.radius && coverage.p999 <= coverage.radius);
    }));
}

void TestCoverage::quantileHoldsItsShare_data()
{
    QTest::addColumn<int>("patches");
    for (const int patches : {1, 2, 999, 1000, 1001, 2500, 20'000})
        QTest::addRow("%d patches", patches) << patches;
}

void TestCoverage::quantileHoldsItsShare()
{
    QFETCH(int, patches);
    const auto coverage = coverageOf(atEachDistance(patches), FeatureMatrix(1, 1), 1, {});
    QVERIFY(coverage.has_value());
    const double within = coverage->p999 + 1.0; // distances are 0, 1, 2 ...
    QVERIFY(within / patches >= 0.999);
    QVERIFY((within - 2.0) / patches < 0.999);
}

void TestCoverage::doesNotDependOnTheOrderOfPatches()
{
    QVERIFY(rc::check("bit for bit", [] {
        const Case made;
        FeatureMatrix reversed(0, made.dim);
        for (std::int64_t row = made.sample.rows() - 1; row >= 0; --row)
            reversed.appendRow(made.sample.row(row));
        const Coverage coverage = made.coverage();
        const auto other = coverageOf(reversed, made.bank, 1, {});
        RC_ASSERT(other.has_value());
        RC_ASSERT(other->radius == coverage.radius && other->p999 == coverage.p999 && other->mean == coverage.mean);
    }));
}

void TestCoverage::moreRowsCoverNoLess()
{
    QVERIFY(rc::check("no figure rises", [] {
        Case made;
        const Coverage before = made.coverage();
        made.bank.appendRows(normalRows(5, made.dim, made.seed + 2));
        const Coverage after = made.coverage();
        RC_ASSERT(after.radius <= before.radius && after.p999 <= before.p999 && after.mean <= before.mean);
    }));
}

void TestCoverage::bankCoversItself()
{
    const FeatureMatrix bank = normalRows(60, 20, 1, 1.0, 300.0);
    const auto coverage = coverageOf(bank, bank, 2, {});
    QVERIFY(coverage.has_value());
    QCOMPARE(coverage->radius, 0.0);
    QCOMPARE(coverage->p999, 0.0);
    QCOMPARE(coverage->mean, 0.0);
}

void TestCoverage::refuses()
{
    const FeatureMatrix rows = normalRows(4, 3, 1);
    QCOMPARE(coverageOf({}, rows, 1, {}).error().code, ErrorCode::BadArgument);
    QCOMPARE(coverageOf(rows, {}, 1, {}).error().code, ErrorCode::BadArgument);
    QCOMPARE(coverageOf(rows, normalRows(4, 2, 1), 1, {}).error().code, ErrorCode::ShapeMismatch);
    FeatureMatrix bad = rows;
    bad.row(1)[1] = std::numeric_limits<float>::quiet_NaN();
    QCOMPARE(coverageOf(bad, rows, 1, {}).error().code, ErrorCode::BadArgument);
    QCOMPARE(coverageOf(rows, bad, 1, {}).error().code, ErrorCode::BadArgument);
}

void TestCoverage::cancels()
{
    const std::atomic<bool> cancel{true};
    const FeatureMatrix rows = normalRows(4, 3, 1);
    QCOMPARE(coverageOf(rows, rows, 1, JobContext(&cancel, {})).error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestCoverage)
#include "tst_coverage.moc"
