#include "core/index/neighbour_index.h"
#include "core/index/squared_distance.h"
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

/// Every row against every row; the first of the nearest ones stays.
Neighbours bruteForce(const FeatureMatrix &queries, const FeatureMatrix &bank)
{
    Neighbours found;
    for (std::int64_t i = 0; i < queries.rows(); ++i) {
        std::int64_t nearest = 0;
        float smallest = std::numeric_limits<float>::infinity();
        for (std::int64_t row = 0; row < bank.rows(); ++row) {
            const float distance = squaredDistance(queries.row(i).data(), bank.row(row).data(), bank.dim());
            if (distance < smallest) {
                smallest = distance;
                nearest = row;
            }
        }
        found.ids.push_back(nearest);
        found.distancesL2.push_back(std::sqrt(smallest));
    }
    return found;
}

Result<Neighbours> search(const FeatureMatrix &queries, const FeatureMatrix &bank, int threads = 1)
{
    auto index = NeighbourIndex::create(bank, threads);
    return index ? (*index)->nearest(queries, {}) : tl::unexpected(index.error());
}

/// Bit for bit, so that a wrong neighbour at almost the same distance does not pass.
bool findsTheSame(const FeatureMatrix &queries, const FeatureMatrix &bank, int threads = 1)
{
    const auto found = search(queries, bank, threads);
    const Neighbours expected = bruteForce(queries, bank);
    return found.has_value() && found->ids == expected.ids && found->distancesL2 == expected.distancesL2;
}

struct Sizes
{
    std::int64_t queries = *rc::gen::inRange(1, 60);
    std::int64_t bank = *rc::gen::inRange(1, 300);
    int dim = *rc::gen::inRange(1, 70);
    std::uint64_t seed = *rc::gen::arbitrary<std::uint64_t>();
};

} // namespace

class TestNeighbourIndex : public QObject
{
    Q_OBJECT

private slots:
    void equalsBruteForce();
    void tiesGoToTheLowestRow();
    void isExactFarFromTheOrigin_data();
    void isExactFarFromTheOrigin();
    void isExactAmongNearDuplicates();
    void rowsOfTheBankAreAtZero();
    void doesNotDependOnThreads();
    void doesNotDependOnWhatIsAskedTogether();
    void manyBlocksOfQueries();
    void noQueriesNoNeighbours();
    void refusesBanks();
    void refusesQueries();
    void valuesTooLargeToMeasure();
    void cancels();
};

void TestNeighbourIndex::equalsBruteForce()
{
    QVERIFY(rc::check("the same rows and distances as every row against every row", [] {
        const Sizes sizes;
        RC_ASSERT(findsTheSame(normalRows(sizes.queries, sizes.dim, sizes.seed),
                               normalRows(sizes.bank, sizes.dim, sizes.seed + 1)));
    }));
}

void TestNeighbourIndex::tiesGoToTheLowestRow()
{
    QVERIFY(rc::check("on whole numbers of few levels", [] {
        const Sizes sizes;
        const int dim = std::min(sizes.dim, 9);
        RC_ASSERT(findsTheSame(latticeRows(sizes.queries, dim, 3, sizes.seed),
                               latticeRows(sizes.bank, dim, 3, sizes.seed + 1)));
    }));
}

void TestNeighbourIndex::isExactFarFromTheOrigin_data()
{
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("sigma");
    QTest::newRow("close to it") << 1.0 << 1.0;
    QTest::newRow("far") << 1e3 << 1.0;
    QTest::newRow("far and close together") << 1e3 << 1e-2;
    QTest::newRow("as far as differences show") << 1e6 << 1.0;
    QTest::newRow("tiny") << 1e-6 << 1e-9;
    QTest::newRow("huge") << 1e12 << 1e10;
}

void TestNeighbourIndex::isExactFarFromTheOrigin()
{
    QFETCH(double, mean);
    QFETCH(double, sigma);
    QVERIFY(findsTheSame(normalRows(150, 48, 3, sigma, mean), normalRows(700, 48, 4, sigma, mean)));
    QVERIFY(findsTheSame(normalRows(5, 48, 5, sigma, mean), normalRows(700, 48, 4, sigma, mean)));
}

/// Two clusters far apart: moving the origin does not help here.
void TestNeighbourIndex::isExactAmongNearDuplicates()
{
    FeatureMatrix bank = normalRows(300, 32, 1, 1e-3, 500.0);
    bank.appendRows(normalRows(300, 32, 2, 1e-3, -500.0));
    FeatureMatrix queries = normalRows(40, 32, 3, 1e-3, 500.0);
    queries.appendRows(normalRows(40, 32, 4, 1e-3, -500.0));
    QVERIFY(findsTheSame(queries, bank));
}

void TestNeighbourIndex::rowsOfTheBankAreAtZero()
{
    QVERIFY(rc::check("each finds its first copy, at no distance", [] {
        const Sizes sizes;
        const double mean = *rc::gen::element(0.0, 10.0, 1000.0);
        FeatureMatrix bank = normalRows(sizes.bank, sizes.dim, sizes.seed, 1.0, mean);
        const FeatureMatrix once = bank;
        bank.appendRows(once);
        const auto found = search(bank, bank);
        RC_ASSERT(found.has_value());
        for (std::int64_t i = 0; i < bank.rows(); ++i) {
            const auto at = static_cast<std::size_t>(i);
            RC_ASSERT(found->distancesL2[at] == 0.0F);
            RC_ASSERT(found->ids[at] <= i % once.rows());
        }
    }));
}

