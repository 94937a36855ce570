#pragma once

#include "core/base/job_context.h"
#include "ui/document/region_items.h"

#include <opencv2/core.hpp>

#include <vector>

namespace patina {

/// The regions of a score map at or above `threshold`, with outlines, and their pixels in an image of `imageSize`.
/// \param uncounted CV_8UC1 of the map's size: pixels over 0 are in no region; may be empty.
/// Errors: those of regionsOf() and masksOf().
Result<std::vector<FlaggedRegion>> flaggedRegions(const cv::Mat &map, double threshold, const cv::Mat &uncounted,
                                                  cv::Size imageSize, const JobContext &context);

} // namespace patina
