#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/project/facts.h"

#include <opencv2/core.hpp>

#include <string>
#include <vector>

namespace patina {

/// The zones of one image: its own and those of all images.
std::vector<Zone> zonesOf(const std::vector<Zone> &zones, const std::string &image);

/// Pixels of a score map that do not count: those in a zone to ignore, and those outside every region of interest where
/// there are any. A pixel lies in a zone when its centre does.
/// \param zones of the image, in pixels of `imageSize`. \returns CV_8UC1 of `mapSize`, 0 or 255; empty where all count.
/// Errors: those of polygonMask().
Result<cv::Mat> uncountedPixels(const std::vector<Zone> &zones, cv::Size imageSize, cv::Size mapSize,
                                const JobContext &context = {});

/// Thresholds of the pixels of a score map, in percent of those of the image; where zones overlap the lowest.
/// \returns CV_16UC1 of `mapSize`, 10 to 1000; empty where no zone has its own. Errors: those of polygonMask().
Result<cv::Mat> thresholdPercents(const std::vector<Zone> &zones, cv::Size imageSize, cv::Size mapSize,
                                  const JobContext &context = {});

} // namespace patina
