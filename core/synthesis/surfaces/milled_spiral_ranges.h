#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

/// How the metal was face milled.
struct MilledSpiralRanges
{
    Range feedDirectionDeg{-180.0, 180.0}; ///< way of the cutter; 0 = along the rows, positive turns towards +y
    Range cutterMm{16.0, 63.0};            ///< diameter of the cutter
    Range feedPerToothMm{0.09, 0.2};       ///< distance of neighbouring arcs on the way of the cutter
    Range noseRadiusMm{0.9, 2.0};          ///< of a tooth; a cusp is feed^2 / (8 radius) high
    Range teeth{3.0, 8.0};                 ///< of the cutter
    Range runOutUm{0.2, 0.8};              ///< deviation of the depth between teeth
    Range jitterShare{0.02, 0.06};         ///< deviation of an arc from its place, in feeds
    Range backCutUm{0.0, 1.8};             ///< how much higher the trailing side cuts: tilt of the spindle
    Range chatterUm{0.04, 0.2};            ///< amplitude of the vibration along the cut
    Range chatterMm{0.6, 2.5};             ///< its wave length along the cut
    Range wearUm{0.2, 0.8};                ///< drift of the depth as the edge wears
    Range stepoverShare{0.74, 0.9};        ///< distance of neighbouring passes, in diameters
    Range offsetShare{-0.75, 0.75};        ///< way of the cutter beside the image centre, in radii
    Range passStepUm{0.3, 1.2};            ///< deviation of the depth between passes
    Range alphaAlong{0.09, 0.12};          ///< GGX roughness of what a pixel does not resolve, along the arcs
    Range alphaAcross{0.17, 0.23};         ///< the same across them
    bool operator==(const MilledSpiralRanges &) const = default;
};

template <>
struct RangeTable<MilledSpiralRanges>
{
    static constexpr std::string_view section = "milledSpiral";
    static constexpr std::array fields{
        RangeOf<MilledSpiralRanges>{"feedDirectionDeg", &MilledSpiralRanges::feedDirectionDeg, -180.0, 180.0},
        RangeOf<MilledSpiralRanges>{"cutterMm", &MilledSpiralRanges::cutterMm, 0.5, 1000.0},
        RangeOf<MilledSpiralRanges>{"feedPerToothMm", &MilledSpiralRanges::feedPerToothMm, 0.002, 5.0},
        RangeOf<MilledSpiralRanges>{"noseRadiusMm", &MilledSpiralRanges::noseRadiusMm, 0.01, 50.0},
        RangeOf<MilledSpiralRanges>{"teeth", &MilledSpiralRanges::teeth, 1.0, 40.0},
        RangeOf<MilledSpiralRanges>{"runOutUm", &MilledSpiralRanges::runOutUm, 0.0, 50.0},
        RangeOf<MilledSpiralRanges>{"jitterShare", &MilledSpiralRanges::jitterShare, 0.0, 0.5},
        RangeOf<MilledSpiralRanges>{"backCutUm", &MilledSpiralRanges::backCutUm, -50.0, 50.0},
        RangeOf<MilledSpiralRanges>{"chatterUm", &MilledSpiralRanges::chatterUm, 0.0, 20.0},
        RangeOf<MilledSpiralRanges>{"chatterMm", &MilledSpiralRanges::chatterMm, 0.02, 50.0},
        RangeOf<MilledSpiralRanges>{"wearUm", &MilledSpiralRanges::wearUm, 0.0, 50.0},
        RangeOf<MilledSpiralRanges>{"stepoverShare", &MilledSpiralRanges::stepoverShare, 0.1, 1.0},
        RangeOf<MilledSpiralRanges>{"offsetShare", &MilledSpiralRanges::offsetShare, -5.0, 5.0},
        RangeOf<MilledSpiralRanges>{"passStepUm", &MilledSpiralRanges::passStepUm, 0.0, 100.0},
        RangeOf<MilledSpiralRanges>{"alphaAlong", &MilledSpiralRanges::alphaAlong, 0.03, 0.8},
        RangeOf<MilledSpiralRanges>{"alphaAcross", &MilledSpiralRanges::alphaAcross, 0.03, 0.8},
    };
};

} // namespace patina
