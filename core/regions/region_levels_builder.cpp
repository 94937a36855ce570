#include "core/regions/region_levels_builder.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace patina {

namespace {

constexpr std::uint32_t notReached = std::numeric_limits<std::uint32_t>::max();

} // namespace

RegionLevelsBuilder::RegionLevelsBuilder(int width, const LevelScale &scale, std::size_t mostPixels)
    : m_width(width), m_scale(scale), m_finder(scale), m_mostPixels(mostPixels)
{
}

void RegionLevelsBuilder::addRow(const float *values, const std::uint8_t *ignore)
{
    m_runs.clear();
    if (m_lowest < m_scale.count)
        appendRuns({values, static_cast<std::size_t>(m_width)}, m_finder.lowest(m_lowest), ignore, m_runs);
    for (const Run &run : m_runs)
        for (int x = run.begin; x < run.end; ++x) {
            m_columns.push_back(x);
            m_levels.push_back(static_cast<std::uint16_t>(m_finder.level(values[x])));
        }
    m_rowStart.push_back(static_cast<std::uint32_t>(m_columns.size()));
    if (m_columns.size() > m_mostPixels)
        giveUpLevels();
}

/// Of the lowest levels as many as hold half of the pixels that may be kept.
void RegionLevelsBuilder::giveUpLevels()
{
    std::vector<std::size_t> pixels(static_cast<std::size_t>(m_scale.count), 0);
    for (const std::uint16_t level : m_levels)
        ++pixels[level];
    std::size_t left = m_levels.size();
    while (m_lowest < m_scale.count && left > m_mostPixels / 2)
        left -= pixels[static_cast<std::size_t>(m_lowest++)];
    std::uint32_t kept = 0;
    for (std::size_t row = 0; row + 1 < m_rowStart.size(); ++row) {
        const std::uint32_t begin = std::exchange(m_rowStart[row], kept);
        const std::uint32_t end = m_rowStart[row + 1];
        for (std::uint32_t i = begin; i < end; ++i)
            if (m_levels[i] >= m_lowest) {
                m_columns[kept] = m_columns[i];
                m_levels[kept++] = m_levels[i];
            }
    }
    m_rowStart.back() = kept;
    m_columns.resize(kept);
    m_levels.resize(kept);
}

void RegionLevelsBuilder::sortByLevel()
{
    std::vector<std::uint32_t> next(static_cast<std::size_t>(m_scale.count) + 1, 0);
    for (const std::uint16_t level : m_levels)
        ++next[static_cast<std::size_t>(m_scale.count - level)];
    std::partial_sum(next.begin(), next.end(), next.begin());
    m_order.resize(m_levels.size());
    for (std::uint32_t i = 0; i < m_levels.size(); ++i)
        m_order[next[static_cast<std::size_t>(m_scale.count - 1 - m_levels[i])]++] = i;
    m_rows.resize(m_levels.size());
    for (std::size_t row = 0; row + 1 < m_rowStart.size(); ++row)
        std::fill(m_rows.begin() + m_rowStart[row], m_rows.begin() + m_rowStart[row + 1],
                  static_cast<std::uint32_t>(row));
}

RegionLevels RegionLevelsBuilder::finish()
{
    sortByLevel();
    m_parent.assign(m_levels.size(), notReached);
    m_area.assign(m_levels.size(), 1);
    m_branch.assign(m_levels.size(), -1);
    for (std::size_t begin = 0; begin < m_order.size();) {
        const int level = m_levels[m_order[begin]];
        std::size_t end = begin;
        while (end < m_order.size() && m_levels[m_order[end]] == level)
            ++end;
        addLevel(level, begin, end);
        begin = end;
    }
    for (int branch = 0; branch < std::ssize(m_branches); ++branch)
        if (m_branches[static_cast<std::size_t>(branch)].bottom < 0)
            endBranch(branch, m_lowest);
    RegionLevels levels = gathered();
    clear();
    return levels;
}

void RegionLevelsBuilder::addLevel(int level, std::size_t begin, std::size_t end)
{
    for (std::size_t i = begin; i < end; ++i) {
        const std::uint32_t pixel = m_order[i];
        m_parent[pixel] = pixel;
        forNeighbours(pixel, [&](std::uint32_t other) {
            if (m_parent[other] != notReached)
                join(pixel, other, level);
        });
        touch(pixel, level);
    }
    recordAreas(level);
}

