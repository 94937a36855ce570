#include "core/index/rounded_rows.h"
#include "core/index/squared_distance.h"
#include "tests/support/made_features.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <limits>
#include <vector>

using namespace patina;
using namespace patina::support;

namespace {

constexpr int fewRows = 40;

/// For coordinates that are the rows themselves: room for what squaredDistance() loses.
PrefixSpace::Mapped asMapped(std::span<const float> row)
{
    const std::vector<float> origin(row.size());
    const float norm = squaredDistance(row.data(), origin.data(), static_cast<int>(row.size()));
    return {norm, 1e-5F * norm + 1e-42F};
}

RoundedRows roundedOf(const FeatureMatrix &rows, double largestSquaredNorm)
{
    RoundedRows rounded(rows.dim(), largestSquaredNorm);
    for (std::int64_t row = 0; row < rows.rows(); ++row)
        rounded.append(rows.row(row), asMapped(rows.row(row)));
    return rounded;
}

/// Whether each row is left for each of four queries.
std::vector<std::vector<bool>> leftOf(const RoundedRows &rounded, const FeatureMatrix &queries,
                                      const std::vector<float> &limits)
{
    std::vector<RoundedRows::Query> asked(4);
    RoundedRows::Four four;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto query = queries.row(static_cast<std::int64_t>(i));
        rounded.round(query, asMapped(query), asked[i]);
        four.queries[i] = &asked[i];
        four.thresholds[i] = rounded.thresholds(asked[i], limits[i]);
    }
    std::vector<std::vector<bool>> left(4, std::vector<bool>(static_cast<std::size_t>(rounded.rows())));
    RoundedRows::Candidates near{};
    for (std::int64_t panel = rounded.nextPanel(four, 0, rounded.panels(), near); panel < rounded.panels();
         panel = rounded.nextPanel(four, panel + 1, rounded.panels(), near))
        for (std::size_t i = 0; i < 4; ++i)
            for (std::int64_t row = panel * RoundedRows::width;
                 row < std::min(rounded.rows(), (panel + 1) * RoundedRows::width); ++row)
                left[i][static_cast<std::size_t>(row)] = (near[i] >> (row % RoundedRows::width) & 1U) != 0U;
    return left;
}

} // namespace

class TestRoundedRows : public QObject
{
    Q_OBJECT

private slots:
    void noRowWithinTheLimitIsRuledOut()
    {
        QVERIFY(rc::check("at any dimension, scale and share of rows that are too large", [] {
            const int dim = *rc::gen::inRange(1, PrefixSpace::mostDirections + 1);
            const auto seed = *rc::gen::arbitrary<std::uint64_t>();
            const double sigma = *rc::gen::element(1.0, 1e-9, 1e9, 1e-25);
            const auto rows = normalRows(fewRows, dim, seed, sigma);
            const auto queries = normalRows(4, dim, seed + 1, sigma * *rc::gen::element(0.01, 1.0, 3.0, 100.0));
            const double reach = *rc::gen::element(0.5, 1.0, 4.0);
            const auto rounded = roundedOf(rows, reach * sigma * sigma * dim);
            std::vector<float> limits;
            for (int i = 0; i < 4; ++i)
                limits.push_back(
                    squaredDistance(queries.row(i).data(), rows.row(*rc::gen::inRange(0, fewRows)).data(), dim));
            const auto left = leftOf(rounded, queries, limits);
            for (std::size_t i = 0; i < 4; ++i)
                for (std::int64_t row = 0; row < fewRows; ++row) {
                    const float distance =
                        squaredDistance(queries.row(static_cast<std::int64_t>(i)).data(), rows.row(row).data(), dim);
                    RC_ASSERT(distance > limits[i] || left[i][static_cast<std::size_t>(row)]);
                }
        }));
    }

    void ruledOutIsWhatIsClearlyFarther()
    {
        const int dim = 96;
        const auto rows = normalRows(fewRows, dim, 1);
        const auto queries = normalRows(4, dim, 2);
        const auto rounded = roundedOf(rows, 2.0 * dim);
        std::vector<float> limits;
        for (int i = 0; i < 4; ++i)
            limits.push_back(squaredDistance(queries.row(i).data(), rows.row(7).data(), dim));
        const auto left = leftOf(rounded, queries, limits);
        for (std::size_t i = 0; i < 4; ++i)
            for (std::int64_t row = 0; row < fewRows; ++row) {
                const float distance =
                    squaredDistance(queries.row(static_cast<std::int64_t>(i)).data(), rows.row(row).data(), dim);
                QVERIFY(distance < 1.01F * limits[i] || !left[i][static_cast<std::size_t>(row)]);
            }
    }

    void whatDoesNotFitIsNeverRuledOut()
    {
        auto rows = normalRows(fewRows, 20, 3);
        rows.row(21)[5] = 1e20F;
        auto queries = normalRows(4, 20, 4);
        queries.row(2)[0] = std::numeric_limits<float>::max();
        const auto left = leftOf(roundedOf(rows, 100.0), queries, std::vector<float>(4, 0.0F));
        for (std::size_t i = 0; i < 4; ++i)
            for (std::size_t row = 0; row < fewRows; ++row)
                QCOMPARE(static_cast<bool>(left[i][row]), i == 2 || row == 21);
    }
};

QTEST_APPLESS_MAIN(TestRoundedRows)
#include "tst_rounded_rows.moc"
