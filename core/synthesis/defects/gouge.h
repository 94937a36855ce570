#pragma once

#include "core/synthesis/defects/damage_patch.h"
#include "core/synthesis/defects/gouge_ranges.h"

namespace patina::synthesis {

/// A deep, wide furrow: ploughing begins gently and ends at once. Part of the metal stands in ridges along both sides,
/// the rest is pushed ahead and lies piled up at the end (Challen and Oxley 1979; ploughing and wedge forming:
/// Hokkirigawa and Kato 1988). The bottom carries the lines of the body's asperities and ripples of stick and slip.
class Gouge final : public PatchDefect
{
public:
    Gouge(const GougeRanges &ranges, const Place &place, std::uint64_t key);

    std::string_view className() const override { return "gouge"; }

private:
    struct Shape;
    static DamagePoint pointOf(const Shape &shape, float x, float y);
};

} // namespace patina::synthesis
