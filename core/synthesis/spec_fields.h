#pragma once

#include "core/synthesis/synthesis_spec.h"

#include <span>
#include <string_view>

namespace patina::synthesis {

/// One range of a specification: where it stands in the JSON, what it may be. Reading, writing and checking all
/// follow this table.
struct RangeField
{
    std::string_view section;
    std::string_view name;
    Range &(*of)(SynthesisRanges &);
    double lowest;
    double highest;
};
std::span<const RangeField> rangeFields();

/// One whole number of the specification.
struct CountField
{
    std::string_view name;
    int SynthesisCounts::*of;
};
std::span<const CountField> countFields();

inline constexpr int largestCount = 1'000'000;
inline constexpr int smallestSidePx = 64;
inline constexpr int largestSidePx = 16384;
inline constexpr double smallestMmPerPixel = 0.0005;
inline constexpr double largestMmPerPixel = 1.0;

} // namespace patina::synthesis
