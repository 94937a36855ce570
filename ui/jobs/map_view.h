#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/project/facts.h"
#include "ui/canvas/heat_layer.h"
#include "ui/document/region_items.h"
#include "ui/jobs/inspection_engine.h"

#include <QSize>

#include <memory>
#include <optional>
#include <vector>

namespace patina {

/// What is made of an image's score map to be shown.
struct MapView
{
    std::shared_ptr<const HeatLayer> heat;
    std::vector<FlaggedRegion> regions; ///< at the threshold; none where there is none
    cv::Size mapSize;
    std::optional<double> threshold;
    cv::Mat uncounted; ///< pixels of the map that do not count; empty: all do
};

struct MapRequest
{
    std::shared_ptr<const Scorer> scorer;
    std::shared_ptr<const Inspection> inspection;
    QSize imageSize;
    std::optional<double> threshold;
    std::vector<Zone> zones;                       ///< of this image
    std::optional<std::vector<RunMask>> reading{}; ///< in a second reading these are the regions
};

/// Errors: those of Scorer::renderMap, Cancelled.
Result<std::shared_ptr<const MapView>> makeMapView(const MapRequest &request, const JobContext &context);

/// The same map with the regions at another threshold or in other zones.
Result<std::shared_ptr<const MapView>> withRegions(const MapView &view, const MapRequest &request,
                                                   const JobContext &context);

/// An inspection with the score that counts: the largest of the map outside what zones leave out; 0 where they leave
/// nothing. \param imageSize in whose pixels the zones are. Errors: those of Scorer::renderMap, Cancelled.
Result<Inspection> countedInspection(const Scorer &scorer, Inspection inspection, const std::vector<Zone> &zones,
                                     cv::Size imageSize, const JobContext &context);

} // namespace patina
