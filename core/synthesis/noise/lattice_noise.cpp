#include "core/synthesis/noise/lattice_noise.h"

#include "core/synthesis/noise/counter_random.h"

#include <cmath>

namespace patina::synthesis {

namespace {

float fade(float t)
{
    return t * t * t * (t * (t * 6.0F - 15.0F) + 10.0F);
}

float mixed(float a, float b, float t)
{
    return a + (b - a) * t;
}

/// The slope at a lattice point in [-1, 1].
float slope1(std::uint64_t key, std::int64_t i)
{
    return unit16(latticeKey(key, i, 0), 0) * 2.0F - 1.0F;
}

float slope2(std::uint64_t key, std::int64_t i, std::int64_t j, float x, float y)
{
    const std::uint64_t h = latticeKey(key, i, j);
    return (unit16(h, 0) * 2.0F - 1.0F) * x + (unit16(h, 1) * 2.0F - 1.0F) * y;
}

} // namespace

float gradientNoise1(std::uint64_t key, float x)
{
    const float base = std::floor(x);
    const auto i = static_cast<std::int64_t>(base);
    const float t = x - base;
    return 2.0F * mixed(slope1(key, i) * t, slope1(key, i + 1) * (t - 1.0F), fade(t));
}

float gradientNoise2(std::uint64_t key, float x, float y)
{
    const float baseX = std::floor(x);
    const float baseY = std::floor(y);
    const auto i = static_cast<std::int64_t>(baseX);
    const auto j = static_cast<std::int64_t>(baseY);
    const float tx = x - baseX;
    const float ty = y - baseY;
    const float u = fade(tx);
    const float top = mixed(slope2(key, i, j, tx, ty), slope2(key, i + 1, j, tx - 1.0F, ty), u);
    const float bottom =
        mixed(slope2(key, i, j + 1, tx, ty - 1.0F), slope2(key, i + 1, j + 1, tx - 1.0F, ty - 1.0F), u);
    return 1.4F * mixed(top, bottom, fade(ty));
}

float fbm1(std::uint64_t key, float x, int octaves)
{
    float sum = 0.0F;
    float amplitude = 0.6F;
    for (int octave = 0; octave < octaves; ++octave, amplitude *= 0.5F, x *= 2.0F)
        sum += amplitude * gradientNoise1(key + static_cast<std::uint64_t>(octave), x + 17.37F);
    return sum;
}

float fbm2(std::uint64_t key, float x, float y, int octaves)
{
    float sum = 0.0F;
    float amplitude = 0.6F;
    for (int octave = 0; octave < octaves; ++octave, amplitude *= 0.5F, x *= 2.0F, y *= 2.0F)
        sum += amplitude * gradientNoise2(key + static_cast<std::uint64_t>(octave), x + 17.37F, y + 5.71F);
    return sum;
}

} // namespace patina::synthesis
