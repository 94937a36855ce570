#pragma once

#include "core/synthesis/camera/camera_ranges.h"
#include "core/synthesis/models.h"
#include "core/synthesis/noise/counter_random.h"

#include <vector>

namespace patina::synthesis {

/// Lens blur, photon and read noise (linear model of EMVA 1288), sRGB curve (IEC 61966-2-1), 8 to 16 bits.
/// The noise of a pixel depends on its place and on how much light it gets, on nothing else.
class Sensor
{
public:
    /// \param material of the surface: one that a camera saw brings the blur and the noise of that camera.
    /// \param bitDepth one of synthesisBitDepths().
    Sensor(const CameraRanges &ranges, const Material &material, int bitDepth, std::uint64_t key);

    int depth() const { return m_bitDepth > 8 ? CV_16U : CV_8U; } ///< of its images
    double exposure() const { return m_exposure; }
    double vignetting() const { return m_vignetting; }
    /// How far a pixel's light spreads.
    int blurReachPx() const { return static_cast<int>(m_kernel.size()) - 1; }

    /// \param light linear B, G, R, larger than `area` by blurReachPx() on each side.
    /// \param image becomes as large as `area`: CV_8UC3, or CV_16UC3 of more than 8 bits.
    void expose(const cv::Mat3f &light, const cv::Rect &area, cv::Mat &image) const;
    /// For surfaces as a camera saw them: what the lens blurs is the change of the light; noise is in `seen` already.
    /// \param change larger than `area` by blurReachPx() on each side. \param seen linear B, G, R, as large as `area`.
    /// \param removed share of each pixel of `seen` that is not what the camera saw, so that its noise is missing, as
    /// large as `area`; empty: none.
    void exposeSeen(const cv::Mat3f &change, const cv::Mat3f &seen, const cv::Mat1f &removed, const cv::Rect &area,
                    cv::Mat &image) const;
    /// As it was before anything changed it, 8 bits.
    cv::Mat3b untouched(const cv::Mat3f &seen) const;
    nlohmann::ordered_json parameters() const;

private:
    void createKernel();
    void createCurve();
    template <typename Code>
    Code encode(float linear) const;
    template <typename Code>
    void exposeAs(const cv::Mat3f &light, const cv::Rect &area, cv::Mat &image) const;
    template <typename Code>
    void exposeSeenAs(const cv::Mat3f &change, const cv::Mat3f &seen, const cv::Mat1f &removed, const cv::Rect &area,
                      cv::Mat &image) const;
    template <typename Code>
    void exposeRow(const float *light, cv::Point from, int columns, cv::Vec<Code, 3> *out) const;
    float missingNoise(float before, float change, float removed) const;

    double m_blurPx = 0.0;
    double m_exposure = 0.0;
    double m_vignetting = 0.0;
    double m_fullWell = 0.0;
    double m_readNoise = 0.0;
    float m_noisePerLight = 0.0F;
    float m_sharedNoise = 0.0F; ///< weights of the noise that all colours have and that each has for itself
    float m_ownNoise = 1.0F;
    int m_bitDepth;
    std::uint64_t m_noiseKey;
    std::vector<float> m_kernel;       ///< centre first
    std::vector<std::uint8_t> m_curve; ///< 8 bits
    std::vector<float> m_fineCurve;    ///< more: codes before they are rounded
};

} // namespace patina::synthesis
