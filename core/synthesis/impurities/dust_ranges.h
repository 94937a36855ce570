#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

struct DustRanges
{
    Range imageShare{0.85, 0.85}; ///< share of the images with dust
    Range perImage{3.0, 26.0};    ///< particles
    Range fibreShare{0.40, 0.40};
    Range lintShare{0.08, 0.08};    ///< tangles of fibres; the rest are specks
    Range fibreLengthMm{0.25, 4.0}; ///< every order of magnitude alike
    Range fibreWidthMm{0.010, 0.032};
    Range curlPerMm{0.25, 4.0};       ///< radians that a fibre turns in a millimetre; every order alike
    Range speckMm{0.02, 0.30};        ///< size of specks; every order of magnitude alike
    Range liftMm{0.0, 0.30};          ///< how far a fibre's end stands off the surface: out of focus, with a shadow
    Range defocusPerLift{0.05, 0.16}; ///< radius of blur over the distance from the plane of focus
    bool operator==(const DustRanges &) const = default;
};

template <>
struct RangeTable<DustRanges>
{
    static constexpr std::string_view section = "dust";
    static constexpr std::array fields{
        RangeOf<DustRanges>{"imageShare", &DustRanges::imageShare, 0.0, 1.0},
        RangeOf<DustRanges>{"perImage", &DustRanges::perImage, 1.0, 2000.0},
        RangeOf<DustRanges>{"fibreShare", &DustRanges::fibreShare, 0.0, 1.0},
        RangeOf<DustRanges>{"lintShare", &DustRanges::lintShare, 0.0, 1.0},
        RangeOf<DustRanges>{"fibreLengthMm", &DustRanges::fibreLengthMm, 0.01, 50.0},
        RangeOf<DustRanges>{"fibreWidthMm", &DustRanges::fibreWidthMm, 0.001, 1.0},
        RangeOf<DustRanges>{"curlPerMm", &DustRanges::curlPerMm, 0.001, 100.0},
        RangeOf<DustRanges>{"speckMm", &DustRanges::speckMm, 0.001, 5.0},
        RangeOf<DustRanges>{"liftMm", &DustRanges::liftMm, 0.0, 5.0},
        RangeOf<DustRanges>{"defocusPerLift", &DustRanges::defocusPerLift, 0.0, 1.0},
    };
};

} // namespace patina
