#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

struct WaterStainRanges
{
    Range imageShare{0.75, 0.75}; ///< share of the images that carry stains
    Range perImage{1.0, 4.0};
    Range radiusMm{0.3, 2.8};       ///< every order of magnitude alike
    Range drops{1.0, 4.0};          ///< that ran together into one stain
    Range generations{1.0, 2.0};    ///< times that water stood there and dried: old stains under new ones
    Range irregularity{0.05, 0.26}; ///< a in r(theta) = R (1 + a fbm(theta))
    Range rim{0.25, 0.95};          ///< share of the reflection that the rim's deposit blocks
    Range rimWidthMm{0.015, 0.05};  ///< of the deposit at the contact line
    Range film{0.04, 0.24};         ///< share of the reflection that the deposit inside blocks
    Range innerRings{0.0, 7.0};     ///< places where the receding line held and slipped
    Range crystals{0.0, 0.7};       ///< share of the rim's deposit that is single grains
    Range grainMm{0.010, 0.028};    ///< size of such grains
    Range residue{-0.6, 1.2};       ///< deposit where the last liquid stood, over that around it; below 0: washed out
    Range filmNm{40.0, 320.0};      ///< thickness of the transparent film: its interference tint
    Range filmCover{0.10, 0.65};    ///< share of the inside that this film covers
    Range splashes{0.0, 9.0};       ///< small drops beside the stain
    Range runOffShare{0.25, 0.25};  ///< share of the stains with a run-off streak
    Range downDeg{50.0, 130.0};     ///< where water ran while the part dried, one for an image; 90 = down the image
    Range wipedShare{0.20, 0.20};   ///< share of the stains that were partly wiped
    bool operator==(const WaterStainRanges &) const = default;
};

template <>
struct RangeTable<WaterStainRanges>
{
    static constexpr std::string_view section = "waterStain";
    static constexpr std::array fields{
        RangeOf<WaterStainRanges>{"imageShare", &WaterStainRanges::imageShare, 0.0, 1.0},
        RangeOf<WaterStainRanges>{"perImage", &WaterStainRanges::perImage, 1.0, 50.0},
        RangeOf<WaterStainRanges>{"radiusMm", &WaterStainRanges::radiusMm, 0.01, 200.0},
        RangeOf<WaterStainRanges>{"drops", &WaterStainRanges::drops, 1.0, 12.0},
        RangeOf<WaterStainRanges>{"generations", &WaterStainRanges::generations, 1.0, 4.0},
        RangeOf<WaterStainRanges>{"irregularity", &WaterStainRanges::irregularity, 0.0, 0.6},
        RangeOf<WaterStainRanges>{"rim", &WaterStainRanges::rim, 0.0, 1.0},
        RangeOf<WaterStainRanges>{"rimWidthMm", &WaterStainRanges::rimWidthMm, 0.001, 2.0},
        RangeOf<WaterStainRanges>{"film", &WaterStainRanges::film, 0.01, 1.0},
        RangeOf<WaterStainRanges>{"innerRings", &WaterStainRanges::innerRings, 0.0, 16.0},
        RangeOf<WaterStainRanges>{"crystals", &WaterStainRanges::crystals, 0.0, 1.0},
        RangeOf<WaterStainRanges>{"grainMm", &WaterStainRanges::grainMm, 0.001, 1.0},
        RangeOf<WaterStainRanges>{"residue", &WaterStainRanges::residue, -1.0, 4.0},
        RangeOf<WaterStainRanges>{"filmNm", &WaterStainRanges::filmNm, 0.0, 1000.0},
        RangeOf<WaterStainRanges>{"filmCover", &WaterStainRanges::filmCover, 0.0, 1.0},
        RangeOf<WaterStainRanges>{"splashes", &WaterStainRanges::splashes, 0.0, 60.0},
        RangeOf<WaterStainRanges>{"runOffShare", &WaterStainRanges::runOffShare, 0.0, 1.0},
        RangeOf<WaterStainRanges>{"downDeg", &WaterStainRanges::downDeg, -360.0, 360.0},
        RangeOf<WaterStainRanges>{"wipedShare", &WaterStainRanges::wipedShare, 0.0, 1.0},
    };
};

} // namespace patina
