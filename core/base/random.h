#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace patina {

/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same numbers on every machine, which the standard
/// library's distributions do not promise.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }

    /// Random(state()) goes on where this one is.
    std::uint64_t state() const { return m_state; }

    /// In [0, 1), 53 bits.
    double uniform() { return static_cast<double>(next() >> 11U) * 0x1p-53; }

    /// In [0, count), without bias (rejection). count > 0.
    std::uint64_t below(std::uint64_t count)
    {
        const std::uint64_t threshold = (0 - count) % count;
        std::uint64_t value = next();
        while (value < threshold)
            value = next();
        return value % count;
    }

    /// Mean 0, variance 1, within 6 deviations: the sum of twelve uniforms less 6 (Irwin-Hall). Additions only, where
    /// logarithm and cosine differ between libraries.
    double normal()
    {
        double sum = -6.0;
        for (int i = 0; i < 12; ++i)
            sum += uniform();
        return sum;
    }

private:
    std::uint64_t m_state;
};

/// Fisher-Yates: every order alike, and the same one on every machine. The last element is drawn first.
template <typename T>
void shuffle(std::vector<T> &values, Random &random)
{
    for (std::size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[static_cast<std::size_t>(random.below(i))]);
}

} // namespace patina
