#include "core/coreset/greedy.h"
#include "core/index/squared_distance.h"
#include "tests/core/coreset/slow_greedy.h"
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

/// Lattices of few levels, where almost everything is a tie or a duplicate, and points without any.
FeatureMatrix somePoints(std::int64_t most)
{
    const auto rows = *rc::gen::inRange<std::int64_t>(1, most);
    const int dim = *rc::gen::inRange(1, 80);
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const int levels = *rc::gen::element(0, 2, 3, 20);
    return levels == 0 ? normalRows(rows, dim, seed) : latticeRows(rows, std::min(dim, 12), levels, seed);
}

GreedyRequest someRequest(const FeatureMatrix &points)
{
    GreedyRequest request;
    request.count = *rc::gen::inRange<std::int64_t>(0, points.rows() + 3);
    request.firstPick = *rc::gen::inRange<std::int64_t>(0, points.rows());
    request.threads = 1;
    return request;
}

bool isTheSame(const Result<GreedySelection> &fast, const GreedySelection &slow)
{
    return fast.has_value() && fast->picks == slow.picks && fast->radiusL2 == slow.radiusL2;
}

/// Squared distance of each row to the nearest of an earlier bank.
std::vector<float> distancesTo(const FeatureMatrix &points, const FeatureMatrix &bank)
{
    std::vector<float> nearest(static_cast<std::size_t>(points.rows()), std::numeric_limits<float>::infinity());
    for (std::int64_t i = 0; i < points.rows(); ++i)
        for (std::int64_t row = 0; row < bank.rows(); ++row)
            nearest[static_cast<std::size_t>(i)] =
                std::min(nearest[static_cast<std::size_t>(i)],
                         squaredDistance(points.row(i).data(), bank.row(row).data(), points.dim()));
    return nearest;
}

double coveringRadius(const FeatureMatrix &points, const std::vector<std::int64_t> &centres)
{
    FeatureMatrix bank(0, points.dim());
    for (const std::int64_t centre : centres)
        bank.appendRow(points.row(centre));
    return std::sqrt(static_cast<double>(std::ranges::max(distancesTo(points, bank))));
}

/// Smallest covering radius of any `count` of the rows.
double bestRadius(const FeatureMatrix &points, std::int64_t count, std::vector<std::int64_t> chosen = {})
{
    if (static_cast<std::int64_t>(chosen.size()) == count)
        return coveringRadius(points, chosen);
    double best = std::numeric_limits<double>::infinity();
    for (std::int64_t row = chosen.empty() ? 0 : chosen.back() + 1; row < points.rows(); ++row) {
        chosen.push_back(row);
        best = std::min(best, bestRadius(points, count, chosen));
        chosen.pop_back();
    }
    return best;
}

} // namespace

Q_DECLARE_METATYPE(patina::FeatureMatrix)

class TestGreedy : public QObject
{
    Q_OBJECT

private slots:
    void equalsPlainFarthestFirst();
    void equalsItWithManyRows_data();
    void equalsItWithManyRows();
    void stopsAtARadius();
    void goesOnFromAnEarlierBank();
    void doesNotDependOnThreads();
    void radiusCoversEveryRow();
    void staysWithinTwiceTheBestRadius();
    void picksNoDuplicate();
    void smallCases();
    void refusesWhatDoesNotFit();
    void refusesValuesThatAreNotFinite();
    void cancelsBeforeAndBetweenPicks();
};

void TestGreedy::equalsPlainFarthestFirst()
{
    QVERIFY(rc::check("pick for pick, and at the same radius", [] {
        const FeatureMatrix points = somePoints(400);
        const GreedyRequest request = someRequest(points);
        RC_ASSERT(isTheSame(greedySelect(points, request, {}), slow::greedy(points, request)));
    }));
}

