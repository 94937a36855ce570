#include "core/index/neighbour_index.h"

#include "core/base/system.h"
#include "core/index/squared_distance.h"

#include <faiss/IndexFlat.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <omp.h>

namespace patina {

namespace {

constexpr std::int64_t chunkRows = 1024; ///< queries between two looks at the cancel flag

/// First row that holds a value that is not finite; -1: none.
std::int64_t nonFiniteRow(const FeatureMatrix &matrix)
{
    const auto values = matrix.values();
    const auto bad = std::ranges::find_if_not(values, [](float value) { return std::isfinite(value); });
    return bad == values.end() ? -1 : (bad - values.begin()) / matrix.dim();
}

/// Brute force in blocks through matrix products (Johnson, Douze, Jegou 2019). These lose digits where distances are
/// small against the norms, so the winner's distance is computed again directly.
class FlatIndex : public NeighbourIndex
{
public:
    FlatIndex(const FeatureMatrix &bank, int threads)
        : m_bank(bank), m_threads(effectiveThreads(threads)), m_index(bank.dim())
    {
        m_index.add(bank.rows(), bank.data());
    }

    int dimension() const override { return m_bank.dim(); }

    Result<Neighbours> nearest(const FeatureMatrix &queries, const JobContext &context) const override
    {
        if (queries.rows() > 0 && queries.dim() != m_bank.dim())
            return fail(ErrorCode::ShapeMismatch,
                        fmt::format("queries have {} features a row, the bank has {}", queries.dim(), m_bank.dim()));
        if (const std::int64_t row = nonFiniteRow(queries); row >= 0)
            return fail(ErrorCode::BadArgument, fmt::format("query row {} is not finite", row));
        omp_set_num_threads(m_threads);
        const auto count = static_cast<std::size_t>(queries.rows());
        Neighbours found{std::vector<std::int64_t>(count), std::vector<float>(count)};
        for (std::int64_t first = 0; first < queries.rows(); first += chunkRows) {
            if (context.cancelled())
                return cancelledError();
            const std::int64_t rows = std::min(chunkRows, queries.rows() - first);
            if (auto done = search(queries, first, rows, found); !done)
                return failFrom(std::move(done));
        }
        return found;
    }

private:
    Result<void> search(const FeatureMatrix &queries, std::int64_t first, std::int64_t rows, Neighbours &found) const
    {
        const auto offset = static_cast<std::size_t>(first);
        try {
            m_index.search(rows, queries.row(first).data(), 1, found.distancesL2.data() + offset,
                           found.ids.data() + offset);
        } catch (const std::exception &error) {
            return fail(ErrorCode::Internal, fmt::format("the neighbour search failed: {}", error.what()));
        }
        for (std::int64_t i = first; i < first + rows; ++i) {
            const auto at = static_cast<std::size_t>(i);
            if (found.ids[at] < 0)
                return fail(ErrorCode::Internal, fmt::format("the neighbour search found nothing for row {}", i));
            found.distancesL2[at] =
                std::sqrt(squaredDistance(queries.row(i).data(), m_bank.row(found.ids[at]).data(), m_bank.dim()));
        }
        return {};
    }

    const FeatureMatrix &m_bank;
    int m_threads;
    faiss::IndexFlatL2 m_index;
};

} // namespace

Result<std::unique_ptr<NeighbourIndex>> NeighbourIndex::create(const FeatureMatrix &bank, int threads)
{
    if (bank.rows() < 1 || bank.dim() < 1)
        return fail(ErrorCode::BadArgument, "the bank is empty");
    if (const std::int64_t row = nonFiniteRow(bank); row >= 0)
        return fail(ErrorCode::BadArgument, fmt::format("bank row {} is not finite", row));
    try {
        return std::make_unique<FlatIndex>(bank, threads);
    } catch (const std::exception &error) {
        return fail(ErrorCode::OutOfMemory,
                    fmt::format("the index of {} rows cannot be built: {}", bank.rows(), error.what()));
    }
}

} // namespace patina
