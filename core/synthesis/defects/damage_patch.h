#pragma once

#include "core/synthesis/models.h"
#include "core/synthesis/noise/counter_random.h"

#include <cstdint>

namespace patina::synthesis {

/// What a defect does to one point.
struct DamagePoint
{
    float heightUm = 0.0F;
    float smear = 0.0F;
    float alpha2 = 0.0F;
    float cavity = 0.0F;
    float rust = 0.0F;
    float removed = 0.0F;
};

inline constexpr double largestPatchPx = 2048.0;

/// Of a lamp that the half vector leans away from by the slope `half`: the tangent of its angle to the normal.
inline float lampTangent(float half)
{
    constexpr float grazing = 0.9F; // of 1: the lamp on the horizon
    const float t = half < grazing ? half : grazing;
    return 2.0F * t / (1.0F - t * t);
}

/// A compact defect: worked out once over its box when it is made, so that strips only copy. What it may depend on, the
/// horizon of its own walls included, is therefore free of where strips end.
class PatchDefect : public DefectModel
{
public:
    cv::Rect bounds() const override { return m_box; }
    void addTo(const cv::Rect &area, DamagePlanes &damage) const override;
    void mark(const cv::Rect &area, const cv::Mat1f &changeUm, cv::Mat1b &mask) const override;
    float maskThresholdUm() const override { return m_maskThresholdUm; }
    nlohmann::ordered_json parameters() const override { return m_parameters; }

protected:
    PatchDefect() : m_planes(cv::Size(0, 0)) {}

    /// Draws a place (or takes place.centrePx) where the box fits into the image, and opens empty planes there.
    /// \param halfXPx, halfYPx of the box.
    void open(CounterRandom &random, const Place &place, double halfXPx, double halfYPx);
    /// The same at a given place; what of the box lies outside of the image is cut off.
    void openAt(double centreX, double centreY, const Place &place, double halfXPx, double halfYPx);

    /// at(x, y) for each pixel, x and y in pixels from the centre; mean of `samples` x `samples` points a pixel.
    template <typename At>
    void fill(int samples, const At &at);

    /// Light lost between walls, and the mask: where |height| exceeds `fraction` of the depth, gaps up to
    /// `bridgedPx` and holes closed.
    void finish(double mmPerPixel, double depthUm, double fraction, int bridgedPx = 1);
    void shadeCavities(double mmPerPixel);
    void castShadows(float perPixelUm);

    cv::Rect m_box;
    double m_centreX = 0.0;
    double m_centreY = 0.0;
    DamagePlanes m_planes;
    cv::Mat1b m_mask;
    float m_maskThresholdUm = 0.0F;
    float m_shadowX = 0.0F; ///< Place::shadowX, shadowY
    float m_shadowY = 0.0F;
    nlohmann::ordered_json m_parameters;
};

/// A length in pixels: at least `least`, and small enough for the image and for a patch.
double patchLengthPx(double mm, const Place &place, double least, double largestShare = 0.8);

/// 1 plus `roughness` times a noise that is continuous around the circle: radius of an outline over its mean.
/// \param x, y of the unit circle. \param waves about how many bays it has.
float wobble(std::uint64_t key, float x, float y, float waves, float roughness);

template <typename At>
void PatchDefect::fill(int samples, const At &at)
{
    const float step = 1.0F / static_cast<float>(samples);
    const float share = step * step;
    for (int y = 0; y < m_box.height; ++y)
        for (int x = 0; x < m_box.width; ++x) {
            DamagePoint sum;
            for (int k = 0; k < samples * samples; ++k) {
                const auto offsetX = (static_cast<float>(k % samples) + 0.5F) * step - 0.5F;
                const auto offsetY = (static_cast<float>(k / samples) + 0.5F) * step - 0.5F;
                const DamagePoint point = at(static_cast<float>(m_box.x + x - m_centreX) + offsetX,
                                             static_cast<float>(m_box.y + y - m_centreY) + offsetY);
                sum.heightUm += point.heightUm * share;
                sum.smear += point.smear * share;
                sum.alpha2 += point.alpha2 * share;
                sum.cavity += point.cavity * share;
                sum.rust += point.rust * share;
                sum.removed += point.removed * share;
            }
            m_planes.heightUm(y, x) = sum.heightUm;
            m_planes.smear(y, x) = sum.smear;
            m_planes.alpha2(y, x) = sum.alpha2;
            m_planes.cavity(y, x) = sum.cavity;
            m_planes.rust(y, x) = sum.rust;
            m_planes.removed(y, x) = sum.removed;
        }
}

} // namespace patina::synthesis
