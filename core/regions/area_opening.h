#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <limits>

namespace patina {

struct AreaOpening
{
    std::int64_t minAreaPx = 1; ///< at least 1; 1 changes nothing
    /// Scores below are left as they are: what is too small above it comes down to just below it. The lower it is, the
    /// more pixels are looked at.
    float floor = -std::numeric_limits<float>::infinity();
};

/// The area opening of a score map (Vincent 1993, Mathematical Morphology and its Applications to Signal Processing,
/// 22-27): each pixel gets the highest score at which it lies in an 8-connected region of at least `minAreaPx`. The
/// regions of what comes out, at any threshold at or above the floor, are those of the map that are large enough.
/// By union and find over the pixels from the highest down (Meijster and Wilkinson 2002, IEEE TPAMI 24, 484-494):
/// O(n log n) in the pixels at or above the floor; memory 4 bytes a pixel, and up to 24 for each of those.
/// \param map CV_32FC1; NaN is left as it is and in no region. \param ignore empty, or CV_8UC1 of the map's size:
/// pixels over 0 are left as they are and in no region. Errors: BadArgument (a minimum area below 1), ShapeMismatch,
/// TooLarge (2^32 - 1 pixels or more), Cancelled (the map is of no use then).
Result<void> openByArea(cv::Mat &map, const AreaOpening &opening, const cv::Mat &ignore = {},
                        const JobContext &context = {});

} // namespace patina
