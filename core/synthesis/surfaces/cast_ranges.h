#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

/// How the metal was cast.
struct CastRanges
{
    Range roughnessRqUm{5.0, 9.0};   ///< deviation of the height without pores
    Range correlationMm{0.1, 0.22};  ///< correlation length of the skin
    Range hurst{0.45, 0.75};         ///< self-affine exponent of the skin
    Range sandMm{0.12, 0.28};        ///< diameter of the largest sand grains that left their imprint
    Range sandShare{0.35, 0.65};     ///< share of the height that is imprint of the sand
    Range flowUm{1.5, 5.0};          ///< height of flow marks
    Range flowMm{3.0, 9.0};          ///< distance of flow marks
    Range partingShare{0.12, 0.12};  ///< of the images have a parting line
    Range poresPerCm2{15.0, 90.0};   ///< gas pores that reach the skin
    Range poreUm{60.0, 220.0};       ///< diameter of the largest
    Range alpha{0.36, 0.46};         ///< GGX roughness of what a pixel does not resolve
    Range albedo{0.05, 0.09};        ///< share of the light that the oxide skin scatters
    Range oxideContrast{0.04, 0.09}; ///< relative deviation of the reflectance between oxide patches
    bool operator==(const CastRanges &) const = default;
};

template <>
struct RangeTable<CastRanges>
{
    static constexpr std::string_view section = "cast";
    static constexpr std::array fields{
        RangeOf<CastRanges>{"roughnessRqUm", &CastRanges::roughnessRqUm, 0.0, 100.0},
        RangeOf<CastRanges>{"correlationMm", &CastRanges::correlationMm, 0.005, 10.0},
        RangeOf<CastRanges>{"hurst", &CastRanges::hurst, 0.1, 1.0},
        RangeOf<CastRanges>{"sandMm", &CastRanges::sandMm, 0.01, 5.0},
        RangeOf<CastRanges>{"sandShare", &CastRanges::sandShare, 0.0, 1.0},
        RangeOf<CastRanges>{"flowUm", &CastRanges::flowUm, 0.0, 200.0},
        RangeOf<CastRanges>{"flowMm", &CastRanges::flowMm, 0.1, 200.0},
        RangeOf<CastRanges>{"partingShare", &CastRanges::partingShare, 0.0, 1.0},
        RangeOf<CastRanges>{"poresPerCm2", &CastRanges::poresPerCm2, 0.0, 5000.0},
        RangeOf<CastRanges>{"poreUm", &CastRanges::poreUm, 1.0, 5000.0},
        RangeOf<CastRanges>{"alpha", &CastRanges::alpha, 0.03, 0.8},
        RangeOf<CastRanges>{"albedo", &CastRanges::albedo, 0.0, 0.8},
        RangeOf<CastRanges>{"oxideContrast", &CastRanges::oxideContrast, 0.0, 0.5},
    };
};

} // namespace patina
