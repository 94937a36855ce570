#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace patina {

/// Rows sorted roughly by an upper bound of their squared distance: a level is a monotone function of the bound, so a
/// row of a lower level is nearer than any row of a higher one.
class BoundLevels
{
public:
    /// Levels are spread evenly over the distances up to the root of `largestSquared`.
    explicit BoundLevels(float largestSquared)
        : m_scale(largestSquared > 0.0F ? static_cast<float>(count - 2) / std::sqrt(largestSquared) : 0.0F)
    {
    }

    int levelOf(float squared) const
    {
        if (!(squared < std::numeric_limits<float>::infinity()))
            return count - 1;
        // Limited before it is a whole number: a row whose bound has overflowed may be far beyond the largest.
        return static_cast<int>(std::min(static_cast<float>(count - 2), std::sqrt(squared) * m_scale));
    }

    void put(std::int64_t row, int level)
    {
        m_levels[static_cast<std::size_t>(level)].push_back(row);
        m_top = std::max(m_top, level);
    }

    /// Moves whole levels, from the highest, to `rows` until it holds `wanted`. \returns the lowest level moved.
    int take(std::size_t wanted, std::vector<std::int64_t> &rows)
    {
        int lowest = m_top;
        while (m_top >= 0 && rows.size() < wanted) {
            auto &level = m_levels[static_cast<std::size_t>(m_top)];
            rows.insert(rows.end(), level.begin(), level.end());
            level = {};
            lowest = m_top--;
        }
        while (m_top >= 0 && m_levels[static_cast<std::size_t>(m_top)].empty())
            --m_top;
        return lowest;
    }

    bool empty() const { return m_top < 0; }
    /// Few levels are left for all the rows: they would be spread better anew.
    bool coarse() const { return m_top >= 0 && m_top < count / 4; }

private:
    static constexpr int count = 4096;

    std::vector<std::vector<std::int64_t>> m_levels{static_cast<std::size_t>(count)};
    float m_scale;
    int m_top = -1;
};

} // namespace patina
