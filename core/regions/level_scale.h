#pragma once

#include "core/base/result.h"

#include <vector>

namespace patina {

/// Thresholds at even distances: level k is (first + k) / perUnit, so that with 100 levels to a unit 0.57 is exactly
/// the number that is typed as 0.57.
struct LevelScale
{
    static constexpr int mostLevels = 1 << 16;

    int perUnit = 100; ///< levels to a unit of the score, 1..10000
    int first = 50;    ///< the lowest threshold, times perUnit; -10^6..10^6
    int count = 1000;  ///< of levels, 1..mostLevels; scores above the last are at the last

    double threshold(int level) const { return static_cast<double>(first + level) / perUnit; }
    /// The lowest level whose threshold is at or above `threshold`; `count` where there is none.
    int levelFor(double threshold) const;
    /// Errors: BadArgument (a value outside its range).
    Result<void> check() const;

    bool operator==(const LevelScale &) const = default;
};

/// Hundredths from half of the lowest threshold that anything is asked at, 4000 of them.
LevelScale levelsBelow(double threshold);

/// Which level a score is at: the last whose threshold it reaches.
class LevelFinder
{
public:
    /// \param scale as check() takes it.
    explicit LevelFinder(const LevelScale &scale);

    /// The smallest score at a level.
    float lowest(int level = 0) const { return m_floats[static_cast<std::size_t>(level)]; }
    /// \param score at or above lowest(0). \returns 0..count - 1.
    int level(float score) const;

private:
    LevelScale m_scale;
    std::vector<float> m_floats; ///< smallest float32 that reaches the level
};

} // namespace patina
