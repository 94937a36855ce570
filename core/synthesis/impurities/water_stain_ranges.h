#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

struct WaterStainRanges
{
    Range imageShare{0.75, 0.75}; ///< share of the images that carry stains
    Range perImage{1.0, 4.0};
    Range radiusMm{0.5, 2.6};
    Range drops{1.0, 4.0};          ///< that ran together into one stain
    Range irregularity{0.08, 0.26}; ///< a in r(theta) = R (1 + a fbm(theta))
    Range rim{0.45, 0.95};          ///< share of the reflection that the rim's deposit blocks
    Range film{0.05, 0.22};         ///< the same of the film inside
    Range innerRings{0.0, 3.0};
    Range filmNm{30.0, 150.0};     ///< thickness of the transparent film: its interference tint
    Range runOffShare{0.25, 0.25}; ///< share of the stains with a run-off streak
    Range wipedShare{0.20, 0.20};  ///< share of the stains that were partly wiped
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
        RangeOf<WaterStainRanges>{"irregularity", &WaterStainRanges::irregularity, 0.0, 0.6},
        RangeOf<WaterStainRanges>{"rim", &WaterStainRanges::rim, 0.0, 1.0},
        RangeOf<WaterStainRanges>{"film", &WaterStainRanges::film, 0.01, 1.0},
        RangeOf<WaterStainRanges>{"innerRings", &WaterStainRanges::innerRings, 0.0, 8.0},
        RangeOf<WaterStainRanges>{"filmNm", &WaterStainRanges::filmNm, 0.0, 1000.0},
        RangeOf<WaterStainRanges>{"runOffShare", &WaterStainRanges::runOffShare, 0.0, 1.0},
        RangeOf<WaterStainRanges>{"wipedShare", &WaterStainRanges::wipedShare, 0.0, 1.0},
    };
};

} // namespace patina
