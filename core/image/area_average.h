#pragma once

#include "core/image/image_source.h"

#include <opencv2/core.hpp>

namespace patina::detail {

/// Pixels `area` of the image reduced to `size`, every one the mean of the source pixels under it, parts of pixels
/// weighted by their area. Computed in integers, rounded half up once at the end: a pixel's value depends on the source
/// and on `size` alone, not on `area`. Holds some megabytes of source rows at a time.
/// \param area inside `size`; `size` at most the source's.
Result<cv::Mat> averageArea(ImageSource &source, cv::Size size, const cv::Rect &area);

} // namespace patina::detail
