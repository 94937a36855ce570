#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace patina {

/// When a labelled region counts as found at a threshold t: any of its counted pixels is at or above t, or at least
/// 10, 30, 50 % of them are.
enum class FoundBy { Any, Overlap10, Overlap30, Overlap50 };

inline constexpr std::array overlapPercents{10, 30, 50};
inline constexpr std::array overlapCriteria{FoundBy::Overlap10, FoundBy::Overlap30, FoundBy::Overlap50};
static_assert(overlapPercents.size() == overlapCriteria.size());

/// Per entry of overlapPercents: the largest threshold at which a region is found by that overlap.
using OverlapScores = std::array<float, overlapPercents.size()>;

/// Into overlapPercents. \param by not Any.
constexpr std::size_t overlapIndex(FoundBy by)
{
    return static_cast<std::size_t>(by) - 1;
}

/// How many of `countedPx` pixels it takes to be at least `percent` of them. In whole numbers: 30 % of 10 are 3.
constexpr std::int64_t pixelsForOverlap(std::int64_t countedPx, int percent)
{
    return (countedPx * percent + 99) / 100;
}

} // namespace patina
