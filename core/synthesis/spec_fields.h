#pragma once

#include "core/synthesis/synthesis_spec.h"

#include <span>
#include <string_view>
#include <vector>

namespace patina::synthesis {

/// One range of a specification: where it stands in the JSON, what it may be. Reading, writing and checking all
/// follow this list.
struct RangeField
{
    std::string_view section;
    std::string_view name;
    Range *range; ///< in the ranges that were asked
    double lowest;
    double highest;
};
std::vector<RangeField> rangeFields(SynthesisRanges &ranges);

/// One whole number of the specification.
struct CountField
{
    std::string_view name;
    int SynthesisCounts::*of;
};
std::span<const CountField> countFields();

inline constexpr int largestCount = 1'000'000;
inline constexpr int largestExemplar = 4096; ///< photos; each is read when it is needed
inline constexpr int largestTextures = 64;   ///< all are fitted at the start, 2 MB and some tenths of a second each
inline constexpr int smallestSidePx = 64;
inline constexpr int largestSidePx = 16384;
inline constexpr double smallestMmPerPixel = 0.0005;
inline constexpr double largestMmPerPixel = 1.0;

} // namespace patina::synthesis
