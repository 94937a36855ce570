#pragma once

#include "core/synthesis/range.h"

#include <array>

namespace patina {

/// What real images do not tell of how they were taken.
struct ExemplarRanges
{
    Range softLight{0.35, 0.65}; ///< share of the light that came from all around; `light.ambient` is for made surfaces
    bool operator==(const ExemplarRanges &) const = default;
};

template <>
struct RangeTable<ExemplarRanges>
{
    static constexpr std::string_view section = "exemplar";
    static constexpr std::array fields{
        RangeOf<ExemplarRanges>{"softLight", &ExemplarRanges::softLight, 0.0, 0.95},
    };
};

} // namespace patina
