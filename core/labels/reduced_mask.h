#pragma once

#include "core/labels/run_mask.h"

#include <opencv2/core.hpp>

namespace patina {

/// The mask at a smaller size, straight from its runs: a pixel is set where any under it is, as reduceLabels() does it.
/// No memory but that of what comes out. \param size no larger than the mask's, not empty. \returns CV_8UC1, 0 or 255.
cv::Mat reducedMask(const RunMask &mask, cv::Size size);

} // namespace patina
