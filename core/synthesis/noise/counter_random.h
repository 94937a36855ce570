#pragma once

#include "core/synthesis/noise/portable_math.h"
#include "core/synthesis/range.h"

#include <cstdint>
#include <string_view>

namespace patina::synthesis {

// Random numbers as a function of (key, counter): no state to share between threads, pixels can be drawn in any
// order, and the numbers are the same on every machine. The mixing function is that of SplitMix64 (Steele, Lea and
// Flood 2014, "Fast splittable pseudorandom number generators").

inline std::uint64_t mix64(std::uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

/// A key for a part of a whole: the parts' numbers are independent of each other.
inline std::uint64_t subKey(std::uint64_t key, std::uint64_t part)
{
    return mix64(mix64(key + 0x9E3779B97F4A7C15ULL) ^ (part * 0xD1342543DE82EF95ULL + 0x632BE59BD9B4E019ULL));
}

/// A key for a named part (FNV-1a of the name).
inline std::uint64_t subKey(std::uint64_t key, std::string_view name)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return subKey(key, hash);
}

/// A key for a place on an integer lattice.
inline std::uint64_t latticeKey(std::uint64_t key, std::int64_t x, std::int64_t y)
{
    return mix64(key ^ mix64(static_cast<std::uint64_t>(x) * 0x9E3779B97F4A7C15ULL ^
                             static_cast<std::uint64_t>(y) * 0xC2B2AE3D27D4EB4FULL));
}

/// The `part`-th (0..3) 16 bits of a key as a number in [0, 1).
inline float unit16(std::uint64_t key, int part)
{
    return static_cast<float>((key >> (16 * part)) & 0xFFFF) * (1.0F / 65536.0F);
}

/// Mean 0, deviation 1, from the sum of four 16-bit uniforms (Irwin-Hall): smooth, limited to +-3.46.
inline float pixelGaussian(std::uint64_t key)
{
    const std::uint64_t pairs = (key & 0x0000FFFF0000FFFFULL) + ((key >> 16) & 0x0000FFFF0000FFFFULL);
    const auto sum = static_cast<std::uint32_t>(pairs) + static_cast<std::uint32_t>(pairs >> 32);
    return (static_cast<float>(sum) - 131070.0F) * (1.7320508F / 65536.0F);
}

/// A sequence of draws from one key.
class CounterRandom
{
public:
    explicit CounterRandom(std::uint64_t key) : m_key(key) {}

    std::uint64_t next() { return subKey(m_key, m_counter++); }
    /// In [0, 1).
    double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    double in(const Range &range) { return uniform(range.low, range.high); }
    /// Every order of magnitude alike; both ends over 0.
    double logIn(const Range &range) { return range.low * exponential(uniform() * logarithm(range.high / range.low)); }
    /// A whole number of the range, both ends included.
    int wholeIn(const Range &range)
    {
        const double low = std::ceil(range.low);
        const double count = std::floor(range.high) - low + 1.0;
        return static_cast<int>(low + std::floor(uniform() * (count > 1.0 ? count : 1.0)));
    }
    bool chance(double probability) { return uniform() < probability; }
    double sign() { return chance(0.5) ? 1.0 : -1.0; }
    /// Normal by Box and Muller (1958).
    double gaussian()
    {
        const double radius = std::sqrt(-2.0 * logarithm(1.0 - uniform()));
        return radius * sineCosineTurns(uniform()).cosine;
    }

private:
    std::uint64_t m_key;
    std::uint64_t m_counter = 0;
};

} // namespace patina::synthesis
