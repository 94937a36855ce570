#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

/// How the metal was milled in straight passes.
struct MilledParallelRanges
{
    Range directionDeg{-3.0, 3.0};    ///< of the cutting marks; 0 = along the rows, positive turns towards +y
    Range feedPerToothMm{0.07, 0.15}; ///< distance of neighbouring marks
    Range noseRadiusMm{0.6, 1.4};     ///< of the tool; a cusp is feed^2 / (8 radius) high
    Range teeth{2.0, 4.0};            ///< of the tool
    Range runOutUm{0.2, 0.7};         ///< deviation of the depth between teeth
    Range jitterShare{0.03, 0.08};    ///< deviation of a mark from its place, in feeds
    Range chatterUm{0.05, 0.25};      ///< amplitude of the vibration along the cut
    Range chatterMm{0.5, 1.8};        ///< its wave length along the cut
    Range wearUm{0.2, 0.8};           ///< drift of the depth as the edge wears
    Range sideFlowUm{0.1, 0.26};      ///< roughness of metal squeezed out beside the edge
    Range passMm{7.0, 16.0};          ///< width of a pass
    Range passStepUm{0.2, 1.2};       ///< deviation of the depth between passes
    Range alphaAlong{0.09, 0.12};     ///< GGX roughness of what a pixel does not resolve, along the marks
    Range alphaAcross{0.17, 0.23};    ///< the same across them
    bool operator==(const MilledParallelRanges &) const = default;
};

template <>
struct RangeTable<MilledParallelRanges>
{
    static constexpr std::string_view section = "milledParallel";
    static constexpr std::array fields{
        RangeOf<MilledParallelRanges>{"directionDeg", &MilledParallelRanges::directionDeg, -180.0, 180.0},
        RangeOf<MilledParallelRanges>{"feedPerToothMm", &MilledParallelRanges::feedPerToothMm, 0.002, 5.0},
        RangeOf<MilledParallelRanges>{"noseRadiusMm", &MilledParallelRanges::noseRadiusMm, 0.01, 50.0},
        RangeOf<MilledParallelRanges>{"teeth", &MilledParallelRanges::teeth, 1.0, 40.0},
        RangeOf<MilledParallelRanges>{"runOutUm", &MilledParallelRanges::runOutUm, 0.0, 50.0},
        RangeOf<MilledParallelRanges>{"jitterShare", &MilledParallelRanges::jitterShare, 0.0, 0.5},
        RangeOf<MilledParallelRanges>{"chatterUm", &MilledParallelRanges::chatterUm, 0.0, 20.0},
        RangeOf<MilledParallelRanges>{"chatterMm", &MilledParallelRanges::chatterMm, 0.02, 50.0},
        RangeOf<MilledParallelRanges>{"wearUm", &MilledParallelRanges::wearUm, 0.0, 50.0},
        RangeOf<MilledParallelRanges>{"sideFlowUm", &MilledParallelRanges::sideFlowUm, 0.0, 10.0},
        RangeOf<MilledParallelRanges>{"passMm", &MilledParallelRanges::passMm, 0.2, 1000.0},
        RangeOf<MilledParallelRanges>{"passStepUm", &MilledParallelRanges::passStepUm, 0.0, 100.0},
        RangeOf<MilledParallelRanges>{"alphaAlong", &MilledParallelRanges::alphaAlong, 0.03, 0.8},
        RangeOf<MilledParallelRanges>{"alphaAcross", &MilledParallelRanges::alphaAcross, 0.03, 0.8},
    };
};

} // namespace patina
