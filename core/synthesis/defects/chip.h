#pragma once

#include "core/synthesis/defects/chip_ranges.h"
#include "core/synthesis/defects/damage_patch.h"

namespace patina::synthesis {

/// Material broken out at an edge or out of the surface. The fracture runs as a shell from the point of impact
/// (conchoidal), with rings around that point (Wallner 1939) and flats where it followed cleavage; its border is a
/// sharp scarp, its surface rough and dull.
class Chip final : public PatchDefect
{
public:
    Chip(const ChipRanges &ranges, const Place &place, std::uint64_t key);

    std::string_view className() const override { return "chip"; }

private:
    struct Shape;
    static DamagePoint pointOf(const Shape &shape, float x, float y);
    void place(CounterRandom &random, const Place &place, Shape &shape, bool atEdge);
};

} // namespace patina::synthesis
