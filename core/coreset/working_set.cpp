#include "core/coreset/working_set.h"

#include "core/coreset/coreset_builder.h"
#include "core/coreset/greedy.h"

namespace patina {

namespace {

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
    m_rows.appendRow(features.row(row));
    if (projects())
        m_projected.appendRow(selection.row(row));
    m_origins.push_back(origin);
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
    return selection->radiusL2;
}

} // namespace patina
