#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

struct CameraRanges
{
    Range blurPx{0.55, 0.75};   ///< deviation of the lens blur
    Range exposure{0.24, 0.30}; ///< mean of the clean surface on the linear scale, 1 = white
    Range fullWellElectrons{11000.0, 13000.0};
    Range readNoiseElectrons{7.0, 11.0};
    Range vignetting{0.08, 0.18}; ///< loss of light at the corners
    bool operator==(const CameraRanges &) const = default;
};

template <>
struct RangeTable<CameraRanges>
{
    static constexpr std::string_view section = "camera";
    static constexpr std::array fields{
        RangeOf<CameraRanges>{"blurPx", &CameraRanges::blurPx, 0.0, 4.0},
        RangeOf<CameraRanges>{"exposure", &CameraRanges::exposure, 0.01, 0.9},
        RangeOf<CameraRanges>{"fullWellElectrons", &CameraRanges::fullWellElectrons, 500.0, 1e6},
        RangeOf<CameraRanges>{"readNoiseElectrons", &CameraRanges::readNoiseElectrons, 0.0, 500.0},
        RangeOf<CameraRanges>{"vignetting", &CameraRanges::vignetting, 0.0, 0.9},
    };
};

} // namespace patina
