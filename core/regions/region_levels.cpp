#include "core/regions/region_levels.h"

#include "core/base/short_numbers.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace patina {

namespace {

constexpr std::array<std::uint8_t, 4> magic{'P', 'R', 'L', '1'};

/// Signed ones with the sign as the last bit.
void putSigned(std::vector<std::uint8_t> &bytes, std::int64_t number)
{
    appendShort(bytes, number < 0 ? (static_cast<std::uint64_t>(-(number + 1)) << 1) | 1
                                  : static_cast<std::uint64_t>(number) << 1);
}

class Reader : public ShortNumbers
{
public:
    using ShortNumbers::ShortNumbers;

    int signedNumber(int most)
    {
        const std::uint64_t coded = next(2 * static_cast<std::uint64_t>(most) + 1);
        const auto half = static_cast<int>(coded >> 1);
        return (coded & 1) != 0 ? -half - 1 : half;
    }
    bool skipped(std::span<const std::uint8_t> expected)
    {
        if (left() < expected.size() || !std::ranges::equal(expected, rest().first(expected.size())))
            return false;
        skip(expected.size());
        return true;
    }
};

} // namespace

std::int64_t RegionLevels::count(int level, std::int64_t minAreaPx) const
{
    std::int64_t found = 0;
    for (const Branch &branch : m_branches) {
        if (branch.top < level)
            break;
        found += branch.bottom <= level && area(branch, level) >= minAreaPx;
    }
    return found;
}

std::vector<std::int64_t> RegionLevels::areasAt(int level) const
{
    std::vector<std::int64_t> found;
    for (const Branch &branch : m_branches)
        if (branch.top >= level && branch.bottom <= level)
            found.push_back(area(branch, level));
    return found;
}

int RegionLevels::highestLevel(std::int64_t minAreaPx) const
{
    int highest = -1;
    for (const Branch &branch : m_branches) {
        if (branch.top <= highest)
            break;
        const auto begin = m_areas.begin() + static_cast<std::ptrdiff_t>(branch.areas);
        const auto end = begin + (branch.top - branch.bottom + 1);
        const auto large =
            std::lower_bound(begin, end, minAreaPx, [](std::uint32_t a, std::int64_t b) { return a < b; });
        if (large != end)
            highest = std::max(highest, branch.top - static_cast<int>(large - begin));
    }
    return highest;
}

std::size_t RegionLevels::bytes() const
{
    return m_branches.capacity() * sizeof(Branch) + m_areas.capacity() * sizeof(std::uint32_t);
}

std::vector<std::uint8_t> RegionLevels::encoded() const
{
    std::vector<std::uint8_t> bytes(magic.begin(), magic.end());
    appendShort(bytes, static_cast<std::uint64_t>(m_scale.perUnit));
    putSigned(bytes, m_scale.first);
    appendShort(bytes, static_cast<std::uint64_t>(m_scale.count));
    appendShort(bytes, static_cast<std::uint64_t>(m_lowestKnown));
    appendShort(bytes, m_branches.size());
    for (const Branch &branch : m_branches) {
        appendShort(bytes, static_cast<std::uint64_t>(branch.top));
        appendShort(bytes, static_cast<std::uint64_t>(branch.top - branch.bottom));
        std::uint32_t before = 0;
        for (int level = branch.top; level >= branch.bottom; --level)
            appendShort(bytes, area(branch, level) - std::exchange(before, area(branch, level)));
    }
    return bytes;
}

Result<RegionLevels> RegionLevels::decoded(std::span<const std::uint8_t> bytes)
{
    const auto unsound = [] { return fail(ErrorCode::BadFormat, "the table of an image's regions is damaged"); };
    Reader reader(bytes);
    if (!reader.skipped(magic))
        return unsound();
    constexpr std::uint64_t most = LevelScale::mostLevels;
    RegionLevels levels;
    levels.m_scale.perUnit = static_cast<int>(reader.next(most));
    levels.m_scale.first = reader.signedNumber(1 << 24);
    levels.m_scale.count = static_cast<int>(reader.next(most));
    levels.m_lowestKnown = static_cast<int>(reader.next(most));
    const std::uint64_t branches = reader.next(reader.left());
    if (reader.failed() || !levels.m_scale.check() || levels.m_lowestKnown > levels.m_scale.count)
        return unsound();
    int above = levels.m_scale.count - 1;
    for (std::uint64_t i = 0; i < branches && !reader.failed(); ++i) {
        const auto top = static_cast<int>(reader.next(static_cast<std::uint64_t>(above)));
        const auto length = static_cast<int>(reader.next(most));
        if (reader.failed() || top - length < levels.m_lowestKnown)
            return unsound();
        levels.m_branches.push_back({top, top - length, levels.m_areas.size()});
        above = top;
        std::uint64_t area = 0;
        for (int level = 0; level <= length && !reader.failed(); ++level) {
            area += reader.next(std::numeric_limits<std::uint32_t>::max() - area);
            if (area == 0)
                return unsound();
            levels.m_areas.push_back(static_cast<std::uint32_t>(area));
        }
    }
    if (reader.failed() || !reader.atEnd())
        return unsound();
    return levels;
}

bool RegionLevels::operator==(const RegionLevels &other) const
{
    const auto same = [](const Branch &a, const Branch &b) {
        return a.top == b.top && a.bottom == b.bottom && a.areas == b.areas;
    };
    return m_scale == other.m_scale && m_lowestKnown == other.m_lowestKnown && m_areas == other.m_areas &&
           std::ranges::equal(m_branches, other.m_branches, same);
}

} // namespace patina
