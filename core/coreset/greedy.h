#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/job_context.h"

#include <cstdint>
#include <vector>

namespace patina {

struct GreedyRequest
{
    std::int64_t count = 0;       ///< rows to pick at most
    double stopRadiusL2 = 0.0;    ///< stop before picking a row at or under this distance
    std::int64_t firstPick = 0;   ///< used where `centres` is empty
    int threads = 0;
};

struct GreedySelection
{
    std::vector<std::int64_t> picks; ///< rows of `points`, in the order picked
    double radiusL2 = 0.0;           ///< largest distance of any point to centres and picks
};

/// Greedy farthest-first traversal (Gonzalez 1985): picks the row farthest from all centres and earlier picks, again and
/// again; ties go to the lowest row. Exactly that of the plain algorithm, pick for pick, on any number of threads; found
/// with lazy upper bounds.
/// \param points n x d. \param centres m x d, may be empty.
Result<GreedySelection> greedySelect(const FeatureMatrix &points, const FeatureMatrix &centres,
                                     const GreedyRequest &request, const JobContext &context);

} // namespace patina
