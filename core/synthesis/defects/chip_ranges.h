#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

struct ChipRanges
{
    Range perImage{1.0, 2.0};
    Range widthMm{0.7, 3.6};      ///< along the edge
    Range reachToWidth{0.3, 0.8}; ///< how far it reaches into the surface
    Range depthToWidth{0.05, 0.2};
    Range flats{0.0, 4.0};            ///< plane facets that cut through the shell
    Range ripplesToDepth{0.01, 0.06}; ///< height of the rings around the point of impact
    Range edgeShare{0.9, 0.9};        ///< how many lie at an edge of the image; the others anywhere
    bool operator==(const ChipRanges &) const = default;
};

template <>
struct RangeTable<ChipRanges>
{
    static constexpr std::string_view section = "chip";
    static constexpr std::array fields{
        RangeOf<ChipRanges>{"perImage", &ChipRanges::perImage, 1.0, 50.0},
        RangeOf<ChipRanges>{"widthMm", &ChipRanges::widthMm, 0.01, 200.0},
        RangeOf<ChipRanges>{"reachToWidth", &ChipRanges::reachToWidth, 0.05, 3.0},
        RangeOf<ChipRanges>{"depthToWidth", &ChipRanges::depthToWidth, 0.002, 1.0},
        RangeOf<ChipRanges>{"flats", &ChipRanges::flats, 0.0, 8.0},
        RangeOf<ChipRanges>{"ripplesToDepth", &ChipRanges::ripplesToDepth, 0.0, 0.5},
        RangeOf<ChipRanges>{"edgeShare", &ChipRanges::edgeShare, 0.0, 1.0},
    };
};

} // namespace patina
