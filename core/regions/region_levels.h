#pragma once

#include "core/base/result.h"
#include "core/regions/level_scale.h"

#include <cstdint>
#include <span>
#include <vector>

namespace patina {

/// The regions of one map at every threshold of a scale: its component tree (max-tree; Salembier, Oliveras and Garrido,
/// IEEE Trans. Image Processing 7, 1998), of which only the areas are kept. A branch is a region that is followed from
/// the threshold that it appears at down to the one where it becomes part of a higher one; where two meet, the one with
/// the higher peak goes on. What a region is at a threshold is what regionsOf() finds there.
class RegionLevels
{
public:
    struct Branch
    {
        int top = 0;           ///< level that it appears at
        int bottom = 0;        ///< lowest level at which it is a region of its own; at most `top`
        std::size_t areas = 0; ///< of the area at `top` among areas(); those of lower levels follow
    };

    const LevelScale &scale() const { return m_scale; }
    /// Levels below it are not known: there were too many pixels. 0 as a rule.
    int lowestKnown() const { return m_lowestKnown; }
    const std::vector<Branch> &branches() const { return m_branches; }

    /// Regions of at least `minAreaPx` at a level. \param level lowestKnown()..count - 1, or count: none.
    std::int64_t count(int level, std::int64_t minAreaPx) const;
    /// Areas of the regions at a level, in no order. \param level as in count().
    std::vector<std::int64_t> areasAt(int level) const;
    /// The highest level at which there is a region of at least `minAreaPx`; -1: there is none.
    int highestLevel(std::int64_t minAreaPx) const;
    /// Held in memory.
    std::size_t bytes() const;

    std::vector<std::uint8_t> encoded() const;
    /// Errors: BadFormat (not what encoded() gives: no branch may be outside the scale, no area may grow upwards).
    static Result<RegionLevels> decoded(std::span<const std::uint8_t> bytes);

    bool operator==(const RegionLevels &other) const;

private:
    friend class RegionLevelsBuilder;
    std::uint32_t area(const Branch &branch, int level) const
    {
        return m_areas[branch.areas + static_cast<std::size_t>(branch.top - level)];
    }

    LevelScale m_scale;
    int m_lowestKnown = 0;
    std::vector<Branch> m_branches;     ///< falling top
    std::vector<std::uint32_t> m_areas; ///< per branch top - bottom + 1, not falling
};

} // namespace patina