void TestGreedy::equalsItWithManyRows_data()
{
    QTest::addColumn<FeatureMatrix>("points");
    QTest::addColumn<std::int64_t>("count");
    constexpr std::int64_t rows = 9000; // several epochs: only some rows are brought up to date in each
    QTest::newRow("one cloud") << normalRows(rows, 9, 1) << std::int64_t{600};
    QTest::newRow("ties") << latticeRows(rows, 6, 4, 2) << std::int64_t{5000};
    FeatureMatrix outlier = normalRows(rows, 7, 3);
    outlier.row(4000)[2] = 1e6F; // all other rows share the lowest levels at first
    QTest::newRow("one outlier") << std::move(outlier) << std::int64_t{500};
    FeatureMatrix apart(4, 1);
    for (const auto &[row, value] : {std::pair{1, 1.0F}, {2, 1e20F}, {3, 1.00001e20F}})
        apart.row(row)[0] = value;
    QTest::newRow("distances overflow") << std::move(apart) << std::int64_t{4};
    // Products are larger than distances by millions, squares are at either end of float32, products overflow.
    QTest::newRow("far from the origin") << normalRows(rows, 20, 4, 1.0, 3000.0) << std::int64_t{400};
    QTest::newRow("tiny") << normalRows(rows, 5, 5, 1e-18) << std::int64_t{300};
    QTest::newRow("denormal") << normalRows(rows, 64, 7, 1e-22) << std::int64_t{200};
    QTest::newRow("norms overflow") << normalRows(rows, 8, 8, 4e18) << std::int64_t{600};
    QTest::newRow("huge") << normalRows(rows, 20, 6, 1e15, 1e19) << std::int64_t{300};
}

void TestGreedy::equalsItWithManyRows()
{
    QFETCH(const FeatureMatrix, points);
    QFETCH(const std::int64_t, count);
    GreedyRequest request;
    request.count = count;
    request.firstPick = points.rows() > 17 ? 17 : 0;
    const GreedySelection expected = slow::greedy(points, request);
    for (const int threads : {1, 3}) {
        request.threads = threads;
        QVERIFY(isTheSame(greedySelect(points, request, {}), expected));
    }
}

void TestGreedy::stopsAtARadius()
{
    QVERIFY(rc::check("rows at exactly the radius of an earlier pass are not picked", [] {
        const FeatureMatrix points = somePoints(200);
        GreedyRequest request = someRequest(points);
        request.count = *rc::gen::inRange<std::int64_t>(1, points.rows() + 1);
        const auto whole = greedySelect(points, request, {});
        RC_ASSERT(whole.has_value());
        request.stopRadiusL2 = whole->radiusL2;
        request.count = points.rows();
        const auto stopped = greedySelect(points, request, {});
        RC_ASSERT(isTheSame(stopped, slow::greedy(points, request)));
        RC_ASSERT(stopped->radiusL2 <= whole->radiusL2);
        RC_ASSERT(stopped->picks.size() <= whole->picks.size());
    }));
}

void TestGreedy::goesOnFromAnEarlierBank()
{
    QVERIFY(rc::check("given distances are where the plain one starts, too", [] {
        const FeatureMatrix points = somePoints(200);
        const FeatureMatrix bank = rowsOf(points, 0, *rc::gen::inRange<std::int64_t>(0, points.rows()));
        const std::vector<float> distances = distancesTo(points, bank);
        GreedyRequest request = someRequest(points);
        request.squaredDistances = distances;
        request.stopRadiusL2 = *rc::gen::element(0.0, 1.0, std::sqrt(3.0));
        request.firstPick = -1;
        RC_ASSERT(isTheSame(greedySelect(points, request, {}), slow::greedy(points, request)));
    }));
}

void TestGreedy::doesNotDependOnThreads()
{
    for (const FeatureMatrix &points : {normalRows(900, 24, 1), latticeRows(900, 5, 4, 2)}) {
        GreedyRequest request;
        request.count = 200;
        request.firstPick = 77;
        const GreedySelection expected = slow::greedy(points, request);
        for (const int threads : {0, 1, 2, 4}) {
            request.threads = threads;
            QVERIFY(isTheSame(greedySelect(points, request, {}), expected));
        }
    }
}

