#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

/// How the metal was lapped and polished.
struct PolishedRanges
{
    Range scratchRqUm{0.012, 0.035};  ///< deviation of the height by lapping marks
    Range scratchLengthMm{0.8, 2.5};  ///< typical length of one lapping mark
    Range directions{3.0, 5.0};       ///< of lapping, crossing each other
    Range peelUm{0.12, 0.35};         ///< deviation of the orange peel
    Range peelMm{0.5, 1.1};           ///< distance of its bumps
    Range alpha{0.085, 0.115};        ///< GGX roughness of the finish
    Range haze{0.003, 0.01};          ///< share of the light that comes back diffuse
    Range hazeContrast{0.012, 0.035}; ///< relative deviation of the roughness between better and worse polished areas
    Range pullOutsPerCm2{3.0, 18.0};  ///< grains torn out of the metal
    Range pullOutUm{15.0, 60.0};      ///< diameter of the largest
    bool operator==(const PolishedRanges &) const = default;
};

template <>
struct RangeTable<PolishedRanges>
{
    static constexpr std::string_view section = "polished";
    static constexpr std::array fields{
        RangeOf<PolishedRanges>{"scratchRqUm", &PolishedRanges::scratchRqUm, 0.0, 2.0},
        RangeOf<PolishedRanges>{"scratchLengthMm", &PolishedRanges::scratchLengthMm, 0.05, 100.0},
        RangeOf<PolishedRanges>{"directions", &PolishedRanges::directions, 1.0, 12.0},
        RangeOf<PolishedRanges>{"peelUm", &PolishedRanges::peelUm, 0.0, 10.0},
        RangeOf<PolishedRanges>{"peelMm", &PolishedRanges::peelMm, 0.05, 20.0},
        RangeOf<PolishedRanges>{"alpha", &PolishedRanges::alpha, 0.03, 0.8},
        RangeOf<PolishedRanges>{"haze", &PolishedRanges::haze, 0.0, 0.3},
        RangeOf<PolishedRanges>{"hazeContrast", &PolishedRanges::hazeContrast, 0.0, 0.5},
        RangeOf<PolishedRanges>{"pullOutsPerCm2", &PolishedRanges::pullOutsPerCm2, 0.0, 5000.0},
        RangeOf<PolishedRanges>{"pullOutUm", &PolishedRanges::pullOutUm, 1.0, 1000.0},
    };
};

} // namespace patina
