#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/job_context.h"
#include "core/base/random.h"
#include "core/coreset/coreset_state.h"
#include "core/coreset/greedy.h"
#include "core/coreset/novelty_gate.h"

#include <cstdint>
#include <vector>

namespace patina {

/// Rows [first, first + count) of a working set or a block.
struct RowRange
{
    std::int64_t first = 0;
    std::int64_t count = 0;
};

/// Copies of these rows, in that order; an empty matrix of no dimension where `matrix` has no rows.
FeatureMatrix rowsOf(const FeatureMatrix &matrix, const std::vector<std::int64_t> &rows);
FeatureMatrix rowsOf(const FeatureMatrix &matrix, RowRange range);

/// Candidate rows in full dimension, their projection for selection, and where they came from. Frozen rows come first
/// and stay whatever is reduced.
class WorkingSet
{
public:
    /// \param projection d x p; p = 0: rows are selected in the full dimension and kept once.
    /// \param mostRows that it will ever hold: with an eighth of them memory is reserved for all, so that nothing is
    /// copied as it grows (what is not filled takes none); 0: not known, it grows by doubling.
    WorkingSet(FeatureMatrix projection, int threads, std::int64_t mostRows = 0)
        : m_projection(std::move(projection)), m_frozenGate(threads), m_mostRows(mostRows)
    {
    }

    /// Changes the number of rows that it will ever hold.
    void expect(std::int64_t mostRows) { m_mostRows = mostRows; }

    std::int64_t size() const { return m_rows.rows(); }
    /// Rows at the start that stay.
    std::int64_t frozen() const { return m_frozen; }
    const FeatureMatrix &rows() const { return m_rows; }
    const std::vector<PatchRef> &origins() const { return m_origins; }
    /// Of the rows there are, or that the projection is made for; 0: any.
    int dim() const { return m_projection.empty() ? m_rows.dim() : static_cast<int>(m_projection.rows()); }
    /// What distances are measured on.
    const FeatureMatrix &selectionSpace() const { return projects() ? m_projected : m_rows; }
    /// Rows of a block in selection space; `storage` holds them where they have to be made. Errors: Cancelled.
    Result<const FeatureMatrix *> inSelectionSpace(const FeatureMatrix &features, FeatureMatrix &storage, int threads,
                                                   const JobContext &context) const;

    /// Makes these the frozen rows. Nothing may have been appended before. Errors: Cancelled.
    Result<void> freeze(FeatureMatrix rows, std::vector<PatchRef> origins, int threads, const JobContext &context);
    /// Adds row `row` of a block. \param selection the block in selection space.
    void append(const FeatureMatrix &features, const FeatureMatrix &selection, std::int64_t row,
                const PatchRef &origin);
    /// Puts row `row` of a block in the place of row `place`, which is not frozen.
    void replace(const FeatureMatrix &features, const FeatureMatrix &selection, std::int64_t row,
                 const PatchRef &origin, std::int64_t place);
    /// Greedy picks of rows in selection space. Where rows are frozen, it starts from the distances to them instead of
    /// request.firstPick. Errors: those of greedySelect().
    Result<GreedySelection> pick(const FeatureMatrix &points, GreedyRequest request, const JobContext &context) const;
    /// The same among rows of the set; request.firstPick counts from range.first, picks are rows of the set.
    Result<GreedySelection> pickAmong(RowRange range, const GreedyRequest &request, const JobContext &context) const;
    /// \param rows those that stay, in their new order; begins with all frozen ones.
    void keep(const std::vector<std::int64_t> &rows);
    /// Greedy reduction to `count` rows, the frozen ones among them, then in the order they are picked. \returns the
    /// radius reached; 0 where nothing had to go.
    Result<double> reduce(std::int64_t count, Random &random, int threads, const JobContext &context);

    /// The same where nothing has to go, too: of equal rows one is kept.
    Result<double> reduceDistinct(std::int64_t count, Random &random, int threads, const JobContext &context);

    /// Rows, origins, and the state of what reduces them.
    CoresetStateView state(const Random &random, double radius) const;
    /// Takes over such a state of a set with the same frozen rows. Errors: BadFormat (counts, dimensions or frozen rows
    /// that do not fit), Cancelled.
    Result<void> restore(CoresetState state, Random &random, double &radius, int threads, const JobContext &context);

    FeatureMatrix takeRows() { return std::move(m_rows); }
    std::vector<PatchRef> takeOrigins() { return std::move(m_origins); }

private:
    Result<GreedySelection> pickLoose(GreedyRequest request, const JobContext &context) const;
    bool projects() const { return m_projection.dim() > 0; }
    void grow(int dim, int selectionDim);

    bool beginsWithTheFrozen(const CoresetState &state) const;

    FeatureMatrix m_projection;
    FeatureMatrix m_rows;
    FeatureMatrix m_projected;
    std::vector<PatchRef> m_origins;
    std::int64_t m_frozen = 0;
    NoveltyGate m_frozenGate;
    std::int64_t m_mostRows;
    std::int64_t m_reserved = 0;
};

} // namespace patina
