#pragma once

#include "core/base/job_context.h"
#include "ui/document/region_review.h"

#include <opencv2/core.hpp>

#include <vector>

namespace patina {

/// The regions of a score map at or above `threshold`, with outlines, and their pixels in an image of `imageSize`.
/// Errors: those of regionsOf() and masksOf().
Result<std::vector<FlaggedRegion>> flaggedRegions(const cv::Mat &map, double threshold, cv::Size imageSize,
                                                  const JobContext &context);

} // namespace patina
