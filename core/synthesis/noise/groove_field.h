#pragma once

#include <opencv2/core.hpp>

#include <cstdint>

namespace patina::synthesis {

/// One scale of a brushed texture: marks of abrasive grains, strewn evenly, each a long lens-shaped groove or ridge
/// that fades in and out. A sum over scales of such marks has the long anisotropic streaks of real brushing; it is
/// sparse convolution noise (Lewis 1989) with marks as its kernel.
struct GrooveScale
{
    double halfWidthPx = 1.2; ///< at least 1: narrower marks would alias
    double lengthPx = 100.0;
    double coverage = 1.0;  ///< marks over a pixel, on average
    double deviation = 1.0; ///< of the field that the marks sum to
    double spreadDeg = 0.8; ///< deviation of a mark's direction
    std::uint64_t key = 0;
};

/// Adds the field of one scale to `plane` (area.height x area.width).
/// \param cosine, sine direction of the brushing.
void addGrooves(const GrooveScale &scale, double cosine, double sine, const cv::Rect &area, cv::Mat1f &plane);

} // namespace patina::synthesis
