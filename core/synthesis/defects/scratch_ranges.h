#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

struct ScratchRanges
{
    Range perImage{1.0, 3.0};
    Range lengthMm{1.6, 9.0};
    Range widthUm{14.0, 85.0}; ///< of the groove between its burrs; under a pixel: a hairline
    Range depthToWidth{0.04, 0.10};
    Range angleDeg{-80.0, 80.0}; ///< to the brushing
    Range bendDeg{0.0, 35.0};    ///< turn of the path from end to end
    bool operator==(const ScratchRanges &) const = default;
};

template <>
struct RangeTable<ScratchRanges>
{
    static constexpr std::string_view section = "scratch";
    static constexpr std::array fields{
        RangeOf<ScratchRanges>{"perImage", &ScratchRanges::perImage, 1.0, 50.0},
        RangeOf<ScratchRanges>{"lengthMm", &ScratchRanges::lengthMm, 0.01, 500.0},
        RangeOf<ScratchRanges>{"widthUm", &ScratchRanges::widthUm, 0.5, 5000.0},
        RangeOf<ScratchRanges>{"depthToWidth", &ScratchRanges::depthToWidth, 0.001, 1.0},
        RangeOf<ScratchRanges>{"angleDeg", &ScratchRanges::angleDeg, -180.0, 180.0},
        RangeOf<ScratchRanges>{"bendDeg", &ScratchRanges::bendDeg, 0.0, 180.0},
    };
};

} // namespace patina
