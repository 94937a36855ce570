#pragma once

#include "core/base/result.h"
#include "core/synthesis/fit/defect_look.h"
#include "core/synthesis/places_spec.h"
#include "core/synthesis/synthesis_ranges.h"

#include <span>
#include <string_view>
#include <vector>

namespace patina::synthesis {

inline constexpr std::size_t fewestLooks = 5;

/// Kinds of defects whose ranges can be fitted to real ones: pit (round or oval hollows), crack (dark lines).
std::vector<std::string_view> fittedKinds();

/// Sets ranges of a kind to where the bulk of the real defects lies, about their medians: size,
/// form, angle to the marks and darkness. What photos do not tell (depth, halo, grain) keeps its range.
/// Errors: BadArgument (no such kind, fewer than fewestLooks).
Result<void> fitRanges(std::string_view kind, std::span<const DefectLook> looks, double mmPerPixel,
                       SynthesisRanges &ranges);

/// Where they lie; of more than mostDefectPlaces some evenly over the list.
std::vector<DefectPlace> placesOf(std::span<const DefectLook> looks);

} // namespace patina::synthesis
