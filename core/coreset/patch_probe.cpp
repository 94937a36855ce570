#include "core/coreset/patch_probe.h"

#include "core/index/neighbour_index.h"

#include <algorithm>
#include <limits>

namespace patina {

PatchProbe::PatchProbe(FeatureMatrix patches, std::vector<float> enoughL2, int threads)
    : m_patches(std::move(patches)), m_enough(std::move(enoughL2)),
      m_nearest(m_enough.size(), std::numeric_limits<float>::infinity()), m_threads(threads)
{
}

Result<void> PatchProbe::add(const FeatureMatrix &features, const JobContext &context)
{
    if (features.empty())
        return {};
    FeatureMatrix open(0, m_patches.dim());
    std::vector<std::size_t> of;
    for (std::size_t i = 0; i < m_nearest.size(); ++i) {
        if (m_nearest[i] < m_enough[i])
            continue;
        open.appendRow(m_patches.row(static_cast<std::int64_t>(i)));
        of.push_back(i);
    }
    if (of.empty())
        return {};
    auto index = NeighbourIndex::create(features, m_threads);
    if (!index)
        return failFrom(std::move(index));
    auto found = (*index)->nearest(open, context);
    if (!found)
        return failFrom(std::move(found));
    for (std::size_t i = 0; i < of.size(); ++i)
        m_nearest[of[i]] = std::min(m_nearest[of[i]], found->distancesL2[i]);
    return {};
}

} // namespace patina
