#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/job_context.h"

#include <cstdint>
#include <span>
#include <vector>

namespace patina {

struct GreedyRequest
{
    std::int64_t count = 0;     ///< rows to pick at most
    double stopRadiusL2 = 0.0;  ///< stop before picking a row at or under this distance; duplicates are never picked
    std::int64_t firstPick = 0; ///< used where no distances are given
    int threads = 0;            ///< 0 = all cores
    /// Squared L2 distance of every row to what it need not be covered from again (an earlier bank), by
    /// squaredDistance(). Empty: there is nothing yet.
    std::span<const float> squaredDistances;
};

struct GreedySelection
{
    std::vector<std::int64_t> picks; ///< rows of `points`, in the order picked
    double radiusL2 = 0.0;           ///< largest distance of any point to the earlier bank and the picks
};

/// Greedy farthest-first traversal (Gonzalez 1985): picks the row farthest from all earlier ones, again and again; ties
/// go to the lowest row. Exactly that of the plain algorithm, pick for pick, on any number of threads. Distances only
/// shrink, so an old one is an upper bound: a row is brought up to date only when its bound is among the largest.
/// Errors: BadArgument (firstPick outside, a count of distances that does not match, a non-finite row), Cancelled.
Result<GreedySelection> greedySelect(const FeatureMatrix &points, const GreedyRequest &request,
                                     const JobContext &context);

} // namespace patina
