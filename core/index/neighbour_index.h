#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/job_context.h"

#include <memory>
#include <vector>

namespace patina {

/// Nearest bank row of every query.
struct Neighbours
{
    std::vector<std::int64_t> ids;  ///< n; row of the bank at the smallest squaredDistance(), the lowest among equals
    std::vector<float> distancesL2; ///< n; square root of that
};

/// Exact nearest neighbours over a bank, full stored dimension: bit for bit what measuring every row finds, on any
/// number of threads and whatever is asked together.
class NeighbourIndex
{
public:
    virtual ~NeighbourIndex() = default;

    /// \param bank m x d, m > 0, finite; must outlive the index.
    /// Errors: BadArgument (empty or non-finite bank), Cancelled.
    static Result<std::unique_ptr<NeighbourIndex>> create(const FeatureMatrix &bank, int threads,
                                                          const JobContext &context = {});

    virtual int dimension() const = 0;
    /// \param queries n x d, row-major, finite; d equals dimension().
    /// Errors: ShapeMismatch, BadArgument (a query that is not finite, or so far away that its squared distance is not;
    /// with its row), Cancelled.
    virtual Result<Neighbours> nearest(const FeatureMatrix &queries, const JobContext &context) const = 0;
};

} // namespace patina
