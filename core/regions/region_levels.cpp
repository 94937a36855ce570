#include "core/regions/region_levels.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace patina {

namespace {

constexpr std::array<std::uint8_t, 4> magic{'P', 'R', 'L', '1'};

/// Little-endian base 128, as in DWARF and Protocol Buffers.
void put(std::vector<std::uint8_t> &bytes, std::uint64_t number)
{
    for (; number >= 0x80; number >>= 7)
        bytes.push_back(static_cast<std::uint8_t>(number | 0x80));
    bytes.push_back(static_cast<std::uint8_t>(number));
}

/// Signed ones with the sign as the last bit.
void putSigned(std::vector<std::uint8_t> &bytes, std::int64_t number)
{
    put(bytes,
        number < 0 ? (static_cast<std::uint64_t>(-(number + 1)) << 1) | 1 : static_cast<std::uint64_t>(number) << 1);
}

class Reader
{
public:
    explicit Reader(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}
    bool failed() const { return m_failed; }
    bool atEnd() const { return m_at == m_bytes.size(); }
    std::size_t left() const { return m_bytes.size() - m_at; }

    /// \returns 0 where it is above `most` or cut off.
    std::uint64_t number(std::uint64_t most)
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 63 && m_at < m_bytes.size(); shift += 7) {
            const std::uint8_t byte = m_bytes[m_at++];
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if ((byte & 0x80) == 0)
                return value <= most ? value : fail();
        }
        return fail();
    }
    int signedNumber(int most)
    {
        const std::uint64_t coded = number(2 * static_cast<std::uint64_t>(most) + 1);
        const auto half = static_cast<int>(coded >> 1);
        return (coded & 1) != 0 ? -half - 1 : half;
    }
    bool skip(std::span<const std::uint8_t> expected)
    {
        if (left() < expected.size() || !std::ranges::equal(expected, m_bytes.subspan(m_at, expected.size())))
            return false;
        m_at += expected.size();
        return true;
    }

private:
    std::uint64_t fail()
    {
        m_failed = true;
        return 0;
    }

    std::span<const std::uint8_t> m_bytes;
    std::size_t m_at = 0;
    bool m_failed = false;
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
    put(bytes, static_cast<std::uint64_t>(m_scale.perUnit));
    putSigned(bytes, m_scale.first);
    put(bytes, static_cast<std::uint64_t>(m_scale.count));
    put(bytes, static_cast<std::uint64_t>(m_lowestKnown));
    put(bytes, m_branches.size());
    for (const Branch &branch : m_branches) {
        put(bytes, static_cast<std::uint64_t>(branch.top));
        put(bytes, static_cast<std::uint64_t>(branch.top - branch.bottom));
        std::uint32_t before = 0;
        for (int level = branch.top; level >= branch.bottom; --level)
            put(bytes, area(branch, level) - std::exchange(before, area(branch, level)));
    }
    return bytes;
}

Result<RegionLevels> RegionLevels::decoded(std::span<const std::uint8_t> bytes)
{
    const auto unsound = [] { return fail(ErrorCode::BadFormat, "the table of an image's regions is damaged"); };
    Reader reader(bytes);
    if (!reader.skip(magic))
        return unsound();
    constexpr std::uint64_t most = LevelScale::mostLevels;
    RegionLevels levels;
    levels.m_scale.perUnit = static_cast<int>(reader.number(most));
    levels.m_scale.first = reader.signedNumber(1 << 24);
    levels.m_scale.count = static_cast<int>(reader.number(most));
    levels.m_lowestKnown = static_cast<int>(reader.number(most));
    const std::uint64_t branches = reader.number(reader.left());
    if (reader.failed() || !levels.m_scale.check() || levels.m_lowestKnown > levels.m_scale.count)
        return unsound();
    int above = levels.m_scale.count - 1;
    for (std::uint64_t i = 0; i < branches && !reader.failed(); ++i) {
        const auto top = static_cast<int>(reader.number(static_cast<std::uint64_t>(above)));
        const auto length = static_cast<int>(reader.number(most));
        if (reader.failed() || top - length < levels.m_lowestKnown)
            return unsound();
        levels.m_branches.push_back({top, top - length, levels.m_areas.size()});
        above = top;
        std::uint64_t area = 0;
        for (int level = 0; level <= length && !reader.failed(); ++level) {
            area += reader.number(std::numeric_limits<std::uint32_t>::max() - area);
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
