#include "ui/jobs/map_view.h"

#include "core/project/zone_mask.h"
#include "ui/jobs/flagged_regions.h"

#include <cmath>

namespace patina {

namespace {

Result<std::shared_ptr<const MapView>> finish(std::shared_ptr<MapView> view, const MapRequest &request,
                                              const JobContext &context)
{
    const cv::Size imageSize(request.imageSize.width(), request.imageSize.height());
    view->threshold = request.threshold;
    auto uncounted = uncountedPixels(request.zones, imageSize, view->mapSize, context);
    if (!uncounted)
        return failFrom(std::move(uncounted));
    view->uncounted = *std::move(uncounted);
    view->regions.clear();
    if (request.reading) {
        for (const RunMask &mask : *request.reading)
            view->regions.push_back(pieceOf({{}, {}, 0.0, view->mapSize, imageSize, view->heat->level(0)}, mask));
    } else if (request.threshold) {
        auto found = flaggedRegions(view->heat->level(0), *request.threshold, view->uncounted, imageSize, context);
        if (!found)
            return failFrom(std::move(found));
        view->regions = *std::move(found);
    }
    return std::shared_ptr<const MapView>(std::move(view));
}

} // namespace

Result<std::shared_ptr<const MapView>> makeMapView(const MapRequest &request, const JobContext &context)
{
    auto map = request.scorer->renderMap(*request.inspection, context);
    if (!map)
        return failFrom(std::move(map));
    auto heat = HeatLayer::create(*map, request.imageSize, context);
    if (!heat)
        return failFrom(std::move(heat));
    auto view = std::make_shared<MapView>();
    view->mapSize = map->size();
    view->heat = *std::move(heat);
    return finish(std::move(view), request, context);
}

Result<std::shared_ptr<const MapView>> withRegions(const MapView &view, const MapRequest &request,
                                                   const JobContext &context)
{
    return finish(std::make_shared<MapView>(view), request, context);
}

Result<Inspection> countedInspection(const Scorer &scorer, Inspection inspection, const std::vector<Zone> &zones,
                                     cv::Size imageSize, const JobContext &context)
{
    auto map = scorer.renderMap(inspection, context);
    if (!map)
        return failFrom(std::move(map));
    const auto uncounted = uncountedPixels(zones, imageSize, map->size(), context);
    if (!uncounted)
        return tl::unexpected(uncounted.error());
    const cv::Mat counted = uncounted->empty() ? cv::Mat() : cv::Mat(*uncounted == 0);
    if (!counted.empty() && cv::countNonZero(counted) == 0) {
        inspection.score = 0.0;
        return inspection;
    }
    double most = 0.0;
    cv::minMaxLoc(*map, nullptr, &most, nullptr, nullptr, counted);
    inspection.score = most;
    return inspection;
}

} // namespace patina
