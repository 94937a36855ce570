#pragma once

#include <opencv2/core.hpp>

namespace patina::synthesis {

/// How a camera saw a surface, told from its image alone: what is put into the image has to look the same.
struct PhotoLook
{
    double blurPx = 0.0;        ///< deviation of the blur of its sharpest edges
    double noisePerLight = 0.0; ///< variance of the noise over the light, linear, 1 = white
    /// Share of that variance that each colour has for itself: 1 of bare sensors, near 0 where a camera smoothed the
    /// colours or stored fewer of them than pixels, as nearly every JPEG does; 0 without colours.
    double noiseInColour = 0.0;
    double texture = 0.0; ///< deviation of the fine texture over the light, linear: the median of all places
    /// Share of the contrast that is between regions (an eighth of each side) and no even falloff of the light: little
    /// for a texture, much where the shape of a part shows.
    double shapeShare = 0.0;
};

/// \param pixels one or three channels of so many bits, at least 64 a side.
PhotoLook lookOf(const cv::Mat &pixels, int bitDepth = 8);

} // namespace patina::synthesis
