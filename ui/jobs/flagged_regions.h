#pragma once

#include "core/base/job_context.h"
#include "core/pipeline/inspector.h"
#include "core/project/counting_rules.h"
#include "ui/document/region_items.h"
#include "ui/document/region_list.h"

#include <opencv2/core.hpp>

#include <memory>
#include <vector>

namespace patina {

class Scorer;

/// The regions of a score map, with outlines, and their pixels in an image of `imageSize`.
/// \param uncounted CV_8UC1 of the map's size: pixels over 0 are in no region; may be empty.
/// Errors: those of regionsOf() and masksOf().
Result<std::vector<FlaggedRegion>> flaggedRegions(const cv::Mat &map, const RegionSettings &settings,
                                                  const cv::Mat &uncounted, cv::Size imageSize,
                                                  const JobContext &context);

/// Of the image's file; the map has the pixels that the model sees.
cv::Size fileSizeOf(const Scorer &scorer, const Inspection &inspection);

/// The regions of a scored image, for the review queue. Of an image whose score is below the threshold nothing is
/// looked at. \param rules of the image; \param imageSize in whose pixels its zones are.
/// Errors: those of Scorer::regions() and renderMap().
Result<std::shared_ptr<const RegionList>> listRegions(const Scorer &scorer, const Inspection &inspection,
                                                      double threshold, const CountingRules &rules, cv::Size imageSize,
                                                      const JobContext &context);

/// An image as the rules make it count, and what is listed of it.
struct CountedImage
{
    Inspection inspection;                     ///< with the score that counts
    std::shared_ptr<const RegionList> regions; ///< null: no threshold was given, or they were not found
};
/// countedInspection() and listRegions() in one look at the map. Errors: those of countedInspection().
Result<CountedImage> countedImage(const Scorer &scorer, Inspection inspection, std::optional<double> threshold,
                                  const CountingRules &rules, cv::Size imageSize, const JobContext &context);

} // namespace patina
