#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

struct PoreClusterRanges
{
    Range perImage{1.0, 2.0};
    Range pores{8.0, 48.0};
    Range medianUm{28.0, 80.0};    ///< median of the pores' diameters
    Range logDeviation{0.35, 0.7}; ///< of the logarithm of the diameters
    Range spreadMm{0.4, 1.7};      ///< radius of the cluster
    Range depthToWidth{0.25, 0.6};
    bool operator==(const PoreClusterRanges &) const = default;
};

template <>
struct RangeTable<PoreClusterRanges>
{
    static constexpr std::string_view section = "pore-cluster";
    static constexpr std::array fields{
        RangeOf<PoreClusterRanges>{"perImage", &PoreClusterRanges::perImage, 1.0, 50.0},
        RangeOf<PoreClusterRanges>{"pores", &PoreClusterRanges::pores, 1.0, 500.0},
        RangeOf<PoreClusterRanges>{"medianUm", &PoreClusterRanges::medianUm, 1.0, 5000.0},
        RangeOf<PoreClusterRanges>{"logDeviation", &PoreClusterRanges::logDeviation, 0.0, 1.5},
        RangeOf<PoreClusterRanges>{"spreadMm", &PoreClusterRanges::spreadMm, 0.01, 100.0},
        RangeOf<PoreClusterRanges>{"depthToWidth", &PoreClusterRanges::depthToWidth, 0.02, 2.0},
    };
};

} // namespace patina
