#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

struct ToolMarkRanges
{
    Range perImage{1.0, 1.0};
    Range pitchMm{0.09, 0.3}; ///< from groove to groove: cutting speed over chatter frequency
    Range grooves{4.0, 14.0};
    Range lengthMm{0.8, 4.5}; ///< of a groove
    Range depthToPitch{0.006, 0.022};
    Range sweepMm{6.0, 40.0};    ///< radius of the arcs that the tool describes
    Range stopShare{0.3, 0.3};   ///< how many are stop marks: one deep arc with a step
    Range angleDeg{78.0, 102.0}; ///< of the grooves to the grain of the surface
    bool operator==(const ToolMarkRanges &) const = default;
};

template <>
struct RangeTable<ToolMarkRanges>
{
    static constexpr std::string_view section = "tool-mark";
    static constexpr std::array fields{
        RangeOf<ToolMarkRanges>{"perImage", &ToolMarkRanges::perImage, 1.0, 50.0},
        RangeOf<ToolMarkRanges>{"pitchMm", &ToolMarkRanges::pitchMm, 0.01, 20.0},
        RangeOf<ToolMarkRanges>{"grooves", &ToolMarkRanges::grooves, 1.0, 60.0},
        RangeOf<ToolMarkRanges>{"lengthMm", &ToolMarkRanges::lengthMm, 0.02, 200.0},
        RangeOf<ToolMarkRanges>{"depthToPitch", &ToolMarkRanges::depthToPitch, 0.0005, 0.5},
        RangeOf<ToolMarkRanges>{"sweepMm", &ToolMarkRanges::sweepMm, 0.2, 1000.0},
        RangeOf<ToolMarkRanges>{"stopShare", &ToolMarkRanges::stopShare, 0.0, 1.0},
        RangeOf<ToolMarkRanges>{"angleDeg", &ToolMarkRanges::angleDeg, -180.0, 180.0},
    };
};

} // namespace patina
