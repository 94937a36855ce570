#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

struct FingerprintRanges
{
    Range imageShare{0.6, 0.6}; ///< share of the images that were touched
    Range perImage{1.0, 2.0};
    Range widthMm{11.0, 17.0};       ///< of the touching pad
    Range heightOverWidth{1.1, 1.5}; ///< of the pad
    Range ridgePeriodMm{0.40, 0.54};
    Range pressure{0.2, 0.85}; ///< 0: ridges touch as thin broken lines; 1: they run together
    Range grease{0.15, 0.9};   ///< amount of skin fat and sweat left behind; every order of magnitude alike
    Range filmNm{60.0, 320.0}; ///< thickness of the transparent film on the ridges
    Range smearShare{0.35, 0.35};
    Range smearMm{0.2, 1.8};      ///< how far the finger slid
    Range partialShare{0.5, 0.5}; ///< share of the prints with a part of the pad only
    bool operator==(const FingerprintRanges &) const = default;
};

template <>
struct RangeTable<FingerprintRanges>
{
    static constexpr std::string_view section = "fingerprint";
    static constexpr std::array fields{
        RangeOf<FingerprintRanges>{"imageShare", &FingerprintRanges::imageShare, 0.0, 1.0},
        RangeOf<FingerprintRanges>{"perImage", &FingerprintRanges::perImage, 1.0, 20.0},
        RangeOf<FingerprintRanges>{"widthMm", &FingerprintRanges::widthMm, 3.0, 40.0},
        RangeOf<FingerprintRanges>{"heightOverWidth", &FingerprintRanges::heightOverWidth, 0.5, 3.0},
        RangeOf<FingerprintRanges>{"ridgePeriodMm", &FingerprintRanges::ridgePeriodMm, 0.2, 1.0},
        RangeOf<FingerprintRanges>{"pressure", &FingerprintRanges::pressure, 0.0, 1.0},
        RangeOf<FingerprintRanges>{"grease", &FingerprintRanges::grease, 0.02, 1.0},
        RangeOf<FingerprintRanges>{"filmNm", &FingerprintRanges::filmNm, 0.0, 1000.0},
        RangeOf<FingerprintRanges>{"smearShare", &FingerprintRanges::smearShare, 0.0, 1.0},
        RangeOf<FingerprintRanges>{"smearMm", &FingerprintRanges::smearMm, 0.0, 20.0},
        RangeOf<FingerprintRanges>{"partialShare", &FingerprintRanges::partialShare, 0.0, 1.0},
    };
};

} // namespace patina
