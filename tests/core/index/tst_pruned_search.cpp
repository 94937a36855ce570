#include "core/index/pruned_search.h"
#include "core/index/squared_distance.h"
#include "tests/support/made_features.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

using namespace patina;
using namespace patina::support;

namespace {

/// Rows that differ most in few directions, as features do.
FeatureMatrix leaningRows(std::int64_t count, int dim, std::uint64_t seed, double mean = 0.0)
{
    FeatureMatrix rows = normalRows(count, dim, seed);
    for (std::int64_t row = 0; row < count; ++row)
        for (int k = 0; k < dim; ++k)
            rows.row(row)[static_cast<std::size_t>(k)] =
                static_cast<float>(static_cast<double>(rows.row(row)[static_cast<std::size_t>(k)]) / (1.0 + k) + mean);
    return rows;
}

double squaredBetween(const std::vector<float> &x, const std::vector<float> &y)
{
    return std::inner_product(x.begin(), x.end(), y.begin(), 0.0, std::plus<>{}, [](float a, float b) {
        return (static_cast<double>(a) - static_cast<double>(b)) * (static_cast<double>(a) - static_cast<double>(b));
    });
}

struct Found
{
    std::vector<float> squared;
    std::vector<std::int64_t> ids;
    bool operator==(const Found &) const = default;
};

Found slowSearch(const FeatureMatrix &rows, const FeatureMatrix &queries)
{
    Found found;
    for (std::int64_t i = 0; i < queries.rows(); ++i) {
        found.squared.push_back(std::numeric_limits<float>::infinity());
        found.ids.push_back(-1);
        for (std::int64_t row = 0; row < rows.rows(); ++row) {
            const float distance = squaredDistance(queries.row(i).data(), rows.row(row).data(), rows.dim());
            if (distance < found.squared.back()) {
                found.squared.back() = distance;
                found.ids.back() = row;
            }
        }
    }
    return found;
}

Found fastSearch(const PrunedSearch &search, const FeatureMatrix &rows, const FeatureMatrix &queries, int threads,
                 float enough = -1.0F, const std::vector<std::int64_t> &guesses = {})
{
    const auto count = static_cast<std::size_t>(queries.rows());
    Found found{std::vector<float>(count), std::vector<std::int64_t>(count)};
    const auto done = search.search({rows, queries, 0, found.squared, found.ids, enough, guesses}, threads, {});
    return done ? found : Found{};
}

} // namespace

class TestPrunedSearch : public QObject
{
    Q_OBJECT

private slots:
    void prefixesAreNeverLonger()
    {
        QVERIFY(rc::check("what prefixes tell is not above the distance", [] {
            const int dim = *rc::gen::element(1, 7, 16, 17, 40, 176, 600);
            const double mean = *rc::gen::element(0.0, 5.0, 1e4, 1e-12);
            const auto seed = *rc::gen::arbitrary<std::uint64_t>();
            const auto rows = leaningRows(*rc::gen::inRange(1, 90), dim, seed, mean);
            const auto queries = leaningRows(8, dim, seed + 1, mean);
            const PrefixSpace space(rows);
            std::vector<float> x(static_cast<std::size_t>(space.dim()));
            std::vector<float> y(x.size());
            for (std::int64_t i = 0; i < queries.rows(); ++i)
                for (std::int64_t row = 0; row < rows.rows(); ++row) {
                    const auto ofX = space.map(queries.row(i).data(), x.data());
                    const auto ofY = space.map(rows.row(row).data(), y.data());
                    const double distance =
                        static_cast<double>(squaredDistance(queries.row(i).data(), rows.row(row).data(), dim));
                    RC_ASSERT(squaredBetween(x, y) <= distance + static_cast<double>(ofX.slack + ofY.slack));
                }
        }));
    }

    /// Of rows that differ in few directions the prefix tells almost everything.
    void prefixesTellMostOfTheDistance()
    {
        const auto rows = leaningRows(900, 176, 3);
        const PrefixSpace space(rows);
        QCOMPARE(space.dim(), 88);
        std::vector<float> x(88);
        std::vector<float> y(88);
        double told = 0.0;
        double all = 0.0;
        for (std::int64_t row = 1; row < rows.rows(); ++row) {
            space.map(rows.row(row - 1).data(), x.data());
            space.map(rows.row(row).data(), y.data());
            told += squaredBetween(x, y);
            all += static_cast<double>(squaredDistance(rows.row(row - 1).data(), rows.row(row).data(), 176));
        }
        QVERIFY2(told > 0.97 * all, qPrintable(QString::number(told / all)));
    }

