#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

struct DentRanges
{
    Range perImage{1.0, 2.0};
    Range diameterMm{0.6, 3.2}; ///< of the basin, geometric mean of length and width
    Range depthToWidth{0.012, 0.05};
    Range elongation{1.0, 1.8};  ///< length over width
    Range rimToDepth{0.08, 0.3}; ///< height of the raised rim
    Range facetShare{0.4, 0.4};  ///< how many were struck by an edge or a corner
    Range angleDeg{-90.0, 90.0}; ///< of the blow to the grain
    bool operator==(const DentRanges &) const = default;
};

template <>
struct RangeTable<DentRanges>
{
    static constexpr std::string_view section = "dent";
    static constexpr std::array fields{
        RangeOf<DentRanges>{"perImage", &DentRanges::perImage, 1.0, 50.0},
        RangeOf<DentRanges>{"diameterMm", &DentRanges::diameterMm, 0.01, 200.0},
        RangeOf<DentRanges>{"depthToWidth", &DentRanges::depthToWidth, 0.001, 0.5},
        RangeOf<DentRanges>{"elongation", &DentRanges::elongation, 1.0, 8.0},
        RangeOf<DentRanges>{"rimToDepth", &DentRanges::rimToDepth, 0.0, 1.0},
        RangeOf<DentRanges>{"facetShare", &DentRanges::facetShare, 0.0, 1.0},
        RangeOf<DentRanges>{"angleDeg", &DentRanges::angleDeg, -180.0, 180.0},
    };
};

} // namespace patina
