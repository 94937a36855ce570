#pragma once

#include "core/synthesis/defects/damage_patch.h"
#include "core/synthesis/defects/dent_ranges.h"

namespace patina::synthesis {

/// A blow: a basin whose metal is pushed up into a rim (pile-up of indented metal: Tabor 1951, "The Hardness of
/// Metals"; Johnson 1985, "Contact Mechanics"), higher where a slanted blow pushes it. A round body leaves a cap, an
/// edge or a corner leaves flats that meet in rounded ridges. The grain inside is pressed flat and drawn along the
/// blow.
class Dent final : public PatchDefect
{
public:
    Dent(const DentRanges &ranges, const Place &place, std::uint64_t key);

    std::string_view className() const override { return "dent"; }

private:
    struct Shape;
    static DamagePoint pointOf(const Shape &shape, float x, float y);
};

} // namespace patina::synthesis
