#pragma once

#include "core/synthesis/noise/portable_math.h"

#include <opencv2/core.hpp>

namespace patina::synthesis {

// Absorption of iron oxides in red and blue light (about 620 and 460 nm) over that in green (540 nm): magnetite is
// black; haematite takes 0.1 and 2.7 times as much (Querry 1985, "Optical Constants", CRDC-CR-85034; Cornell and
// Schwertmann 2003, "The Iron Oxides").
inline constexpr float rustRed = 0.1F;
inline constexpr float rustBlue = 2.7F;

/// By Lambert and Beer's law: what is left of blue, green and red light over what is left of green. \param rust optical
/// depth of the oxide in green light, times the share of it that is haematite.
inline cv::Vec3f rustTint(float rust)
{
    return {fastExp((1.0F - rustBlue) * rust), 1.0F, fastExp((1.0F - rustRed) * rust)};
}

} // namespace patina::synthesis
