#pragma once

#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/surfaces/retake_ranges.h"

#include <nlohmann/json.hpp>
#include <opencv2/core.hpp>

#include <vector>

namespace patina::synthesis {

/// A photo taken once more: pose, light, focus and noise drawn from the ranges. What lies beyond the photo is its
/// mirror image. The pixels do not depend on the rectangle that is asked for.
class PhotoRetake
{
public:
    PhotoRetake(const RetakeRanges &ranges, cv::Size image, std::uint64_t key);

    /// Nothing differs from the photo.
    bool isIdentity() const { return m_identity; }
    bool mirrored() const { return m_mirrored; }
    double turnDeg() const { return m_turnDeg; }
    double magnification() const { return m_magnification; }
    double defocusPx() const { return m_defocusPx; }
    /// \param photo CV_8U or CV_16U, 1 or 3 channels. \param white code of white in it.
    /// \param corner where the image lies in it without a shift.
    /// \param seen linear B, G, R on [0, 1] or a little over, as large as `area`.
    void show(const cv::Mat &photo, int white, cv::Point corner, const cv::Rect &area, cv::Mat3f &seen) const;
    /// Where a place of the photo is seen: the way back of what show() samples.
    cv::Point2d pixelOf(cv::Point2d inPhoto, cv::Point corner) const;
    nlohmann::ordered_json parameters() const;

private:
    void createKernel();
    template <typename Code>
    void sample(const cv::Mat &photo, cv::Point corner, const cv::Rect &area, cv::Mat3f &encoded) const;
    void blur(const cv::Mat3f &sharp, cv::Size size, cv::Mat3f &out) const;
    float lightAt(int x, int y) const;

    cv::Size m_image;
    std::uint64_t m_noiseKey;
    bool m_identity;
    bool m_mirrored;
    double m_exposureStops;
    double m_lightSlope;
    double m_lightDeg;
    cv::Point2d m_shiftPx;
    double m_turnDeg;
    double m_magnification;
    double m_defocusPx;
    double m_noise8Bit;
    float m_gain;
    SineCosine m_light;
    SineCosine m_turn;
    std::vector<float> m_kernel; ///< of the defocus, centre first
};

} // namespace patina::synthesis
