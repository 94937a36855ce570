#include "core/labels/region_mask.h"

#include "core/regions/mask_components.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina {

namespace {

constexpr int longestSide = 1 << 24;

/// First pixel of the enlarged axis that `index` of the small one is shown on.
int enlarged(int index, int from, int to)
{
    return static_cast<int>((std::int64_t{index} * to + from - 1) / from);
}

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

std::vector<MaskRun> enlargedRuns(const std::vector<MaskRun> &runs, cv::Size from, cv::Size to)
{
    if (from == to)
        return runs;
    std::vector<MaskRun> large;
    for (auto first = runs.begin(); first != runs.end();) {
        const auto end = std::find_if(first, runs.end(), [&](const MaskRun &run) { return run.row != first->row; });
        for (int y = enlarged(first->row, from.height, to.height); y < enlarged(first->row + 1, from.height, to.height);
             ++y)
            for (auto run = first; run != end; ++run)
                large.push_back(
                    {y, enlarged(run->begin, from.width, to.width), enlarged(run->end, from.width, to.width)});
        first = end;
    }
    return large;
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
            runs = enlargedRuns(runsOf(map, region, threshold), map.size(), size);
        if (runs.empty())
            return fail(ErrorCode::BadArgument, fmt::format("region {} is not one of this map", region.id));
        auto mask = RunMask::create(size, std::move(runs));
        if (!mask)
            return failFrom(std::move(mask));
        masks.push_back(*std::move(mask));
    }
    return masks;
}

} // namespace patina
