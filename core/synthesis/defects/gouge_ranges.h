#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

struct GougeRanges
{
    Range perImage{1.0, 1.0};
    Range lengthMm{1.2, 6.5};
    Range widthUm{140.0, 520.0};
    Range depthToWidth{0.05, 0.16};
    Range angleDeg{-90.0, 90.0}; ///< to the grain of the surface
    Range bendDeg{0.0, 24.0};    ///< turn of the path from end to end
    Range pileToDepth{0.3, 1.0}; ///< height of the metal piled up at its end
    bool operator==(const GougeRanges &) const = default;
};

template <>
struct RangeTable<GougeRanges>
{
    static constexpr std::string_view section = "gouge";
    static constexpr std::array fields{
        RangeOf<GougeRanges>{"perImage", &GougeRanges::perImage, 1.0, 50.0},
        RangeOf<GougeRanges>{"lengthMm", &GougeRanges::lengthMm, 0.05, 200.0},
        RangeOf<GougeRanges>{"widthUm", &GougeRanges::widthUm, 5.0, 20000.0},
        RangeOf<GougeRanges>{"depthToWidth", &GougeRanges::depthToWidth, 0.005, 1.0},
        RangeOf<GougeRanges>{"angleDeg", &GougeRanges::angleDeg, -180.0, 180.0},
        RangeOf<GougeRanges>{"bendDeg", &GougeRanges::bendDeg, 0.0, 90.0},
        RangeOf<GougeRanges>{"pileToDepth", &GougeRanges::pileToDepth, 0.0, 3.0},
    };
};

} // namespace patina
