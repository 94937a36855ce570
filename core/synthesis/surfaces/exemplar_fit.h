#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <vector>

namespace patina::synthesis {

/// The direction of the marks on a surface, by the structure tensor.
struct ExemplarGrain
{
    double directionDeg = 0.0;
    double coherence = 0.0; ///< 0: none, 1: all marks are parallel
};
ExemplarGrain grainOf(const cv::Mat1f &brightness);

/// What is taken from one image to make more like it.
struct ExemplarFit
{
    static constexpr int quantileSteps = 512;

    int channels = 3; ///< 1 or 3 (B, G, R)
    cv::Size size;    ///< of the image
    /// Light falloff of the sRGB-encoded image, 0..1: c0 + c1 x + c2 y + c3 x^2 + c4 x y + c5 y^2, x and y from -1 to 1
    /// over the image.
    std::array<std::array<double, 6>, 3> falloff{};
    /// Texture = pixel / falloff - 1 in decorrelated colours: axis k of channel c.
    cv::Matx33f axes = cv::Matx33f::eye();
    std::array<std::vector<float>, 3> quantiles; ///< of each decorrelated colour, at even steps of probability
    std::array<cv::Mat1f, 3> spot; ///< the made-Gaussian patch: its periodic component under a window, energy 1
    double noise = 0.0;            ///< deviation of the pixel noise, 8-bit steps: told, not used (it is in the spot)
};

/// \param pixels CV_8UC1 or CV_8UC3, at least 64 a side.
ExemplarFit fitExemplar(const cv::Mat &pixels);

/// Periodic plus smooth decomposition (Moisan 2011): the image without the cross in its spectrum that the jump from
/// one edge to the other makes. Mean 0.
cv::Mat1f periodicComponent(const cv::Mat1f &image);

} // namespace patina::synthesis
