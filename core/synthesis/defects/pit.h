#pragma once

#include "core/synthesis/defects/damage_patch.h"
#include "core/synthesis/defects/pit_ranges.h"

namespace patina::synthesis {

/// A pit of corrosion or a single pore: steep, undercut-looking walls of irregular outline, a rough dark bottom of
/// oxide, smaller pits that have grown into it, and a halo of etched metal (forms of pits: ASTM G46; growth by joining:
/// Szklarska-Smialowska 1986, "Pitting Corrosion of Metals").
class Pit final : public PatchDefect
{
public:
    Pit(const PitRanges &ranges, const Place &place, std::uint64_t key);

    std::string_view className() const override { return "pit"; }

private:
    struct Shape;
    struct Hollow
    {
        float depth = 0.0F; ///< share of the pit's, 0 to 1
        float outsidePx = 1e9F;
    };
    static Hollow hollowOf(const Shape &shape, float x, float y);
    static DamagePoint pointOf(const Shape &shape, float x, float y);
    static void etch(const Shape &shape, float x, float y, float outsidePx, float inside, DamagePoint &point);
};

} // namespace patina::synthesis
