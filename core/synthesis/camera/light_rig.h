#pragma once

#include "core/synthesis/camera/light_ranges.h"
#include "core/synthesis/models.h"
#include "core/synthesis/noise/counter_random.h"

#include <cstdint>
#include <vector>

namespace patina::synthesis {

/// What one lamp sample sends to a place of a flat surface and how the camera sees it.
struct LightArrival
{
    float halfSlopeX = 0.0F; ///< height slope of the facets that mirror the sample into the camera
    float halfSlopeY = 0.0F;
    float weight = 0.0F;  ///< of the micro-facet distribution: irradiance and all terms that do not depend on the facet
    float diffuse = 0.0F; ///< irradiance over pi on level ground
    float leanX = 0.0F; ///< tangents of the light's direction: a slope s changes `diffuse` by 1 - leanX s.x - leanY s.y
    float leanY = 0.0F;
};

/// A bar or ring lamp as point samples over its length, and a camera above the image centre. Lengths in pixels.
class LightRig
{
public:
    LightRig(LightKind kind, const LightRanges &ranges, cv::Size image, const Material &material, std::uint64_t key);

    int samples() const { return static_cast<int>(m_samples.size()); }
    LightArrival arrival(int sample, float x, float y) const;
    /// The mean of all samples at the image centre.
    LightArrival middleArrival() const;
    /// Added to the squared GGX alphas along x and y of the image, so that neighbouring samples flow into each other.
    float widenX() const { return m_widenX; }
    float widenY() const { return m_widenY; }
    float ambient() const { return m_ambient; }
    const Rgb &lampColour() const { return m_lampColour; }
    const Rgb &ambientColour() const { return m_ambientColour; }
    nlohmann::ordered_json parameters() const;

private:
    void placeBar(double distancePx, double lengthPx);
    void placeRing(double distancePx, CounterRandom &random);
    void measureWidening();

    struct Point
    {
        float x;
        float y;
        float z;
        float power = 1.0F; ///< over the mean of all
    };
    LightKind m_kind;
    Material m_material;
    double m_azimuthDeg = 0.0;
    double m_tiltDeg = 0.0;
    double m_distanceDiagonals = 0.0;
    float m_ambient = 0.0F;
    float m_centreX = 0.0F;
    float m_centreY = 0.0F;
    float m_cameraZ = 0.0F;
    float m_power = 1.0F;
    float m_widenX = 0.0F;
    float m_widenY = 0.0F;
    Rgb m_lampColour{1.0F, 1.0F, 1.0F};
    Rgb m_ambientColour{1.0F, 1.0F, 1.0F};
    std::vector<Point> m_samples;
};

} // namespace patina::synthesis
