#include "core/synthesis/camera/thin_film.h"

#include "core/synthesis/noise/portable_math.h"

namespace patina::synthesis {

namespace {

constexpr double filmIndex = 1.48; ///< dried salts of tap water

/// Just enough complex arithmetic; std::complex's division is not the same on every library.
struct Complex
{
    double re = 0.0;
    double im = 0.0;
};
Complex operator+(Complex a, Complex b)
{
    return {a.re + b.re, a.im + b.im};
}
Complex operator-(Complex a, Complex b)
{
    return {a.re - b.re, a.im - b.im};
}
Complex operator*(Complex a, Complex b)
{
    return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}
Complex operator/(Complex a, Complex b)
{
    const double n = b.re * b.re + b.im * b.im;
    return {(a.re * b.re + a.im * b.im) / n, (a.im * b.re - a.re * b.im) / n};
}
double squaredAbs(Complex a)
{
    return a.re * a.re + a.im * a.im;
}

/// Complex index of steel, a straight line through its measured values between 400 and 700 nm.
Complex steelIndex(double wavelengthNm)
{
    const double t = (wavelengthNm - 400.0) / 300.0;
    return {2.0 + 0.95 * t, -(2.7 + 1.0 * t)};
}

double reflectance(double wavelengthNm, double thicknessNm)
{
    const Complex film{filmIndex, 0.0};
    const Complex steel = steelIndex(wavelengthNm);
    const Complex front{(1.0 - filmIndex) / (1.0 + filmIndex), 0.0};
    const Complex back = (film - steel) / (film + steel);
    const SineCosine phase = sineCosineTurns(2.0 * filmIndex * thicknessNm / wavelengthNm);
    const Complex round = back * Complex{phase.cosine, -phase.sine};
    return squaredAbs((front + round) / (Complex{1.0, 0.0} + front * round));
}

Rgb tintAt(double thicknessNm)
{
    constexpr double centresNm[] = {605.0, 540.0, 460.0};
    constexpr double deviationNm = 36.0;
    Rgb tint{};
    for (std::size_t channel = 0; channel < 3; ++channel) {
        double with = 0.0;
        double without = 0.0;
        for (double wavelength = 400.0; wavelength <= 700.0; wavelength += 10.0) {
            const double d = (wavelength - centresNm[channel]) / deviationNm;
            const double sensitivity = exponential(-0.5 * d * d);
            with += sensitivity * reflectance(wavelength, thicknessNm);
            without += sensitivity * reflectance(wavelength, 0.0);
        }
        tint[channel] = static_cast<float>(with / without);
    }
    return tint;
}

} // namespace

ThinFilmTint::ThinFilmTint()
{
    for (double thickness = 0.0; thickness <= 3000.0; thickness += static_cast<double>(stepNm))
        m_ratio.push_back(tintAt(thickness));
}

} // namespace patina::synthesis
