#include "ui/jobs/flagged_regions.h"

#include "core/labels/region_mask.h"

#include <limits>

namespace patina {

Result<std::vector<FlaggedRegion>> flaggedRegions(const cv::Mat &map, const RegionSettings &settings,
                                                  const cv::Mat &uncounted, cv::Size imageSize,
                                                  const JobContext &context)
{
    if (context.cancelled())
        return cancelledError();
    auto regions = regionsOf(map, settings, uncounted, Contours::With);
    if (!regions)
        return failFrom(std::move(regions));
    // Masks are of what counts: below every threshold elsewhere.
    cv::Mat counted = map;
    if (!uncounted.empty()) {
        counted = map.clone();
        counted.setTo(-std::numeric_limits<float>::infinity(), uncounted);
    }
    return masksOf(counted, *regions, settings.threshold, imageSize, context).map([&](std::vector<RunMask> &&masks) {
        std::vector<FlaggedRegion> flagged;
        for (std::size_t i = 0; i < masks.size(); ++i)
            flagged.push_back({std::move((*regions)[i]), std::move(masks[i])});
        return flagged;
    });
}

} // namespace patina
