#include "core/coreset/working_set.h"

#include "core/coreset/coreset_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <numeric>

namespace patina {

namespace {

constexpr std::int64_t fewestReserved = 64;

std::vector<std::int64_t> indicesOf(RowRange range)
{
    std::vector<std::int64_t> rows(static_cast<std::size_t>(range.count));
    std::iota(rows.begin(), rows.end(), range.first);
    return rows;
}

} // namespace

FeatureMatrix rowsOf(const FeatureMatrix &matrix, const std::vector<std::int64_t> &rows)
{
    FeatureMatrix kept;
    if (matrix.empty())
        return kept;
    kept = FeatureMatrix(0, matrix.dim());
    kept.reserve(static_cast<std::int64_t>(rows.size()));
    for (const std::int64_t row : rows)
        kept.appendRow(matrix.row(row));
    return kept;
}

FeatureMatrix rowsOf(const FeatureMatrix &matrix, RowRange range)
{
    FeatureMatrix kept;
    if (matrix.empty())
        return kept;
    kept = FeatureMatrix(range.count, matrix.dim());
    const auto dim = static_cast<std::size_t>(matrix.dim());
    std::ranges::copy(matrix.values().subspan(static_cast<std::size_t>(range.first) * dim,
                                              static_cast<std::size_t>(range.count) * dim),
                      kept.data());
    return kept;
}

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

Result<void> WorkingSet::freeze(FeatureMatrix rows, std::vector<PatchRef> origins, int threads,
                                const JobContext &context)
{
    FeatureMatrix storage;
    auto selection = inSelectionSpace(rows, storage, threads, context);
    if (!selection)
        return failFrom(std::move(selection));
    m_frozenGate.reset(**selection, context);
    m_frozen = rows.rows();
    m_projected = std::move(storage);
    m_rows = std::move(rows);
    m_origins = std::move(origins);
    return {};
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

void WorkingSet::replace(const FeatureMatrix &features, const FeatureMatrix &selection, std::int64_t row,
                         const PatchRef &origin, std::int64_t place)
{
    std::ranges::copy(features.row(row), m_rows.row(place).begin());
    if (projects())
        std::ranges::copy(selection.row(row), m_projected.row(place).begin());
    m_origins[static_cast<std::size_t>(place)] = origin;
}

void WorkingSet::grow(int dim, int selectionDim)
{
    m_reserved = std::max<std::int64_t>(fewestReserved, 2 * size());
    if (m_mostRows > size())
        m_reserved = size() >= m_mostRows / shareToReserveAll ? m_mostRows : std::min(m_reserved, m_mostRows);
    const auto reserve = [&](FeatureMatrix &matrix, int columns) {
        if (matrix.dim() == 0)
            matrix = FeatureMatrix(0, columns);
        matrix.reserve(m_reserved);
    };
    const auto reserveAll = [&] {
        reserve(m_rows, dim);
        if (projects())
            reserve(m_projected, selectionDim);
        m_origins.reserve(static_cast<std::size_t>(m_reserved));
    };
    try {
        reserveAll();
    } catch (const std::bad_alloc &) {
        // Not all that may come will.
        m_reserved = std::min(m_reserved, 2 * size());
        reserveAll();
    }
}

Result<double> WorkingSet::reduce(std::int64_t count, Random &random, int threads, const JobContext &context)
{
    return size() <= count ? 0.0 : reduceDistinct(count, random, threads, context);
}

Result<double> WorkingSet::reduceDistinct(std::int64_t count, Random &random, int threads, const JobContext &context)
{
    const RowRange loose{m_frozen, size() - m_frozen};
    if (loose.count == 0)
        return 0.0;
    GreedyRequest request;
    request.count = count - m_frozen;
    request.firstPick = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(loose.count)));
    request.threads = threads;
    auto selection = pickAmong(loose, request, context);
    if (!selection)
        return failFrom(std::move(selection));
    std::vector<std::int64_t> kept = indicesOf({0, m_frozen});
    kept.insert(kept.end(), selection->picks.begin(), selection->picks.end());
    keep(kept);
    return selection->radiusL2;
}

Result<GreedySelection> WorkingSet::pick(const FeatureMatrix &points, GreedyRequest request,
                                         const JobContext &context) const
{
    std::vector<float> distances;
    if (m_frozen > 0) {
        distances.resize(static_cast<std::size_t>(points.rows()));
        std::vector<std::int64_t> covering(distances.size());
        auto measured = m_frozenGate.measure(selectionSpace(), points, 0, distances, covering, 0.0F, context);
        if (!measured)
            return failFrom(std::move(measured));
        request.squaredDistances = distances;
    }
    return greedySelect(points, request, context);
}

/// Frozen rows take part as covered already, at distance 0, and so are never picked: nothing is copied.
Result<GreedySelection> WorkingSet::pickLoose(GreedyRequest request, const JobContext &context) const
{
    std::vector<float> distances;
    if (m_frozen > 0) {
        distances.resize(static_cast<std::size_t>(size()));
        std::vector<std::int64_t> covering(static_cast<std::size_t>(size() - m_frozen));
        const auto loose = std::span(distances).subspan(static_cast<std::size_t>(m_frozen));
        auto measured =
            m_frozenGate.measure(selectionSpace(), selectionSpace(), m_frozen, loose, covering, 0.0F, context);
        if (!measured)
            return failFrom(std::move(measured));
        request.squaredDistances = distances;
    }
    return greedySelect(selectionSpace(), request, context);
}

Result<GreedySelection> WorkingSet::pickAmong(RowRange range, const GreedyRequest &request,
                                              const JobContext &context) const
{
    if (range.first == m_frozen && range.count == size() - m_frozen)
        return pickLoose(request, context);
    auto selection = pick(rowsOf(selectionSpace(), range), request, context);
    if (selection)
        for (std::int64_t &row : selection->picks)
            row += range.first;
    return selection;
}

void WorkingSet::keep(const std::vector<std::int64_t> &rows)
{
    m_rows = rowsOf(m_rows, rows);
    m_projected = rowsOf(m_projected, rows);
    std::vector<PatchRef> origins;
    origins.reserve(rows.size());
    for (const std::int64_t row : rows)
        origins.push_back(m_origins[static_cast<std::size_t>(row)]);
    m_origins = std::move(origins);
    m_reserved = size();
}

CoresetStateView WorkingSet::state(const Random &random, double radius) const
{
    return {{{&m_rows, m_origins}}, {bitsOf(radius), static_cast<std::int64_t>(random.state())}};
}

bool WorkingSet::beginsWithTheFrozen(const CoresetState &state) const
{
    return state.rows.rows() >= m_frozen &&
           std::equal(m_origins.begin(), m_origins.begin() + m_frozen, state.origins.begin());
}

Result<void> WorkingSet::restore(CoresetState state, Random &random, double &radius, int threads,
                                 const JobContext &context)
{
    if (state.numbers.size() != 2 || !(doubleOf(state.numbers[0]) >= 0.0) ||
        static_cast<std::int64_t>(state.origins.size()) != state.rows.rows())
        return fail(ErrorCode::BadFormat, "the rows of a working set do not belong together");
    if (!beginsWithTheFrozen(state))
        return fail(ErrorCode::BadFormat, "a working set does not begin with the rows that are to stay");
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
    if (size() >= m_mostRows / shareToReserveAll && size() < m_mostRows)
        grow(m_rows.dim(), m_projected.dim());
    radius = doubleOf(state.numbers[0]);
    random = Random(static_cast<std::uint64_t>(state.numbers[1]));
    return {};
}

} // namespace patina
