#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/project/counting_rules.h"
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
    /// What regions are found in: the scores of the heat layer, without what is smaller than the minimum area.
    cv::Mat counted;
    CountingRules rules;
};

struct MapRequest
{
    std::shared_ptr<const Scorer> scorer;
    std::shared_ptr<const Inspection> inspection;
    QSize imageSize;
    std::optional<double> threshold;
    CountingRules rules;                           ///< of this image
    std::optional<std::vector<RunMask>> reading{}; ///< in a second reading these are the regions
};

/// Errors: those of Scorer::renderMap, Cancelled.
Result<std::shared_ptr<const MapView>> makeMapView(const MapRequest &request, const JobContext &context);

/// The same map with the regions at another threshold. \param request with the rules that the view has.
Result<std::shared_ptr<const MapView>> withRegions(const MapView &view, const MapRequest &request,
                                                   const JobContext &context);

/// The map as the rules make it count. \param imageSize in whose pixels the zones are.
/// Errors: those of Scorer::renderMap and CountedMap, Cancelled.
Result<cv::Mat> countedMap(const Scorer &scorer, const Inspection &inspection, const CountedMap &rules,
                           const JobContext &context);
Result<CountedMap> layOver(const Scorer &scorer, const CountingRules &rules, cv::Size imageSize, cv::Size mapSize,
                           const JobContext &context);

/// An inspection with the score that counts: the largest of the counted map outside what zones leave out; 0 where they
/// leave nothing. \param imageSize in whose pixels the zones are. Errors: those of countedMap().
Result<Inspection> countedInspection(const Scorer &scorer, Inspection inspection, const CountingRules &rules,
                                     cv::Size imageSize, const JobContext &context);

} // namespace patina
