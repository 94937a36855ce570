#pragma once

#include "core/regions/region_levels.h"
#include "core/regions/runs.h"

#include <cstdint>
#include <vector>

namespace patina {

/// Makes the RegionLevels of a map while its rows pass by. Memory follows the number of pixels at or above the lowest
/// threshold, 26 bytes each; where they are more than `mostPixels`, the lowest levels are given up.
class RegionLevelsBuilder
{
public:
    static constexpr std::size_t usualMostPixels = std::size_t{1} << 23;

    /// \param width of the map, >= 1. \param scale as LevelScale::check() takes it.
    RegionLevelsBuilder(int width, const LevelScale &scale, std::size_t mostPixels = usualMostPixels);

    /// The next row. \param values `width` scores; those that are not numbers are in no region. \param ignore null, or
    /// `width` bytes: columns over 0 are in no region.
    void addRow(const float *values, const std::uint8_t *ignore);
    /// Ends the map; further rows start a new one.
    RegionLevels finish();

private:
    void giveUpLevels();
    void sortByLevel();
    void addLevel(int level, std::size_t begin, std::size_t end);
    void join(std::uint32_t pixel, std::uint32_t other, int level);
    void recordAreas(int level);
    std::uint32_t find(std::uint32_t pixel);
    template <typename Visit>
    void forNeighbours(std::uint32_t pixel, Visit visit) const;
    template <typename Visit>
    void forRow(std::size_t row, int x, Visit visit) const;
    void endBranch(int branch, int bottom);
    void touch(std::uint32_t pixel, int level);
    RegionLevels gathered() const;
    void clear();

    int m_width = 0;
    LevelScale m_scale;
    LevelFinder m_finder;
    std::size_t m_mostPixels = 0;
    int m_lowest = 0;
    // Pixels at or above the lowest level, in raster order.
    std::vector<int> m_columns;
    std::vector<std::uint16_t> m_levels;
    std::vector<std::uint32_t> m_rowStart{0}; ///< rows + 1
    // While the tree is made.
    std::vector<std::uint32_t> m_order;  ///< pixels by falling level
    std::vector<std::uint32_t> m_parent; ///< none: not reached yet
    std::vector<std::uint32_t> m_rows;   ///< of the pixels
    std::vector<std::uint32_t> m_area;   ///< of the set, at its root
    std::vector<int> m_branch;           ///< of the set, at its root
    struct Open
    {
        int top = 0;
        int bottom = -1; ///< -1: it goes on
        std::vector<std::uint32_t> areas;
        std::uint32_t root = 0;
        bool touched = false;
    };
    std::vector<Open> m_branches;
    std::vector<int> m_touched; ///< branches that have grown at the present level
    std::vector<Run> m_runs;    ///< of the present row
};

} // namespace patina
