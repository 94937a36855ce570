#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

enum class LightKind { Bar, Ring };
std::string_view nameOf(LightKind kind);

struct LightRanges
{
    Range azimuthDeg{70.0, 110.0};     ///< where the lamp stands; 0 = to the right, 90 = below the image
    Range tiltDeg{6.0, 11.0};          ///< angle of the half vector to the normal at the image centre: 0 = bright field
    Range distanceDiagonals{2.2, 3.0}; ///< of a bar, from the image centre, in image diagonals
    Range ringDistanceDiagonals{0.9, 1.5}; ///< of a ring: so near, a smooth surface mirrors it within the image
    Range ambient{0.10, 0.18};             ///< share of the light that comes from the surroundings
    bool operator==(const LightRanges &) const = default;
};

template <>
struct RangeTable<LightRanges>
{
    static constexpr std::string_view section = "light";
    static constexpr std::array fields{
        RangeOf<LightRanges>{"azimuthDeg", &LightRanges::azimuthDeg, -360.0, 360.0},
        RangeOf<LightRanges>{"tiltDeg", &LightRanges::tiltDeg, 0.0, 40.0},
        RangeOf<LightRanges>{"distanceDiagonals", &LightRanges::distanceDiagonals, 0.8, 20.0},
        RangeOf<LightRanges>{"ringDistanceDiagonals", &LightRanges::ringDistanceDiagonals, 0.8, 20.0},
        RangeOf<LightRanges>{"ambient", &LightRanges::ambient, 0.0, 0.9},
    };
};

} // namespace patina