void TestNeighbourIndex::doesNotDependOnThreads()
{
    const FeatureMatrix bank = normalRows(2000, 24, 1, 0.1, 30.0);
    const FeatureMatrix queries = normalRows(1500, 24, 2, 0.1, 30.0);
    const auto one = search(queries, bank, 1);
    for (const int threads : {0, 2, 4}) {
        const auto many = search(queries, bank, threads);
        QVERIFY(one.has_value() && many.has_value());
        QCOMPARE(many->ids, one->ids);
        QCOMPARE(many->distancesL2, one->distancesL2);
    }
}

void TestNeighbourIndex::doesNotDependOnWhatIsAskedTogether()
{
    const FeatureMatrix bank = normalRows(900, 40, 1, 0.1, 30.0);
    const FeatureMatrix queries = normalRows(100, 40, 2, 0.1, 30.0);
    const auto together = search(queries, bank);
    QVERIFY(together.has_value());
    for (std::int64_t i = 0; i < queries.rows(); ++i) {
        const auto alone = search(rowsOf(queries, i, 1), bank);
        QVERIFY(alone.has_value());
        QCOMPARE(alone->ids.front(), together->ids[static_cast<std::size_t>(i)]);
        QCOMPARE(alone->distancesL2.front(), together->distancesL2[static_cast<std::size_t>(i)]);
    }
}

void TestNeighbourIndex::manyBlocksOfQueries()
{
    QVERIFY(findsTheSame(normalRows(2500, 8, 1), normalRows(50, 8, 2)));
    QVERIFY(findsTheSame(normalRows(1024, 8, 3), normalRows(1, 8, 4)));
    QVERIFY(findsTheSame(normalRows(30, 600, 5), normalRows(1500, 600, 6)));
}

void TestNeighbourIndex::noQueriesNoNeighbours()
{
    const FeatureMatrix bank = normalRows(3, 4, 1);
    auto index = NeighbourIndex::create(bank, 1);
    QVERIFY(index.has_value());
    QCOMPARE((*index)->dimension(), 4);
    for (const FeatureMatrix &none : {FeatureMatrix{}, FeatureMatrix(0, 4)}) {
        const auto found = (*index)->nearest(none, {});
        QVERIFY(found.has_value());
        QVERIFY(found->ids.empty() && found->distancesL2.empty());
    }
}

void TestNeighbourIndex::refusesBanks()
{
    QCOMPARE(NeighbourIndex::create({}, 1).error().code, ErrorCode::BadArgument);
    QCOMPARE(NeighbourIndex::create(FeatureMatrix(3, 0), 1).error().code, ErrorCode::BadArgument);
    FeatureMatrix bank = normalRows(5, 3, 1);
    bank.row(3)[2] = std::numeric_limits<float>::infinity();
    const auto index = NeighbourIndex::create(bank, 1);
    QCOMPARE(index.error().code, ErrorCode::BadArgument);
    QVERIFY(index.error().detail.find("row 3") != std::string::npos);
}

void TestNeighbourIndex::refusesQueries()
{
    const FeatureMatrix bank = normalRows(5, 3, 1);
    QCOMPARE(search(normalRows(2, 4, 1), bank).error().code, ErrorCode::ShapeMismatch);
    QCOMPARE(search(FeatureMatrix(2, 0), bank).error().code, ErrorCode::ShapeMismatch);
    FeatureMatrix queries = normalRows(5, 3, 2);
    queries.row(4)[0] = std::numeric_limits<float>::quiet_NaN();
    const auto found = search(queries, bank);
    QCOMPARE(found.error().code, ErrorCode::BadArgument);
    QVERIFY(found.error().detail.find("row 4") != std::string::npos);
}

void TestNeighbourIndex::valuesTooLargeToMeasure()
{
    // Finite, but their squared distance is not.
    FeatureMatrix bank = normalRows(4, 3, 1);
    FeatureMatrix queries = normalRows(30, 3, 2);
    queries.row(21)[1] = 3e38F;
    const auto found = search(queries, bank);
    QCOMPARE(found.error().code, ErrorCode::BadArgument);
    QVERIFY(found.error().detail.find("row 21") != std::string::npos);
    bank.row(2)[0] = 3e38F;
    QVERIFY(findsTheSame(normalRows(30, 3, 2), bank));
}

void TestNeighbourIndex::cancels()
{
    const FeatureMatrix bank = normalRows(5, 3, 1);
    auto index = NeighbourIndex::create(bank, 1);
    const std::atomic<bool> cancel{true};
    QCOMPARE((*index)->nearest(bank, JobContext(&cancel, {})).error().code, ErrorCode::Cancelled);
    QCOMPARE(NeighbourIndex::create(bank, 1, JobContext(&cancel, {})).error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestNeighbourIndex)
#include "tst_neighbour_index.moc"
