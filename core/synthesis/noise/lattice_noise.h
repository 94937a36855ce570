#pragma once

#include <cstdint>

namespace patina::synthesis {

/// Gradient noise on the integer lattice (Perlin 1985, 2002): zero at lattice points, about [-1, 1], quintic fade.
float gradientNoise1(std::uint64_t key, float x);
float gradientNoise2(std::uint64_t key, float x, float y);

/// Fractional Brownian motion: octaves of gradient noise, frequency doubled and amplitude halved each time
/// (Musgrave, Kolb and Mace 1989), about [-1, 1].
float fbm1(std::uint64_t key, float x, int octaves);
float fbm2(std::uint64_t key, float x, float y, int octaves);

} // namespace patina::synthesis
