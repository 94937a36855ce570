#pragma once

#include "core/base/job_context.h"
#include "core/image/image_source.h"

#include <opencv2/core.hpp>

#include <filesystem>

namespace patina {

/// Reads a mask: any format openImage knows, mono or colour, 8 or 16 bit. A pixel with any channel over 0 becomes 255.
/// \returns CV_8UC1, values 0 and 255 only, of the image's size. A TIFF counts against limits.maxDecodedBytes, too: a
/// mask is held whole. Errors: as openImage and its read().
Result<cv::Mat> readGreyMask(const std::filesystem::path &path, const ImageLimits &limits = {},
                             const JobContext &context = {});

} // namespace patina
