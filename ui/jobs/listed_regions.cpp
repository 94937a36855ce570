#include "ui/jobs/flagged_regions.h"
#include "ui/jobs/inspection_engine.h"
#include "ui/jobs/map_view.h"

#include <cmath>
#include <utility>

namespace patina {

namespace {

Result<std::vector<Region>> countedRegions(const Scorer &scorer, const Inspection &inspection, double threshold,
                                           const CountingRules &rules, cv::Size imageSize, const JobContext &context)
{
    if (rules == CountingRules())
        return scorer.regions(inspection, threshold, context);
    const auto laid = layOver(scorer, rules, imageSize, inspection.mapSize, context);
    if (!laid)
        return tl::unexpected(laid.error());
    return countedMap(scorer, inspection, *laid, context).and_then([&](const cv::Mat &map) {
        return regionsOf(map, {.threshold = threshold, .minAreaPx = rules.minAreaPx}, laid->uncounted());
    });
}

/// The first pixel of an image that lies in a pixel of its map.
cv::Point firstInImage(cv::Point pixel, cv::Size map, cv::Size image)
{
    const auto at = [](int x, int from, int to) { return static_cast<int>((std::int64_t{x} * to + from - 1) / from); };
    return {at(pixel.x, map.width, image.width), at(pixel.y, map.height, image.height)};
}

std::shared_ptr<RegionList> emptyList(double threshold, const Inspection &inspection)
{
    auto list = std::make_shared<RegionList>();
    list->threshold = threshold;
    list->mapSize = inspection.mapSize;
    return list;
}

void fill(RegionList &list, const std::vector<Region> &regions, cv::Size imageSize)
{
    for (const Region &region : regions)
        list.regions.push_back({firstInImage(region.first, list.mapSize, imageSize), region.peakAt, region.box,
                                region.areaPx, region.peak});
}

} // namespace

cv::Size fileSizeOf(const Scorer &scorer, const Inspection &inspection)
{
    const double scale = scorer.model().scale;
    const cv::Size map = inspection.mapSize;
    return {static_cast<int>(std::lround(map.width / scale)), static_cast<int>(std::lround(map.height / scale))};
}

Result<std::shared_ptr<const RegionList>> listRegions(const Scorer &scorer, const Inspection &inspection,
                                                      double threshold, const CountingRules &rules, cv::Size imageSize,
                                                      const JobContext &context)
{
    auto list = emptyList(threshold, inspection);
    if (inspection.score < threshold || inspection.mapSize.empty())
        return list;
    return countedRegions(scorer, inspection, threshold, rules, imageSize, context)
        .map([&](const std::vector<Region> &regions) {
            fill(*list, regions, imageSize);
            return std::shared_ptr<const RegionList>(list);
        });
}

Result<CountedImage> countedImage(const Scorer &scorer, Inspection inspection, std::optional<double> threshold,
                                  const CountingRules &rules, cv::Size imageSize, const JobContext &context)
{
    const auto laid = layOver(scorer, rules, imageSize, inspection.mapSize, context);
    if (!laid)
        return tl::unexpected(laid.error());
    const auto map = countedMap(scorer, inspection, *laid, context);
    if (!map)
        return tl::unexpected(map.error());
    inspection.score = laid->scoreOf(*map);
    CountedImage counted{std::move(inspection), nullptr};
    if (!threshold)
        return counted;
    auto list = emptyList(*threshold, counted.inspection);
    if (counted.inspection.score >= *threshold && !map->empty()) {
        const auto regions =
            regionsOf(*map, {.threshold = *threshold, .minAreaPx = rules.minAreaPx}, laid->uncounted());
        if (!regions)
            return counted;
        fill(*list, *regions, imageSize);
    }
    counted.regions = std::move(list);
    return counted;
}

} // namespace patina
