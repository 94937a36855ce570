#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace patina {

/// Columns [begin, end) of one row that belong together, and the set (before or after joining) they are in.
struct Run
{
    int begin = 0;
    int end = 0;
    int set = -1;

    bool operator==(const Run &) const = default;
};

/// Union-find with path halving. The root of a joined set is its oldest member, so sets that are made in raster order
/// keep the identity of their first pixel.
class DisjointSets
{
public:
    int make()
    {
        m_parent.push_back(static_cast<int>(m_parent.size()));
        return m_parent.back();
    }
    int find(int member);
    /// \returns the root of the joined set; `absorbed` is the other root, or -1 where they were one already.
    int join(int a, int b, int &absorbed);
    int size() const { return static_cast<int>(m_parent.size()); }
    void reset(int sets);

private:
    std::vector<int> m_parent;
};

/// Calls `touch(above index, row index)` for every pair of runs of two neighbouring rows that are 8-connected.
/// Both lists ascend and do not overlap within themselves.
template <typename Touch>
void forTouchingRuns(std::span<const Run> above, std::span<const Run> row, Touch touch)
{
    std::size_t a = 0;
    std::size_t b = 0;
    while (a < above.size() && b < row.size()) {
        // 8-connected: overlapping columns, or corners that meet.
        if (above[a].begin <= row[b].end && row[b].begin <= above[a].end)
            touch(a, b);
        if (above[a].end < row[b].end)
            ++a;
        else
            ++b;
    }
}

/// Appends the runs of values at or above `threshold`; `ignore` (null: nothing) excludes columns where it is over 0.
void appendRuns(std::span<const float> values, float threshold, const std::uint8_t *ignore, std::vector<Run> &runs);

/// Appends the runs of bytes over 0.
void appendRuns(std::span<const std::uint8_t> mask, std::vector<Run> &runs);

/// The smallest float32 not below `threshold`: `value >= float` decides as `double(value) >= threshold` does.
float floatThreshold(double threshold);

} // namespace patina
