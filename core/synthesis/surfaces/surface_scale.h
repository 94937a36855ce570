#pragma once

#include <opencv2/core.hpp>

#include <cmath>

namespace patina::synthesis {

/// The factor that gives a drawn shape the deviation asked for, measured over a probe of the plane.
/// \param draw draw(area, plane) adds the shape.
float scaleToDeviation(double deviation, auto &&draw)
{
    const cv::Rect probe(-384, -192, 384, 384);
    cv::Mat1f plane(probe.size(), 0.0F);
    draw(probe, plane);
    double sum = 0.0;
    double squares = 0.0;
    for (const float value : plane) {
        sum += static_cast<double>(value);
        squares += static_cast<double>(value) * static_cast<double>(value);
    }
    const double count = probe.area();
    const double variance = squares / count - sum / count * (sum / count);
    return variance > 0.0 ? static_cast<float>(deviation / std::sqrt(variance)) : 0.0F;
}

} // namespace patina::synthesis
