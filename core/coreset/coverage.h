#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/job_context.h"

#include <vector>

namespace patina {

/// How far patches lie from a bank, L2 in the full dimension.
struct Coverage
{
    double radius = 0.0; ///< largest
    double p999 = 0.0;   ///< 99.9 % of the patches lie within
    double mean = 0.0;
};

/// Of patches at these L2 distances from the nearest row, at least one; their order does not matter.
Coverage coverageOf(std::vector<float> distancesL2);

/// L2 distance of every patch to the nearest row. \param sample n x d. \param bank m x d, m > 0.
/// Errors: those of NeighbourIndex.
Result<std::vector<float>> distancesToBank(const FeatureMatrix &sample, const FeatureMatrix &bank, int threads,
                                           const JobContext &context);

/// \param sample n x d, n > 0. \param bank m x d, m > 0. Errors: those of NeighbourIndex.
Result<Coverage> coverageOf(const FeatureMatrix &sample, const FeatureMatrix &bank, int threads,
                            const JobContext &context);

} // namespace patina
