#pragma once

#include "core/base/result.h"

#include <opencv2/core.hpp>

#include <filesystem>

namespace patina {

/// A ground-truth mask as data sets store it: any format, depth or number of channels openImage reads; a pixel belongs
/// to the mask where any channel is over 0 (files use 1, 128, 255 or a number per defect).
/// \param imageSize what the mask must measure, checked before a pixel is decoded; empty: any size.
/// \returns CV_8UC1, 0 or 255. Errors: ShapeMismatch (`mask 640x480 does not match image 1130x460`), TooLarge,
/// OutOfMemory, those of openImage and ImageSource::read.
Result<cv::Mat> readMask(const std::filesystem::path &path, cv::Size imageSize = {});

} // namespace patina
