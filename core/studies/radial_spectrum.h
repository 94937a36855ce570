#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace patina {

inline constexpr int spectrumSidePx = 128;
inline constexpr int spectrumBands = 24;

/// The power of an image by spatial frequency, whatever the direction: Welch's method over squares of 128 px that
/// overlap by half, each without its mean and under a Hann window; frequencies in bands of equal width from 1/128 to
/// 1/2 per pixel. In decibels. \param grey CV_32FC1, 128 px a side or more. \returns spectrumBands values; empty for a
/// smaller image.
std::vector<double> radialSpectrum(const cv::Mat &grey);

/// Root mean square of the differences of two mean spectra, in decibels, after the difference of their levels is taken
/// out: exposure and contrast are no part of a texture's form.
double spectrumDistance(const std::vector<double> &a, const std::vector<double> &b);

} // namespace patina
