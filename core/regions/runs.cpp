#include "core/regions/runs.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace patina {

int DisjointSets::find(int member)
{
    while (m_parent[static_cast<std::size_t>(member)] != member) {
        int &parent = m_parent[static_cast<std::size_t>(member)];
        parent = m_parent[static_cast<std::size_t>(parent)];
        member = parent;
    }
    return member;
}

int DisjointSets::join(int a, int b, int &absorbed)
{
    const int rootA = find(a);
    const int rootB = find(b);
    absorbed = rootA == rootB ? -1 : std::max(rootA, rootB);
    const int root = std::min(rootA, rootB);
    if (absorbed >= 0)
        m_parent[static_cast<std::size_t>(absorbed)] = root;
    return root;
}

void DisjointSets::reset(int sets)
{
    m_parent.resize(static_cast<std::size_t>(sets));
    for (int i = 0; i < sets; ++i)
        m_parent[static_cast<std::size_t>(i)] = i;
}

void appendRuns(std::span<const float> values, float threshold, const std::uint8_t *ignore, std::vector<Run> &runs)
{
    const int columns = static_cast<int>(values.size());
    const auto inside = [&](int x) {
        return values[static_cast<std::size_t>(x)] >= threshold && (ignore == nullptr || ignore[x] == 0);
    };
    for (int x = 0; x < columns; ++x) {
        if (!inside(x))
            continue;
        const int begin = x;
        while (x < columns && inside(x))
            ++x;
        runs.push_back({begin, x, -1});
    }
}

void appendRuns(std::span<const std::uint8_t> mask, std::vector<Run> &runs)
{
    const int columns = static_cast<int>(mask.size());
    for (int x = 0; x < columns;) {
        // Masks are nearly empty: skip eight bytes at a time.
        std::uint64_t eight = 0;
        if (columns - x >= 8) {
            std::memcpy(&eight, mask.data() + x, sizeof eight);
            if (eight == 0) {
                x += 8;
                continue;
            }
        }
        if (mask[static_cast<std::size_t>(x)] == 0) {
            ++x;
            continue;
        }
        const int begin = x;
        while (x < columns && mask[static_cast<std::size_t>(x)] != 0)
            ++x;
        runs.push_back({begin, x, -1});
    }
}

float floatThreshold(double threshold)
{
    constexpr float infinity = std::numeric_limits<float>::infinity();
    if (threshold > static_cast<double>(std::numeric_limits<float>::max()))
        return infinity;
    const auto nearest = static_cast<float>(threshold);
    return static_cast<double>(nearest) < threshold ? std::nextafter(nearest, infinity) : nearest;
}

} // namespace patina
