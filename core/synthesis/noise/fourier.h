#pragma once

#include <vector>

namespace patina::synthesis {

struct Complex
{
    double re = 0.0;
    double im = 0.0;
};

enum class Transform { Forward, Inverse };

/// Discrete Fourier transform in place, rows x columns row-major; neither direction is scaled. Mixed radix (Cooley and
/// Tukey 1965) with the portable sine: the same bytes on every machine. Sides that are products of small numbers are
/// fast; any side works.
void fourier(std::vector<Complex> &data, int rows, int columns, Transform direction);

} // namespace patina::synthesis
