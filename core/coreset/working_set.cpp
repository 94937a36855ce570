#include "core/coreset/working_set.h"

#include "core/coreset/coreset_builder.h"
#include "core/coreset/greedy.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina {

namespace {

constexpr std::int64_t fewestReserved = 1024;

FeatureMatrix rowsOf(const FeatureMatrix &matrix, const std::vector<std::int64_t> &picks)
{
    FeatureMatrix kept;
    if (matrix.empty())
        return kept;
    kept = FeatureMatrix(0, matrix.dim());
    kept.reserve(static_cast<std::int64_t>(picks.size()));
    for (const std::int64_t pick : picks)
        kept.appendRow(matrix.row(pick));
    return kept;
}

} // namespace

Result<const FeatureMatrix *> WorkingSet::inSelectionSpace(const FeatureMatrix &features, FeatureMatrix &storage,
                                                           int threads, const JobContext &context) const
{
    if (!projects())
        return &features;
    auto projected = project(features, m_projection, threads, context);
    if (!projected)
        return failFrom(std::move(projected));
    storage = std::move(*projected);
    return &storage;
}

void WorkingSet::append(const FeatureMatrix &features, const FeatureMatrix &selection, std::int64_t row,
                        const PatchRef &origin)
{
    if (size() >= m_reserved)
        grow(features.dim(), selection.dim());
    m_rows.appendRow(features.row(row));
    if (projects())
        m_projected.appendRow(selection.row(row));
    m_origins.push_back(origin);
}

void WorkingSet::grow(int dim, int selectionDim)
{
    m_reserved = std::max<std::int64_t>(fewestReserved, 2 * size());
    if (m_mostRows > 0)
        m_reserved = std::max(size() + 1, std::min(m_reserved, m_mostRows));
    const auto reserve = [&](FeatureMatrix &matrix, int columns) {
        if (matrix.dim() == 0)
            matrix = FeatureMatrix(0, columns);
        matrix.reserve(m_reserved);
    };
    reserve(m_rows, dim);
    if (projects())
        reserve(m_projected, selectionDim);
    m_origins.reserve(static_cast<std::size_t>(m_reserved));
}

Result<double> WorkingSet::reduce(std::int64_t count, Random &random, int threads, const JobContext &context)
{
    return size() <= count ? 0.0 : reduceDistinct(count, random, threads, context);
}

Result<double> WorkingSet::reduceDistinct(std::int64_t count, Random &random, int threads, const JobContext &context)
{
    if (size() == 0)
        return 0.0;
    GreedyRequest request;
    request.count = count;
    request.firstPick = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(size())));
    request.threads = threads;
    auto selection = greedySelect(selectionSpace(), request, context);
    if (!selection)
        return failFrom(std::move(selection));
    m_rows = rowsOf(m_rows, selection->picks);
    m_projected = rowsOf(m_projected, selection->picks);
    std::vector<PatchRef> origins;
    origins.reserve(selection->picks.size());
    for (const std::int64_t pick : selection->picks)
        origins.push_back(m_origins[static_cast<std::size_t>(pick)]);
    m_origins = std::move(origins);
    m_reserved = size();
    return selection->radiusL2;
}

CoresetState WorkingSet::state(const Random &random, double radius) const
{
    return {m_rows, m_origins, {bitsOf(radius), static_cast<std::int64_t>(random.state())}};
}

Result<void> WorkingSet::restore(CoresetState state, Random &random, double &radius, int threads,
                                 const JobContext &context)
{
    if (state.numbers.size() != 2 || !(doubleOf(state.numbers[0]) >= 0.0) ||
        static_cast<std::int64_t>(state.origins.size()) != state.rows.rows())
        return fail(ErrorCode::BadFormat, "the rows of a working set do not belong together");
    if (dim() > 0 && !state.rows.empty() && state.rows.dim() != dim())
        return fail(ErrorCode::BadFormat,
                    fmt::format("a working set has {} features a row, not {}", state.rows.dim(), dim()));
    FeatureMatrix storage;
    auto selection = inSelectionSpace(state.rows, storage, threads, context);
    if (!selection)
        return failFrom(std::move(selection));
    if (projects())
        m_projected = std::move(storage);
    m_rows = std::move(state.rows);
    m_origins = std::move(state.origins);
    m_reserved = size();
    radius = doubleOf(state.numbers[0]);
    random = Random(static_cast<std::uint64_t>(state.numbers[1]));
    return {};
}

} // namespace patina
