#pragma once

#include "core/base/job_context.h"
#include "core/labels/run_mask.h"
#include "core/regions/region.h"

#include <opencv2/core.hpp>

#include <span>
#include <vector>

namespace patina {

/// The pixels of regions, as labels hold them.
/// \param map CV_32FC1, and \param threshold: those that the regions were found with. \param size of the image: where
/// it differs from the map's (a model with a scale) the masks are enlarged to it, nearest neighbour. \returns a mask
/// for each region, in their order. Errors: BadArgument (a region that is not of this map, an image of over 2^24 pixels
/// a side), Cancelled.
Result<std::vector<RunMask>> masksOf(const cv::Mat &map, std::span<const Region> regions, double threshold,
                                     cv::Size size, const JobContext &context = {});

} // namespace patina
