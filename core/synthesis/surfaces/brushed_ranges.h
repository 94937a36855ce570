#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

/// How the metal was brushed.
struct BrushedRanges
{
    Range directionDeg{-1.5, 1.5};   ///< of the brushing; 0 = along the rows, positive turns towards +y
    Range roughnessRqUm{0.22, 0.32}; ///< deviation of the height over the scales a pixel resolves
    Range grooveLengthMm{2.0, 4.0};  ///< typical length of one brush mark
    Range alphaAlong{0.085, 0.11};   ///< GGX roughness of what a pixel does not resolve, along the brushing
    Range alphaAcross{0.20, 0.26};   ///< the same across it
    Range bandContrast{0.07, 0.12};  ///< relative deviation of alphaAcross between brush bands
    bool operator==(const BrushedRanges &) const = default;
};

template <>
struct RangeTable<BrushedRanges>
{
    static constexpr std::string_view section = "brushed";
    static constexpr std::array fields{
        RangeOf<BrushedRanges>{"directionDeg", &BrushedRanges::directionDeg, -180.0, 180.0},
        RangeOf<BrushedRanges>{"roughnessRqUm", &BrushedRanges::roughnessRqUm, 0.0, 10.0},
        RangeOf<BrushedRanges>{"grooveLengthMm", &BrushedRanges::grooveLengthMm, 0.05, 100.0},
        RangeOf<BrushedRanges>{"alphaAlong", &BrushedRanges::alphaAlong, 0.03, 0.8},
        RangeOf<BrushedRanges>{"alphaAcross", &BrushedRanges::alphaAcross, 0.03, 0.8},
        RangeOf<BrushedRanges>{"bandContrast", &BrushedRanges::bandContrast, 0.0, 0.5},
    };
};

} // namespace patina
