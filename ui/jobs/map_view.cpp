#include "ui/jobs/map_view.h"

#include "ui/jobs/flagged_regions.h"

namespace patina {

namespace {

Result<std::shared_ptr<const MapView>> finish(std::shared_ptr<MapView> view, const MapRequest &request,
                                              const JobContext &context)
{
    const cv::Size imageSize(request.imageSize.width(), request.imageSize.height());
    view->threshold = request.threshold;
    view->regions.clear();
    if (request.reading) {
        for (const RunMask &mask : *request.reading)
            view->regions.push_back(pieceOf({{}, {}, 0.0, view->mapSize, imageSize, view->heat->level(0)}, mask));
    } else if (request.threshold) {
        auto found =
            flaggedRegions(view->counted, {.threshold = *request.threshold, .minAreaPx = request.rules.minAreaPx},
                           view->uncounted, imageSize, context);
        if (!found)
            return failFrom(std::move(found));
        view->regions = *std::move(found);
    }
    return std::shared_ptr<const MapView>(std::move(view));
}

} // namespace

Result<CountedMap> layOver(const Scorer &scorer, const CountingRules &rules, cv::Size imageSize, cv::Size mapSize,
                           const JobContext &context)
{
    return CountedMap::create(rules, imageSize, mapSize, countingFloor(scorer.model().scoreScale), context);
}

Result<cv::Mat> countedMap(const Scorer &scorer, const Inspection &inspection, const CountedMap &rules,
                           const JobContext &context)
{
    return scorer.renderMap(inspection, context).and_then([&](cv::Mat &&map) -> Result<cv::Mat> {
        rules.weigh(map);
        return rules.open(map, context).map([&] { return map; });
    });
}

Result<std::shared_ptr<const MapView>> makeMapView(const MapRequest &request, const JobContext &context)
{
    auto map = request.scorer->renderMap(*request.inspection, context);
    if (!map)
        return failFrom(std::move(map));
    const cv::Size imageSize(request.imageSize.width(), request.imageSize.height());
    const auto rules = layOver(*request.scorer, request.rules, imageSize, map->size(), context);
    if (!rules)
        return tl::unexpected(rules.error());
    rules->weigh(*map);
    auto heat = HeatLayer::create(*map, request.imageSize, context);
    if (!heat)
        return failFrom(std::move(heat));
    auto view = std::make_shared<MapView>();
    view->mapSize = map->size();
    view->heat = *std::move(heat);
    view->uncounted = rules->uncounted();
    view->rules = request.rules;
    view->counted = request.rules.minAreaPx > 1 ? map->clone() : *map; // the heat layer has the scores in common
    if (auto opened = rules->open(view->counted, context); !opened)
        return failFrom(std::move(opened));
    return finish(std::move(view), request, context);
}

Result<std::shared_ptr<const MapView>> withRegions(const MapView &view, const MapRequest &request,
                                                   const JobContext &context)
{
    return finish(std::make_shared<MapView>(view), request, context);
}

Result<Inspection> countedInspection(const Scorer &scorer, Inspection inspection, const CountingRules &rules,
                                     cv::Size imageSize, const JobContext &context)
{
    const auto laid = layOver(scorer, rules, imageSize, inspection.mapSize, context);
    if (!laid)
        return tl::unexpected(laid.error());
    return countedMap(scorer, inspection, *laid, context).map([&](const cv::Mat &map) {
        inspection.score = laid->scoreOf(map);
        return std::move(inspection);
    });
}

} // namespace patina
