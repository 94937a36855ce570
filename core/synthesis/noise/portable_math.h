#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

namespace patina::synthesis {

// Elementary functions out of IEEE additions, products and divisions only: the same bits on every machine, which the
// functions of the system's mathematical library do not promise. (std::sqrt, std::floor and std::abs are exact.)

inline constexpr double pi = 3.14159265358979323846;

/// sin(2 pi x) and cos(2 pi x), absolute error under 1e-12, |x| < 2^40.
struct SineCosine
{
    double sine;
    double cosine;
};
inline SineCosine sineCosineTurns(double turns)
{
    const double quarters = std::floor(turns * 4.0 + 0.5);
    const double a = (turns - quarters / 4.0) * (2.0 * pi); // |a| <= pi / 4
    const double q = a * a;
    const double s = a * (1 - q / 6 * (1 - q / 20 * (1 - q / 42 * (1 - q / 72 * (1 - q / 110 * (1 - q / 156))))));
    const double c = 1 - q / 2 * (1 - q / 12 * (1 - q / 30 * (1 - q / 56 * (1 - q / 90 * (1 - q / 132)))));
    switch (static_cast<std::int64_t>(quarters) & 3) {
    case 0:
        return {s, c};
    case 1:
        return {c, -s};
    case 2:
        return {-s, -c};
    default:
        return {-c, s};
    }
}
inline SineCosine sineCosineDegrees(double degrees)
{
    return sineCosineTurns(degrees / 360.0);
}

/// e^x, relative error under 1e-12; 0 below -700, finite up to 700.
inline double exponential(double x)
{
    if (x < -700.0)
        return 0.0;
    const double n = std::floor(x * 1.4426950408889634 + 0.5);
    const double r = x - n * 0.69314718055994531;
    double term = 1.0;
    double sum = 1.0;
    for (int i = 1; i <= 13; ++i)
        sum += term = term * r / i;
    return std::ldexp(sum, static_cast<int>(n));
}

/// Natural logarithm of x > 0, relative error under 1e-12.
inline double logarithm(double x)
{
    int exponent = 0;
    double mantissa = std::frexp(x, &exponent); // [0.5, 1)
    if (mantissa < 0.70710678118654752) {
        mantissa *= 2.0;
        --exponent;
    }
    const double z = (mantissa - 1.0) / (mantissa + 1.0); // |z| < 0.172
    const double q = z * z;
    double sum = 0.0;
    for (int i = 19; i >= 1; i -= 2)
        sum = sum * q + 1.0 / i;
    return 2.0 * z * sum + exponent * 0.69314718055994531;
}

inline double power(double base, double exponent)
{
    return base > 0.0 ? exponential(exponent * logarithm(base)) : 0.0;
}

/// e^x for x <= 0 in float, relative error under 1e-5: for the loops over pixels.
inline float fastExp(float x)
{
    if (!(x > -80.0F))
        return 0.0F;
    const float t = x * 1.44269504F;
    const float n = std::floor(t);
    const float r = (t - n) * 0.693147181F;
    const float p =
        1 + r * (1 + r * (0.5F + r * (0.166666667F + r * (0.0416666667F + r * (0.00833333F + r * 0.00138889F)))));
    return p * std::bit_cast<float>((static_cast<std::int32_t>(n) + 127) << 23);
}

/// 0 up to `from`, 1 from `to` on, a cubic with flat ends between.
inline float smoothStep(float from, float to, float x)
{
    const float t = (x - from) / (to - from);
    if (t <= 0.0F)
        return 0.0F;
    return t >= 1.0F ? 1.0F : t * t * (3.0F - 2.0F * t);
}

} // namespace patina::synthesis
