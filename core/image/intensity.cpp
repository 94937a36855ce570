#include "core/image/image_source.h"

#include <opencv2/imgproc.hpp>

#include <array>
#include <cassert>

namespace patina {

IntensityScale intensityScaleFor(int bitDepth, double largestValue)
{
    if (bitDepth <= 8)
        return {};
    for (const double fullScale : std::array{255.0, 1023.0, 4095.0, 16383.0}) {
        if (largestValue <= fullScale)
            return {0.0, fullScale};
    }
    return {0.0, 65535.0};
}

cv::Mat toNetworkRange(const cv::Mat &pixels, const IntensityScale &scale)
{
    assert(pixels.depth() == CV_8U || pixels.depth() == CV_16U);
    assert(scale.white > scale.black);
    // Channels first, on the narrow type; then one vectorised pass to float.
    cv::Mat rgb;
    cv::cvtColor(pixels, rgb, pixels.channels() == 1 ? cv::COLOR_GRAY2RGB : cv::COLOR_BGR2RGB);
    const double factor = 255.0 / (scale.white - scale.black);
    cv::Mat values;
    rgb.convertTo(values, CV_32F, factor, -scale.black * factor);
    return values;
}

} // namespace patina
