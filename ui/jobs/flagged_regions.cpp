#include "ui/jobs/flagged_regions.h"

#include "core/labels/region_mask.h"

namespace patina {

Result<std::vector<FlaggedRegion>> flaggedRegions(const cv::Mat &map, double threshold, cv::Size imageSize,
                                                  const JobContext &context)
{
    if (context.cancelled())
        return cancelledError();
    auto regions = regionsOf(map, {.threshold = threshold}, {}, Contours::With);
    if (!regions)
        return failFrom(std::move(regions));
    return masksOf(map, *regions, threshold, imageSize, context).map([&](std::vector<RunMask> &&masks) {
        std::vector<FlaggedRegion> flagged;
        for (std::size_t i = 0; i < masks.size(); ++i)
            flagged.push_back({std::move((*regions)[i]), std::move(masks[i])});
        return flagged;
    });
}

} // namespace patina
