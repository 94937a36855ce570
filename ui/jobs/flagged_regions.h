#pragma once

#include "core/base/job_context.h"
#include "core/pipeline/inspector.h"
#include "ui/document/region_items.h"
#include "ui/document/region_list.h"

#include <opencv2/core.hpp>

#include <memory>
#include <vector>

namespace patina {

class Scorer;

/// The regions of a score map at or above `threshold`, with outlines, and their pixels in an image of `imageSize`.
/// \param uncounted CV_8UC1 of the map's size: pixels over 0 are in no region; may be empty.
/// Errors: those of regionsOf() and masksOf().
Result<std::vector<FlaggedRegion>> flaggedRegions(const cv::Mat &map, double threshold, const cv::Mat &uncounted,
                                                  cv::Size imageSize, const JobContext &context);

/// Of the image's file; the map has the pixels that the model sees.
cv::Size fileSizeOf(const Scorer &scorer, const Inspection &inspection);

/// The regions of a scored image, for the review queue. Of an image whose score is below the threshold nothing is
/// looked at. \param zones of the image; \param imageSize in whose pixels they are.
/// Errors: those of Scorer::regions() and renderMap().
Result<std::shared_ptr<const RegionList>> listRegions(const Scorer &scorer, const Inspection &inspection,
                                                      double threshold, const std::vector<Zone> &zones,
                                                      cv::Size imageSize, const JobContext &context);

} // namespace patina
