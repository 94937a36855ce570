#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

struct PitRanges
{
    Range perImage{1.0, 4.0};
    Range diameterMm{0.14, 0.9};
    Range depthToWidth{0.12, 0.4};
    Range irregularity{0.2, 0.55};  ///< of the outline, in radii
    Range widthToLength{0.4, 1.0};  ///< of the largest of those that have joined
    Range joined{1.0, 4.0};         ///< pits that have grown into one
    Range floorRoughness{1.0, 1.0}; ///< 0: smooth, as a gas bubble leaves it; 1: etched at every scale
    Range haloToDiameter{0.1, 0.7}; ///< width of the attacked metal around it
    Range darkness{0.1, 0.6};       ///< of the oxide on its bottom
    Range rustShare{0.0, 0.0};      ///< of that oxide that is brown (haematite), the rest is black (magnetite)
    bool operator==(const PitRanges &) const = default;
};

template <>
struct RangeTable<PitRanges>
{
    static constexpr std::string_view section = "pit";
    static constexpr std::array fields{
        RangeOf<PitRanges>{"perImage", &PitRanges::perImage, 1.0, 50.0},
        RangeOf<PitRanges>{"diameterMm", &PitRanges::diameterMm, 0.005, 50.0},
        RangeOf<PitRanges>{"depthToWidth", &PitRanges::depthToWidth, 0.005, 2.0},
        RangeOf<PitRanges>{"irregularity", &PitRanges::irregularity, 0.0, 0.8},
        RangeOf<PitRanges>{"widthToLength", &PitRanges::widthToLength, 0.1, 1.0},
        RangeOf<PitRanges>{"joined", &PitRanges::joined, 1.0, 4.0},
        RangeOf<PitRanges>{"floorRoughness", &PitRanges::floorRoughness, 0.0, 1.0},
        RangeOf<PitRanges>{"haloToDiameter", &PitRanges::haloToDiameter, 0.0, 2.0},
        RangeOf<PitRanges>{"darkness", &PitRanges::darkness, 0.0, 1.0},
        RangeOf<PitRanges>{"rustShare", &PitRanges::rustShare, 0.0, 1.0},
    };
};

} // namespace patina
