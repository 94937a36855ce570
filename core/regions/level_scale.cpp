#include "core/regions/level_scale.h"

#include "core/regions/runs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr int largestPerUnit = 10'000;
constexpr int largestFirst = 1'000'000;

} // namespace

int LevelScale::levelFor(double threshold) const
{
    if (!(threshold <= this->threshold(count - 1)))
        return count;
    if (threshold <= this->threshold(0))
        return 0;
    int level = static_cast<int>(std::floor(threshold * perUnit)) - first;
    level = std::clamp(level, 0, count - 1);
    while (level > 0 && this->threshold(level - 1) >= threshold)
        --level;
    while (this->threshold(level) < threshold)
        ++level;
    return level;
}

Result<void> LevelScale::check() const
{
    if (perUnit < 1 || perUnit > largestPerUnit || first < -largestFirst || first > largestFirst || count < 1 ||
        count > mostLevels)
        return fail(ErrorCode::BadArgument,
                    fmt::format("a scale of {} levels from {} on, {} to a unit, cannot be", count, first, perUnit));
    return {};
}

LevelScale levelsBelow(double threshold)
{
    constexpr int perUnit = 100;
    constexpr int levels = 4000;
    constexpr double largest = largestFirst;
    return {perUnit, static_cast<int>(std::floor(std::clamp(threshold * perUnit / 2, -largest, largest))), levels};
}

LevelFinder::LevelFinder(const LevelScale &scale) : m_scale(scale)
{
    m_floats.reserve(static_cast<std::size_t>(scale.count));
    for (int level = 0; level < scale.count; ++level)
        m_floats.push_back(floatThreshold(scale.threshold(level)));
}

int LevelFinder::level(float score) const
{
    const double guess = std::floor(static_cast<double>(score) * m_scale.perUnit) - m_scale.first;
    int level = static_cast<int>(std::clamp(guess, 0.0, static_cast<double>(m_scale.count - 1)));
    while (level > 0 && score < m_floats[static_cast<std::size_t>(level)])
        --level;
    while (level + 1 < m_scale.count && score >= m_floats[static_cast<std::size_t>(level) + 1])
        ++level;
    return level;
}

} // namespace patina
