#pragma once

#include "core/synthesis/defects/damage_patch.h"
#include "core/synthesis/defects/tool_mark_ranges.h"

namespace patina::synthesis {

/// A mark of the tool. Chatter: a short series of shallow arcs across the feed, a pitch apart, that swells and dies
/// away (regenerative chatter: Tobias and Fishwick 1958). Stop mark: the tool dwelt, cut one deeper arc and left a step
/// that runs out into the surface. The mask of a series is one region.
class ToolMark final : public PatchDefect
{
public:
    ToolMark(const ToolMarkRanges &ranges, const Place &place, std::uint64_t key);

    std::string_view className() const override { return "tool-mark"; }

private:
    struct Shape;
    static DamagePoint pointOf(const Shape &shape, float x, float y);
};

} // namespace patina::synthesis
