#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/job_context.h"
#include "core/base/result.h"

#include <span>
#include <vector>

namespace patina {

/// Lowers the distances of some patches to that of the nearest row of `features`.
/// \param patches m x d. \param which of them. \param features n x d. \param nearestL2 m. Errors: those of
/// NeighbourIndex.
Result<void> lowerToNearest(const FeatureMatrix &patches, std::span<const std::size_t> which,
                            const FeatureMatrix &features, int threads, std::span<float> nearestL2,
                            const JobContext &context);

/// Patches whose nearest among the patches of many images is looked for while these pass by. The same on any number of
/// threads and however the passing patches are cut into blocks.
class PatchProbe
{
public:
    /// \param patches m x d. \param enoughL2 m; a patch that something nearer than this has been found for is measured
    /// no further.
    PatchProbe(FeatureMatrix patches, std::vector<float> enoughL2, int threads);

    /// \param features n x d that pass by. Errors: those of NeighbourIndex.
    Result<void> add(const FeatureMatrix &features, const JobContext &context);

    /// m; L2 distance to the nearest that has passed, infinite before the first; an upper bound where it is below
    /// enoughL2.
    std::span<const float> nearestL2() const { return m_nearest; }

private:
    FeatureMatrix m_patches;
    std::vector<float> m_enough;
    std::vector<float> m_nearest;
    int m_threads;
};

} // namespace patina
