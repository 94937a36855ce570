#pragma once

#include "core/image/tiff_layout.h"

#include <opencv2/core.hpp>

#include <span>

namespace patina::detail {

/// Stored samples to pixels: alpha dropped, R, G, B to B, G, R, MINISWHITE inverted.
/// \param planes one Mat of layout.samplesPerPlane() channels, or one single-channel Mat per plane.
/// \param pixels of the same size and layout.image.matType(); filled.
void pixelsFromSamples(std::span<const cv::Mat> planes, const TiffLayout &layout, cv::Mat &pixels);

} // namespace patina::detail
