#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

struct CrackRanges
{
    Range perImage{1.0, 1.0};
    Range lengthMm{1.6, 7.5};    ///< of the main branch, as the crow flies
    Range openingUm{14.0, 44.0}; ///< widest; most are narrower than a pixel
    Range depthToWidth{1.5, 6.0};
    Range grainMm{0.06, 0.24}; ///< facets of its path: the boundaries of grains
    Range branches{0.0, 5.0};
    Range angleDeg{-180.0, 180.0}; ///< to the grain of the surface
    Range kinkDeg{16.0, 38.0};     ///< deviation of a facet from the crack as a whole
    Range taper{1.0, 1.0};         ///< share of its length over which it opens and closes
    Range swell{1.0, 1.0};         ///< how much the opening changes on its way
    Range darkness{0.97, 0.97};    ///< of the light into the opening is lost
    bool operator==(const CrackRanges &) const = default;
};

template <>
struct RangeTable<CrackRanges>
{
    static constexpr std::string_view section = "crack";
    static constexpr std::array fields{
        RangeOf<CrackRanges>{"perImage", &CrackRanges::perImage, 1.0, 50.0},
        RangeOf<CrackRanges>{"lengthMm", &CrackRanges::lengthMm, 0.02, 200.0},
        RangeOf<CrackRanges>{"openingUm", &CrackRanges::openingUm, 0.1, 1000.0},
        RangeOf<CrackRanges>{"depthToWidth", &CrackRanges::depthToWidth, 0.1, 50.0},
        RangeOf<CrackRanges>{"grainMm", &CrackRanges::grainMm, 0.005, 10.0},
        RangeOf<CrackRanges>{"branches", &CrackRanges::branches, 0.0, 30.0},
        RangeOf<CrackRanges>{"angleDeg", &CrackRanges::angleDeg, -180.0, 180.0},
        RangeOf<CrackRanges>{"kinkDeg", &CrackRanges::kinkDeg, 0.0, 80.0},
        RangeOf<CrackRanges>{"taper", &CrackRanges::taper, 0.02, 1.0},
        RangeOf<CrackRanges>{"darkness", &CrackRanges::darkness, 0.1, 0.97},
        RangeOf<CrackRanges>{"swell", &CrackRanges::swell, 0.0, 1.0},
    };
};

} // namespace patina
