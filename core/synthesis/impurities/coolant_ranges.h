#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

struct CoolantRanges
{
    Range imageShare{0.6, 0.6}; ///< share of the images that coolant dried on
    Range perImage{1.0, 2.0};
    Range radiusMm{1.2, 6.0};   ///< every order of magnitude alike
    Range pools{2.0, 6.0};      ///< that ran together
    Range stretch{1.2, 3.0};    ///< along the tool marks over across them
    Range residue{0.06, 0.40};  ///< share of the reflection that the residue blocks
    Range edge{0.15, 0.70};     ///< the same of the tide mark at its outline
    Range yellowness{0.0, 1.0}; ///< 0: grey; 1: old, yellow-brown emulsion
    Range blotches{0.3, 0.9};   ///< how much of the residue is in blotches
    Range bubbles{0.0, 26.0};   ///< rings that foam left
    Range dripTracks{0.0, 2.0};
    Range downDeg{50.0, 130.0}; ///< where it dripped, one for an image; 90 = down the image
    bool operator==(const CoolantRanges &) const = default;
};

template <>
struct RangeTable<CoolantRanges>
{
    static constexpr std::string_view section = "coolant";
    static constexpr std::array fields{
        RangeOf<CoolantRanges>{"imageShare", &CoolantRanges::imageShare, 0.0, 1.0},
        RangeOf<CoolantRanges>{"perImage", &CoolantRanges::perImage, 1.0, 20.0},
        RangeOf<CoolantRanges>{"radiusMm", &CoolantRanges::radiusMm, 0.05, 200.0},
        RangeOf<CoolantRanges>{"pools", &CoolantRanges::pools, 1.0, 20.0},
        RangeOf<CoolantRanges>{"stretch", &CoolantRanges::stretch, 1.0, 8.0},
        RangeOf<CoolantRanges>{"residue", &CoolantRanges::residue, 0.02, 1.0},
        RangeOf<CoolantRanges>{"edge", &CoolantRanges::edge, 0.0, 1.0},
        RangeOf<CoolantRanges>{"yellowness", &CoolantRanges::yellowness, 0.0, 1.0},
        RangeOf<CoolantRanges>{"blotches", &CoolantRanges::blotches, 0.0, 1.0},
        RangeOf<CoolantRanges>{"bubbles", &CoolantRanges::bubbles, 0.0, 200.0},
        RangeOf<CoolantRanges>{"dripTracks", &CoolantRanges::dripTracks, 0.0, 12.0},
        RangeOf<CoolantRanges>{"downDeg", &CoolantRanges::downDeg, -360.0, 360.0},
    };
};

} // namespace patina
