#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/job_context.h"
#include "core/base/random.h"
#include "core/coreset/coreset_state.h"

#include <cstdint>
#include <vector>

namespace patina {

/// Candidate rows in full dimension, their projection for selection, and where they came from.
class WorkingSet
{
public:
    /// \param projection d x p; p = 0: rows are selected in the full dimension and kept once.
    /// \param mostRows that it will ever hold: its memory grows by doubling, but not beyond; 0: not known.
    explicit WorkingSet(FeatureMatrix projection, std::int64_t mostRows = 0)
        : m_projection(std::move(projection)), m_mostRows(mostRows)
    {
    }

    std::int64_t size() const { return m_rows.rows(); }
    /// Of the rows there are, or that the projection is made for; 0: any.
    int dim() const { return m_projection.empty() ? m_rows.dim() : static_cast<int>(m_projection.rows()); }
    /// What distances are measured on.
    const FeatureMatrix &selectionSpace() const { return projects() ? m_projected : m_rows; }
    /// Rows of a block in selection space; `storage` holds them where they have to be made. Errors: Cancelled.
    Result<const FeatureMatrix *> inSelectionSpace(const FeatureMatrix &features, FeatureMatrix &storage, int threads,
                                                   const JobContext &context) const;

    /// Adds row `row` of a block. \param selection the block in selection space.
    void append(const FeatureMatrix &features, const FeatureMatrix &selection, std::int64_t row,
                const PatchRef &origin);
    /// Greedy reduction to `count` rows in the order they are picked. \returns the radius reached; 0 where nothing had
    /// to go.
    Result<double> reduce(std::int64_t count, Random &random, int threads, const JobContext &context);

    /// The same where nothing has to go, too: of equal rows one is kept.
    Result<double> reduceDistinct(std::int64_t count, Random &random, int threads, const JobContext &context);

    /// Rows, origins, and the state of what reduces them.
    CoresetState state(const Random &random, double radius) const;
    /// Takes over such a state. Errors: BadFormat (counts or dimensions that do not fit), Cancelled.
    Result<void> restore(CoresetState state, Random &random, double &radius, int threads, const JobContext &context);

    FeatureMatrix takeRows() { return std::move(m_rows); }
    std::vector<PatchRef> takeOrigins() { return std::move(m_origins); }

private:
    bool projects() const { return m_projection.dim() > 0; }
    void grow(int dim, int selectionDim);

    FeatureMatrix m_projection;
    FeatureMatrix m_rows;
    FeatureMatrix m_projected;
    std::vector<PatchRef> m_origins;
    std::int64_t m_mostRows;
    std::int64_t m_reserved = 0;
};

} // namespace patina
