#include "core/labels/region_mask.h"

#include "core/labels/shape_mask.h"
#include "core/regions/mask_components.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina {

namespace {

constexpr int longestSide = 1 << 24;

/// Runs of the component that `region.first` is in; empty where there is none.
std::vector<MaskRun> runsOf(const cv::Mat &map, const Region &region, double threshold)
{
    const cv::Mat mask = map(region.box) >= static_cast<double>(static_cast<float>(threshold));
    const MaskComponents components(mask);
    const cv::Point first = region.first - region.box.tl();
    const auto there = std::ranges::find_if(components.row(first.y),
                                            [&](const Run &run) { return run.begin <= first.x && first.x < run.end; });
    if (there == components.row(first.y).end())
        return {};
    std::vector<MaskRun> runs;
    for (int y = 0; y < mask.rows; ++y)
        for (const Run &run : components.row(y))
            if (run.set == there->set)
                runs.push_back({region.box.y + y, region.box.x + run.begin, region.box.x + run.end});
    return runs;
}

} // namespace

Result<std::vector<RunMask>> masksOf(const cv::Mat &map, std::span<const Region> regions, double threshold,
                                     cv::Size size, const JobContext &context)
{
    if (map.type() != CV_32FC1 || map.empty() || size.width < map.cols || size.height < map.rows ||
        size.width > longestSide || size.height > longestSide)
        return fail(ErrorCode::BadArgument, fmt::format("no masks of {}x{} px from a map of {}x{}", size.width,
                                                        size.height, map.cols, map.rows));
    const cv::Rect whole({}, map.size());
    std::vector<RunMask> masks;
    for (const Region &region : regions) {
        if (context.cancelled())
            return cancelledError();
        std::vector<MaskRun> runs;
        if ((region.box & whole) == region.box && region.box.contains(region.first))
            runs = runsOf(map, region, threshold);
        if (runs.empty())
            return fail(ErrorCode::BadArgument, fmt::format("region {} is not one of this map", region.id));
        auto mask = RunMask::create(map.size(), std::move(runs));
        if (!mask)
            return failFrom(std::move(mask));
        masks.push_back(enlarged(*mask, size));
    }
    return masks;
}

} // namespace patina
