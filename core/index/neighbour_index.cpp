#include "core/index/neighbour_index.h"

#include "core/base/system.h"
#include "core/index/product_block.h"
#include "core/index/squared_distance.h"

#include <faiss/utils/distances.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <functional>
#include <limits>
#include <omp.h>

namespace patina {

namespace {

constexpr std::int64_t fewestRows = 64; ///< queries a thread measures together: where there are few of them,
constexpr std::int64_t pieceRows = 256; ///< and where there are many
constexpr std::int64_t tileRows = 1024; ///< bank rows measured together, between two looks at the cancel flag
constexpr std::int64_t strideRows = 16; ///< approximate distances looked at before one of them is acted on

std::vector<float> meanOf(const FeatureMatrix &matrix)
{
    std::vector<double> sums(static_cast<std::size_t>(matrix.dim()));
    for (std::int64_t row = 0; row < matrix.rows(); ++row)
        for (std::size_t i = 0; i < sums.size(); ++i)
            sums[i] += static_cast<double>(matrix.row(row)[i]);
    std::vector<float> mean(sums.size());
    std::ranges::transform(sums, mean.begin(),
                           [&](double sum) { return static_cast<float>(sum / static_cast<double>(matrix.rows())); });
    return mean;
}

/// Rows [first, first + count) with `centre` as their origin.
void moveOrigin(const FeatureMatrix &matrix, std::int64_t first, std::int64_t count, const std::vector<float> &centre,
                FeatureMatrix &moved)
{
    for (std::int64_t row = 0; row < count; ++row)
        std::ranges::transform(matrix.row(first + row), centre, moved.row(row).begin(), std::minus{});
}

/// Brute force in tiles of |x|^2 + |y|^2 - 2xy through matrix products (Johnson, Douze, Jegou 2019). These lose digits
/// where distances are small against the norms, so they only rule bank rows out: whatever may still be the nearest
/// within their rounding is measured directly. The origin moves to the bank's mean, where the norms are small.
class FlatIndex : public NeighbourIndex
{
public:
    FlatIndex(const FeatureMatrix &bank, int threads)
        : m_bank(bank), m_threads(effectiveThreads(threads)), m_centre(meanOf(bank)), m_moved(bank.rows(), bank.dim()),
          m_squaredNorms(static_cast<std::size_t>(bank.rows())),
          m_bound(bank.dim()) // its room covers moving the rows, too
    {
        moveOrigin(bank, 0, bank.rows(), m_centre, m_moved);
        faiss::fvec_norms_L2sqr(m_squaredNorms.data(), m_moved.data(), static_cast<std::size_t>(bank.dim()),
                                m_squaredNorms.size());
    }

    int dimension() const override { return m_bank.dim(); }

    Result<Neighbours> nearest(const FeatureMatrix &queries, const JobContext &context) const override
    {
        if (queries.rows() > 0 && queries.dim() != m_bank.dim())
            return fail(ErrorCode::ShapeMismatch,
                        fmt::format("queries have {} features a row, the bank has {}", queries.dim(), m_bank.dim()));
        if (const auto row = firstNonFiniteRow(queries))
            return fail(ErrorCode::BadArgument, fmt::format("query row {} is not finite", *row));
        const auto count = static_cast<std::size_t>(queries.rows());
        Neighbours found{std::vector<std::int64_t>(count, -1),
                         std::vector<float>(count, std::numeric_limits<float>::infinity())};
        searchAll(queries, found, context);
        if (context.cancelled())
            return cancelledError();
        if (const auto lost = std::ranges::find(found.ids, -1); lost != found.ids.end())
            return fail(ErrorCode::BadArgument,
                        fmt::format("query row {} is too far from the bank to be measured", lost - found.ids.begin()));
        std::ranges::transform(found.distancesL2, found.distancesL2.begin(),
                               [](float squared) { return std::sqrt(squared); });
        return found;
    }

private:
    /// What one thread works in; made beforehand, as nothing may throw inside a parallel loop.
    struct Workspace
    {
        Workspace(std::int64_t rows, const FeatureMatrix &bank)
            : moved(rows, bank.dim()), squaredNorms(static_cast<std::size_t>(rows)),
              approximate(static_cast<std::size_t>(rows * std::min(tileRows, bank.rows())))
        {
        }

        FeatureMatrix moved; ///< queries with the bank's mean as their origin
        std::vector<float> squaredNorms;
        std::vector<float> approximate;
    };

