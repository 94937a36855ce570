#include "core/coreset/patch_probe.h"

#include "core/index/neighbour_index.h"

#include <algorithm>
#include <limits>

namespace patina {

Result<void> lowerToNearest(const FeatureMatrix &patches, std::span<const std::size_t> which,
                            const FeatureMatrix &features, int threads, std::span<float> nearestL2,
                            const JobContext &context)
{
    if (which.empty() || features.empty())
        return {};
    FeatureMatrix queries(0, patches.dim());
    queries.reserve(std::ssize(which));
    for (const std::size_t patch : which)
        queries.appendRow(patches.row(static_cast<std::int64_t>(patch)));
    auto index = NeighbourIndex::create(features, threads);
    if (!index)
        return failFrom(std::move(index));
    auto found = (*index)->nearest(queries, context);
    if (!found)
        return failFrom(std::move(found));
    for (std::size_t i = 0; i < which.size(); ++i) {
        float &nearest = nearestL2[which[i]];
        nearest = std::min(nearest, found->distancesL2[i]);
    }
    return {};
}

PatchProbe::PatchProbe(FeatureMatrix patches, std::vector<float> enoughL2, int threads)
    : m_patches(std::move(patches)), m_enough(std::move(enoughL2)),
      m_nearest(m_enough.size(), std::numeric_limits<float>::infinity()), m_threads(threads)
{
}

Result<void> PatchProbe::add(const FeatureMatrix &features, const JobContext &context)
{
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < m_nearest.size(); ++i)
        if (m_nearest[i] >= m_enough[i])
            open.push_back(i);
    return lowerToNearest(m_patches, open, features, m_threads, m_nearest, context);
}

} // namespace patina
