#include "core/index/neighbour_index.h"

#include "core/base/system.h"
#include "core/index/pruned_search.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <exception>

namespace patina {

namespace {

class PrunedIndex : public NeighbourIndex
{
public:
    PrunedIndex(const FeatureMatrix &bank, int threads, const JobContext &context)
        : m_bank(bank), m_threads(effectiveThreads(threads))
    {
        m_search.reset(bank, {}, context);
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
        Neighbours found{std::vector<std::int64_t>(count), std::vector<float>(count)};
        auto searched =
            m_search.search({m_bank, queries, 0, found.distancesL2, found.ids, -1.0F, {}}, m_threads, context);
        if (!searched)
            return failFrom(std::move(searched));
        if (const auto lost = std::ranges::find(found.ids, -1); lost != found.ids.end())
            return fail(ErrorCode::BadArgument,
                        fmt::format("query row {} is too far from the bank to be measured", lost - found.ids.begin()));
        std::ranges::transform(found.distancesL2, found.distancesL2.begin(),
                               [](float squared) { return std::sqrt(squared); });
        return found;
    }

private:
    const FeatureMatrix &m_bank;
    int m_threads;
    PrunedSearch m_search;
};

} // namespace

Result<std::unique_ptr<NeighbourIndex>> NeighbourIndex::create(const FeatureMatrix &bank, int threads,
                                                               const JobContext &context)
{
    if (bank.rows() < 1 || bank.dim() < 1)
        return fail(ErrorCode::BadArgument, "the bank is empty");
    if (const auto row = firstNonFiniteRow(bank))
        return fail(ErrorCode::BadArgument, fmt::format("bank row {} is not finite", *row));
    try {
        auto index = std::make_unique<PrunedIndex>(bank, threads, context);
        if (context.cancelled())
            return cancelledError();
        return index;
    } catch (const std::exception &error) {
        return fail(ErrorCode::OutOfMemory,
                    fmt::format("the index of {} rows cannot be built: {}", bank.rows(), error.what()));
    }
}

} // namespace patina