    /// Leaves squared distances in `found`.
    void searchAll(const FeatureMatrix &queries, Neighbours &found, const JobContext &context) const
    {
        const std::int64_t rows = std::clamp(queries.rows() / m_threads, fewestRows, pieceRows);
        const int team = static_cast<int>(std::clamp<std::int64_t>((queries.rows() + rows - 1) / rows, 1, m_threads));
        std::vector<Workspace> workspaces(static_cast<std::size_t>(team), Workspace(rows, m_bank));
        // Products inside a team of threads run on one each, in a team of one on as many as this says.
        omp_set_num_threads(m_threads);
#pragma omp parallel for schedule(dynamic, 1) num_threads(team)
        for (std::int64_t first = 0; first < queries.rows(); first += rows)
            searchPiece(queries, first, std::min(rows, queries.rows() - first),
                        workspaces[static_cast<std::size_t>(omp_get_thread_num())], found, context);
    }

    void searchPiece(const FeatureMatrix &queries, std::int64_t first, std::int64_t rows, Workspace &workspace,
                     Neighbours &found, const JobContext &context) const
    {
        moveOrigin(queries, first, rows, m_centre, workspace.moved);
        faiss::fvec_norms_L2sqr(workspace.squaredNorms.data(), workspace.moved.data(),
                                static_cast<std::size_t>(m_bank.dim()), static_cast<std::size_t>(rows));
        for (std::int64_t tile = 0; tile < m_bank.rows() && !context.cancelled(); tile += tileRows) {
            const std::int64_t bankRows = std::min(tileRows, m_bank.rows() - tile);
            faiss::pairwise_L2sqr(m_bank.dim(), rows, workspace.moved.data(), bankRows, m_moved.row(tile).data(),
                                  workspace.approximate.data());
            for (std::int64_t i = 0; i < rows; ++i) {
                const auto at = static_cast<std::size_t>(first + i);
                keepNearest({queries.row(first + i).data(), workspace.squaredNorms[static_cast<std::size_t>(i)]},
                            {tile, bankRows, workspace.approximate.data() + i * bankRows}, found.ids[at],
                            found.distancesL2[at]);
            }
        }
    }

    struct Query
    {
        const float *values;
        float squaredNorm;
    };

    struct Tile
    {
        std::int64_t first;
        std::int64_t rows;
        const float *approximate; ///< squared distances of one query
    };

    void keepNearest(const Query &query, const Tile &tile, std::int64_t &id, float &squared) const
    {
        const float *norms = m_squaredNorms.data() + tile.first;
        // Not "below": norms that overflow make this not a number, and rule nothing out.
        const auto ruledOut = [&](std::int64_t row) {
            return tile.approximate[row] - m_bound.relative() * (query.squaredNorm + norms[row]) - m_bound.absolute() >=
                   squared;
        };
        for (std::int64_t begin = 0; begin < tile.rows; begin += strideRows) {
            const std::int64_t end = std::min(begin + strideRows, tile.rows);
            int open = 0;
            for (std::int64_t row = begin; row < end; ++row)
                open += ruledOut(row) ? 0 : 1;
            for (std::int64_t row = begin; open > 0 && row < end; ++row) {
                if (ruledOut(row))
                    continue;
                const float distance =
                    squaredDistanceWithin(query.values, m_bank.row(tile.first + row).data(), m_bank.dim(), squared);
                if (distance < squared) {
                    squared = distance;
                    id = tile.first + row;
                }
            }
        }
    }

    const FeatureMatrix &m_bank;
    int m_threads;
    std::vector<float> m_centre;
    FeatureMatrix m_moved; ///< the bank with its mean as the origin
    std::vector<float> m_squaredNorms;
    ProductBound m_bound;
};

} // namespace

Result<std::unique_ptr<NeighbourIndex>> NeighbourIndex::create(const FeatureMatrix &bank, int threads)
{
    if (bank.rows() < 1 || bank.dim() < 1)
        return fail(ErrorCode::BadArgument, "the bank is empty");
    if (const auto row = firstNonFiniteRow(bank))
        return fail(ErrorCode::BadArgument, fmt::format("bank row {} is not finite", *row));
    try {
        return std::make_unique<FlatIndex>(bank, threads);
    } catch (const std::exception &error) {
        return fail(ErrorCode::OutOfMemory,
                    fmt::format("the index of {} rows cannot be built: {}", bank.rows(), error.what()));
    }
}

} // namespace patina