void TestGreedy::radiusCoversEveryRow()
{
    QVERIFY(rc::check("the radius is the largest distance of a row to its nearest pick", [] {
        const FeatureMatrix points = somePoints(200);
        GreedyRequest request = someRequest(points);
        request.count = std::max<std::int64_t>(1, request.count);
        const auto selection = greedySelect(points, request, {});
        RC_ASSERT(selection.has_value());
        RC_ASSERT(selection->radiusL2 == coveringRadius(points, selection->picks));
    }));
}

void TestGreedy::staysWithinTwiceTheBestRadius()
{
    QVERIFY(rc::check("the bound of Gonzalez", [] {
        const FeatureMatrix points = somePoints(12);
        GreedyRequest request = someRequest(points);
        request.count = *rc::gen::inRange<std::int64_t>(1, std::min<std::int64_t>(4, points.rows()) + 1);
        const auto selection = greedySelect(points, request, {});
        RC_ASSERT(selection.has_value());
        RC_ASSERT(selection->radiusL2 <= 2.0 * bestRadius(points, request.count) * (1.0 + 1e-6));
    }));
}

void TestGreedy::picksNoDuplicate()
{
    const FeatureMatrix points = latticeRows(500, 2, 3, 1);
    GreedyRequest request;
    request.count = 500;
    const auto selection = greedySelect(points, request, {});
    QVERIFY(selection.has_value());
    QCOMPARE(selection->picks.size(), std::size_t{9});
    QCOMPARE(selection->radiusL2, 0.0);
}

void TestGreedy::smallCases()
{
    GreedyRequest request;
    request.count = 5;
    const auto none = greedySelect({}, request, {});
    QVERIFY(none.has_value());
    QVERIFY(none->picks.empty());
    QCOMPARE(none->radiusL2, 0.0);
    const auto single = greedySelect(normalRows(1, 3, 1), request, {});
    QCOMPARE(single.value().picks, std::vector<std::int64_t>{0});
    QCOMPARE(single.value().radiusL2, 0.0);
    request.count = 0;
    const auto nothing = greedySelect(normalRows(2, 3, 1), request, {});
    QVERIFY(nothing.value().picks.empty());
    QCOMPARE(nothing.value().radiusL2, std::numeric_limits<double>::infinity());
}

void TestGreedy::refusesWhatDoesNotFit()
{
    const FeatureMatrix points = normalRows(4, 3, 1);
    const std::vector<float> distances(3, 1.0F);
    for (const std::int64_t first : {-1, 4}) {
        GreedyRequest request;
        request.count = 2;
        request.firstPick = first;
        QCOMPARE(greedySelect(points, request, {}).error().code, ErrorCode::BadArgument);
    }
    GreedyRequest request;
    request.count = 2;
    request.squaredDistances = distances;
    QCOMPARE(greedySelect(points, request, {}).error().code, ErrorCode::BadArgument);
}

void TestGreedy::refusesValuesThatAreNotFinite()
{
    for (const float bad : {std::numeric_limits<float>::quiet_NaN(), -std::numeric_limits<float>::infinity()}) {
        FeatureMatrix points = normalRows(40, 3, 1);
        points.row(39)[2] = bad;
        GreedyRequest request;
        request.count = 2;
        QCOMPARE(greedySelect(points, request, {}).error().code, ErrorCode::BadArgument);
    }
}

void TestGreedy::cancelsBeforeAndBetweenPicks()
{
    const FeatureMatrix points = normalRows(1500, 8, 1);
    GreedyRequest request;
    request.count = 1000;
    std::atomic<bool> cancel{true};
    QCOMPARE(greedySelect(points, request, JobContext(&cancel, {})).error().code, ErrorCode::Cancelled);
    cancel = false;
    std::int64_t reached = 0;
    const JobContext context(&cancel, [&](const Progress &progress) {
        reached = progress.done;
        cancel = true;
    });
    QCOMPARE(greedySelect(points, request, context).error().code, ErrorCode::Cancelled);
    QVERIFY(reached > 0 && reached < 1000);
}

QTEST_APPLESS_MAIN(TestGreedy)
#include "tst_greedy.moc"
