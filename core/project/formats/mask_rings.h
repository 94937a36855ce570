#pragma once

#include "core/labels/run_mask.h"

#include <opencv2/core.hpp>

#include <vector>

namespace patina::formats {

/// The outline of a mask along the edges of its pixels, in whole numbers: filled by pixel centres, even-odd, it is the
/// mask again, pixel by pixel. Neighbours at a corner alone are apart.
struct MaskRings
{
    std::vector<std::vector<cv::Point>> outer; ///< clockwise on the screen, corners only
    std::vector<std::vector<cv::Point>> holes;
};
MaskRings ringsOf(const RunMask &mask);

/// Each ring of a mask without holes; none where it has some, or a ring has over `mostCorners` corners: then it is to
/// be written as a mask.
std::vector<std::vector<cv::Point>> plainRings(const RunMask &mask);

} // namespace patina::formats