    void findsWhatTheSlowWayFinds()
    {
        QVERIFY(rc::check("in any order, with any guesses, on any number of threads, grown or not", [] {
            const int dim = *rc::gen::element(3, 16, 40, 176);
            const auto seed = *rc::gen::arbitrary<std::uint64_t>();
            const auto rows = *rc::gen::arbitrary<bool>() ? leaningRows(*rc::gen::inRange(1, 200), dim, seed)
                                                          : latticeRows(*rc::gen::inRange(1, 200), dim, 2, seed);
            const auto queries = *rc::gen::arbitrary<bool>() ? leaningRows(*rc::gen::inRange(1, 150), dim, seed + 1)
                                                             : latticeRows(*rc::gen::inRange(1, 150), dim, 2, seed + 1);
            const std::int64_t first = *rc::gen::inRange<std::int64_t>(0, rows.rows() + 1);
            PrunedSearch search;
            std::vector<std::int64_t> order(static_cast<std::size_t>(first));
            std::iota(order.begin(), order.end(), 0);
            std::ranges::reverse(order);
            search.reset(rowsOf(rows, 0, first), order);
            for (std::int64_t row = first; row < rows.rows(); ++row)
                search.append(rows.row(row));
            std::vector<std::int64_t> guesses(static_cast<std::size_t>(*rc::gen::inRange<std::int64_t>(0, 200)));
            for (std::size_t i = 0; i < guesses.size(); ++i)
                guesses[i] = static_cast<std::int64_t>((i * 7 + seed % 1000) % 230) - 1;
            RC_ASSERT(fastSearch(search, rows, queries, *rc::gen::inRange(1, 4), -1.0F, guesses) ==
                      slowSearch(rows, queries));
        }));
    }

    /// Lonely rows must neither be lost nor make the others indistinguishable.
    void findsRowsFarFromAllOthers()
    {
        for (const float far : {1e3F, 1e10F, 1e18F, 1e30F, 3e38F}) {
            auto rows = leaningRows(300, 40, 5);
            rows.row(17)[3] = far;
            rows.row(250)[39] = -far;
            auto queries = leaningRows(70, 40, 6);
            for (const std::int64_t query : {std::int64_t{3}, std::int64_t{40}})
                queries.row(query)[3] = far < 1e19F ? 0.99F * far : 1e15F;
            std::ranges::copy(rows.row(250), queries.row(11).begin());
            PrunedSearch search;
            search.reset(rows);
            QVERIFY2(fastSearch(search, rows, queries, 1) == slowSearch(rows, queries),
                     qPrintable(QString::number(far)));
        }
    }

    void whatIsEnoughIsLeft()
    {
        const auto rows = leaningRows(300, 40, 5);
        const auto queries = leaningRows(200, 40, 6);
        PrunedSearch search;
        search.reset(rows);
        const Found exact = slowSearch(rows, queries);
        std::vector<float> sorted = exact.squared;
        std::ranges::sort(sorted);
        const float enough = sorted[100];
        const Found found = fastSearch(search, rows, queries, 2, enough);
        for (std::size_t i = 0; i < exact.ids.size(); ++i) {
            QCOMPARE(found.squared[i] <= enough, exact.squared[i] <= enough);
            QCOMPARE(found.squared[i], squaredDistance(queries.row(static_cast<std::int64_t>(i)).data(),
                                                       rows.row(found.ids[i]).data(), 40));
            if (exact.squared[i] > enough)
                QCOMPARE(found.ids[i], exact.ids[i]);
        }
    }

    void noRowsNoNeighbours()
    {
        const auto queries = leaningRows(3, 20, 1);
        const Found found = fastSearch(PrunedSearch(), FeatureMatrix(0, 20), queries, 1);
        QCOMPARE(found.ids, (std::vector<std::int64_t>{-1, -1, -1}));
    }

    void cancels()
    {
        const auto rows = leaningRows(300, 40, 5);
        PrunedSearch search;
        search.reset(rows);
        const std::atomic<bool> cancel = true;
        std::vector<float> squared(300);
        std::vector<std::int64_t> ids(300);
        const auto done = search.search({rows, rows, 0, squared, ids, -1.0F, {}}, 2, JobContext(&cancel, {}));
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestPrunedSearch)
#include "tst_pruned_search.moc"
