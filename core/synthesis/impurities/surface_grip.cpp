#include "core/synthesis/impurities/surface_grip.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr int probePx = 96;

} // namespace

SurfaceGrip::SurfaceGrip(const Place &place, float x, float y) : m_surface(place.surface)
{
    if (m_surface == nullptr)
        return;
    const cv::Rect probe(static_cast<int>(x) - probePx / 2, static_cast<int>(y) - probePx / 2, probePx, probePx);
    cv::Mat1f height(probe.size(), 0.0F);
    m_surface->addHeight(probe, height);
    double sum = 0.0;
    double squares = 0.0;
    for (const float value : height) {
        const auto h = static_cast<double>(value);
        sum += h;
        squares += h * h;
    }
    constexpr double count = static_cast<double>(probePx) * probePx;
    const double mean = sum / count;
    const double deviation = std::sqrt(std::max(0.0, squares / count - mean * mean));
    m_meanUm = static_cast<float>(mean);
    m_perDeviation = deviation > 1e-6 ? static_cast<float>(1.0 / deviation) : 0.0F;
}

cv::Mat1f SurfaceGrip::relief(const cv::Rect &area) const
{
    cv::Mat1f height(area.size(), 0.0F);
    if (m_surface == nullptr || m_perDeviation <= 0.0F)
        return height;
    m_surface->addHeight(area, height);
    for (float &value : height)
        value = std::clamp((value - m_meanUm) * m_perDeviation, -2.5F, 2.5F);
    return height;
}

} // namespace patina::synthesis
