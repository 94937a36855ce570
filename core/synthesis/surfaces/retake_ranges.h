#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

/// How photos of base "photo" differ from one image to the next, as if the part had been put before the camera again.
/// The defaults leave each photo as it is.
struct RetakeRanges
{
    Range exposureStops{0.0, 0.0}; ///< light of the whole image, in powers of two
    Range lightSlope{0.0, 0.0};    ///< relative change of the light from the middle to the edge, in any direction
    Range shiftPx{0.0, 0.0};       ///< how far the part lies from where it lay, in any direction
    Range turnDeg{0.0, 0.0};       ///< about the middle of the image
    Range magnification{1.0, 1.0};
    Range defocusPx{0.0, 0.0}; ///< deviation of a blur on top of the photo's own
    Range noise8Bit{0.0, 0.0}; ///< deviation of noise on top of the photo's own, in grey levels of 255
    Range mirrorShare{0.0, 0.0};
    bool operator==(const RetakeRanges &) const = default;
};

template <>
struct RangeTable<RetakeRanges>
{
    static constexpr std::string_view section = "retake";
    static constexpr std::array fields{
        RangeOf<RetakeRanges>{"exposureStops", &RetakeRanges::exposureStops, -3.0, 3.0},
        RangeOf<RetakeRanges>{"lightSlope", &RetakeRanges::lightSlope, 0.0, 0.8},
        RangeOf<RetakeRanges>{"shiftPx", &RetakeRanges::shiftPx, 0.0, 1000.0},
        RangeOf<RetakeRanges>{"turnDeg", &RetakeRanges::turnDeg, -180.0, 180.0},
        RangeOf<RetakeRanges>{"magnification", &RetakeRanges::magnification, 0.5, 2.0},
        RangeOf<RetakeRanges>{"defocusPx", &RetakeRanges::defocusPx, 0.0, 6.0},
        RangeOf<RetakeRanges>{"noise8Bit", &RetakeRanges::noise8Bit, 0.0, 30.0},
        RangeOf<RetakeRanges>{"mirrorShare", &RetakeRanges::mirrorShare, 0.0, 1.0},
    };
};

} // namespace patina
