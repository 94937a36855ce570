#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

/// How the metal was blasted.
struct SandblastedRanges
{
    Range roughnessRqUm{1.0, 1.9};   ///< deviation of the height
    Range correlationMm{0.01, 0.02}; ///< correlation length of the fine roughness
    Range hurst{0.6, 0.9};           ///< self-affine exponent of the fine roughness
    Range impactMm{0.06, 0.13};      ///< diameter of the largest craters
    Range coverage{0.7, 1.6};        ///< craters over a place
    Range alpha{0.24, 0.32};         ///< GGX roughness of what a pixel does not resolve
    Range mottle{0.015, 0.04};       ///< relative deviation of alpha where the jet lingered or hurried
    bool operator==(const SandblastedRanges &) const = default;
};

template <>
struct RangeTable<SandblastedRanges>
{
    static constexpr std::string_view section = "sandblasted";
    static constexpr std::array fields{
        RangeOf<SandblastedRanges>{"roughnessRqUm", &SandblastedRanges::roughnessRqUm, 0.0, 50.0},
        RangeOf<SandblastedRanges>{"correlationMm", &SandblastedRanges::correlationMm, 0.001, 2.0},
        RangeOf<SandblastedRanges>{"hurst", &SandblastedRanges::hurst, 0.1, 1.0},
        RangeOf<SandblastedRanges>{"impactMm", &SandblastedRanges::impactMm, 0.005, 5.0},
        RangeOf<SandblastedRanges>{"coverage", &SandblastedRanges::coverage, 0.0, 8.0},
        RangeOf<SandblastedRanges>{"alpha", &SandblastedRanges::alpha, 0.03, 0.8},
        RangeOf<SandblastedRanges>{"mottle", &SandblastedRanges::mottle, 0.0, 0.5},
    };
};

} // namespace patina
