#include "core/pipeline/suspect_regions.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace patina {

namespace {

constexpr int besidePatches = 2; ///< this near they belong to one region; a feature reaches one patch beyond its own

cv::Rect inImage(const cv::Rect &patches, double pxPerPatch)
{
    const auto at = [&](int patch) { return std::max(0, static_cast<int>(std::lround(patch * pxPerPatch))); };
    const int left = at(patches.x);
    const int top = at(patches.y);
    return {left, top, at(patches.x + patches.width) - left, at(patches.y + patches.height) - top};
}

} // namespace

std::vector<SuspectRegion> suspectRegions(std::vector<SuspectPatch> patches, double pxPerPatch)
{
    std::ranges::stable_sort(patches, std::greater{}, &SuspectPatch::loneliness);
    std::vector<SuspectRegion> regions;
    for (const SuspectPatch &patch : patches) {
        const cv::Rect own(patch.origin.column - 1, patch.origin.row - 1, 3, 3);
        const cv::Rect near(own.x - besidePatches, own.y - besidePatches, own.width + 2 * besidePatches,
                            own.height + 2 * besidePatches);
        const auto beside = std::ranges::find_if(regions, [&](const SuspectRegion &region) {
            return (region.areaPx & near).area() > 0 && region.image == patch.image;
        });
        if (beside != regions.end()) {
            beside->areaPx |= own;
            beside->rows += patch.rows;
        } else if (regions.size() < mostSuspects) {
            regions.push_back({patch.image, own, patch.loneliness, patch.rows});
        }
    }
    for (SuspectRegion &region : regions)
        region.areaPx = inImage(region.areaPx, pxPerPatch);
    return regions;
}

} // namespace patina