/// The region of the pixel has grown, or appeared.
void RegionLevelsBuilder::touch(std::uint32_t pixel, int level)
{
    const std::uint32_t root = find(pixel);
    if (m_branch[root] < 0) {
        m_branch[root] = static_cast<int>(m_branches.size());
        m_branches.push_back({level, -1, {}, root, false});
    }
    Open &branch = m_branches[static_cast<std::size_t>(m_branch[root])];
    branch.root = root;
    if (!std::exchange(branch.touched, true))
        m_touched.push_back(m_branch[root]);
}

void RegionLevelsBuilder::join(std::uint32_t pixel, std::uint32_t other, int level)
{
    std::uint32_t into = find(pixel);
    std::uint32_t from = find(other);
    if (into == from)
        return;
    if (m_area[into] < m_area[from])
        std::swap(into, from);
    m_parent[from] = into;
    m_area[into] += m_area[from];
    int stays = m_branch[into];
    int ends = m_branch[from];
    if (stays < 0 || (ends >= 0 && std::pair(m_branches[static_cast<std::size_t>(ends)].top, stays) >
                                       std::pair(m_branches[static_cast<std::size_t>(stays)].top, ends)))
        std::swap(stays, ends); // the higher peak goes on, among equals the one that was there first
    if (ends >= 0)
        endBranch(ends, level + 1);
    m_branch[into] = stays;
    if (stays >= 0)
        m_branches[static_cast<std::size_t>(stays)].root = into;
}

void RegionLevelsBuilder::endBranch(int branch, int bottom)
{
    Open &open = m_branches[static_cast<std::size_t>(branch)];
    open.bottom = bottom;
    if (bottom <= open.top)
        open.areas.resize(static_cast<std::size_t>(open.top - bottom + 1), open.areas.back());
}

void RegionLevelsBuilder::recordAreas(int level)
{
    for (const int index : m_touched) {
        Open &branch = m_branches[static_cast<std::size_t>(index)];
        branch.touched = false;
        if (branch.bottom >= 0)
            continue;
        if (branch.top > level) // as it was at the levels between
            branch.areas.resize(static_cast<std::size_t>(branch.top - level), branch.areas.back());
        branch.areas.push_back(m_area[find(branch.root)]);
    }
    m_touched.clear();
}

std::uint32_t RegionLevelsBuilder::find(std::uint32_t pixel)
{
    while (m_parent[pixel] != pixel) {
        m_parent[pixel] = m_parent[m_parent[pixel]];
        pixel = m_parent[pixel];
    }
    return pixel;
}

template <typename Visit>
void RegionLevelsBuilder::forNeighbours(std::uint32_t pixel, Visit visit) const
{
    const std::size_t row = m_rows[pixel];
    const int x = m_columns[pixel];
    if (pixel > m_rowStart[row] && m_columns[pixel - 1] == x - 1)
        visit(pixel - 1);
    if (pixel + 1 < m_rowStart[row + 1] && m_columns[pixel + 1] == x + 1)
        visit(pixel + 1);
    if (row > 0)
        forRow(row - 1, x, visit);
    if (row + 2 < m_rowStart.size())
        forRow(row + 1, x, visit);
}

/// The three pixels of a row beside a column.
template <typename Visit>
void RegionLevelsBuilder::forRow(std::size_t row, int x, Visit visit) const
{
    const auto begin = m_columns.begin() + m_rowStart[row];
    const auto end = m_columns.begin() + m_rowStart[row + 1];
    for (auto at = std::lower_bound(begin, end, x - 1); at != end && *at <= x + 1; ++at)
        visit(static_cast<std::uint32_t>(at - m_columns.begin()));
}

RegionLevels RegionLevelsBuilder::gathered() const
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < m_branches.size(); ++i)
        if (m_branches[i].bottom <= m_branches[i].top)
            order.push_back(i);
    std::ranges::stable_sort(order, std::ranges::greater(), [this](std::size_t i) { return m_branches[i].top; });
    RegionLevels levels;
    levels.m_scale = m_scale;
    levels.m_lowestKnown = m_lowest;
    for (const std::size_t i : order) {
        const Open &branch = m_branches[i];
        levels.m_branches.push_back({branch.top, branch.bottom, levels.m_areas.size()});
        levels.m_areas.insert(levels.m_areas.end(), branch.areas.begin(), branch.areas.end());
    }
    return levels;
}

void RegionLevelsBuilder::clear()
{
    m_lowest = 0;
    m_columns.clear();
    m_levels.clear();
    m_rowStart.assign(1, 0);
    m_branches.clear();
}

} // namespace patina
