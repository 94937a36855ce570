#include "core/synthesis/camera/light_rig.h"

#include "core/synthesis/noise/counter_random.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr int barSamples = 7;
constexpr int ringSamples = 16;
constexpr double ringWidth = 1.25; ///< the tilt is that of its inner edge, the diodes stand further out
constexpr float cameraDiagonals = 3.0F;
constexpr double barLengthDiagonals = 1.7;

struct Vector
{
    float x;
    float y;
    float z;
};

Vector normalised(float x, float y, float z)
{
    const float scale = 1.0F / std::sqrt(x * x + y * y + z * z);
    return {x * scale, y * scale, z * scale};
}

/// Smith's lambda of the anisotropic GGX distribution (Heitz 2014, "Understanding the masking-shadowing function").
float smithLambda(const Vector &direction, const Material &material)
{
    const float u = direction.x * material.grainCosine + direction.y * material.grainSine;
    const float v = direction.y * material.grainCosine - direction.x * material.grainSine;
    const float au = material.alphaAlong * u;
    const float av = material.alphaAcross * v;
    return 0.5F * (std::sqrt(1.0F + (au * au + av * av) / (direction.z * direction.z)) - 1.0F);
}

} // namespace

LightRig::LightRig(LightKind kind, const LightRanges &ranges, cv::Size image, const Material &material,
                   std::uint64_t key)
    : m_kind(kind), m_material(material)
{
    CounterRandom random(key);
    m_azimuthDeg = random.in(ranges.azimuthDeg);
    m_tiltDeg = random.in(ranges.tiltDeg);
    m_distanceDiagonals = random.in(m_kind == LightKind::Bar ? ranges.distanceDiagonals : ranges.ringDistanceDiagonals);
    m_ambient = static_cast<float>(random.in(ranges.ambient));
    const auto warm = static_cast<float>(random.uniform(0.0, 0.03));
    m_lampColour = {1.0F + 0.5F * warm, 1.0F, 1.0F - warm};
    m_ambientColour = {0.95F, 0.985F, 1.04F};
    const double diagonal =
        std::sqrt(static_cast<double>(image.width) * image.width + static_cast<double>(image.height) * image.height);
    m_centreX = 0.5F * static_cast<float>(image.width);
    m_centreY = 0.5F * static_cast<float>(image.height);
    m_cameraZ = cameraDiagonals * static_cast<float>(diagonal);
    m_power = static_cast<float>(m_distanceDiagonals * m_distanceDiagonals * diagonal * diagonal);
    if (m_kind == LightKind::Bar)
        placeBar(m_distanceDiagonals * diagonal, barLengthDiagonals * diagonal);
    else
        placeRing(m_distanceDiagonals * diagonal, random);
    m_power /= static_cast<float>(m_samples.size());
    measureWidening();
}

void LightRig::placeBar(double distancePx, double lengthPx)
{
    const SineCosine azimuth = sineCosineDegrees(m_azimuthDeg);
    const SineCosine elevation = sineCosineDegrees(90.0 - 2.0 * m_tiltDeg); // the half vector leans half as far
    for (int i = 0; i < barSamples; ++i) {
        const double along = lengthPx * (static_cast<double>(i) / (barSamples - 1) - 0.5);
        const double out = distancePx * elevation.cosine;
        m_samples.push_back({m_centreX + static_cast<float>(out * azimuth.cosine - along * azimuth.sine),
                             m_centreY + static_cast<float>(out * azimuth.sine + along * azimuth.cosine),
                             static_cast<float>(distancePx * elevation.sine)});
    }
}

/// Groups of diodes, none as bright as the next, one side of the ring often weaker.
void LightRig::placeRing(double distancePx, CounterRandom &random)
{
    const double weakerSide = random.uniform(0.0, 0.3);
    const double weakerAt = random.uniform();
    const SineCosine elevation = sineCosineDegrees(90.0 - 2.0 * std::min(44.0, ringWidth * m_tiltDeg));
    for (int i = 0; i < ringSamples; ++i) {
        const double turns = static_cast<double>(i) / ringSamples;
        const SineCosine around = sineCosineTurns(m_azimuthDeg / 360.0 + turns);
        const double power = (1.0 + weakerSide * sineCosineTurns(turns + weakerAt).cosine) * random.uniform(0.85, 1.15);
        m_samples.push_back({m_centreX + static_cast<float>(distancePx * elevation.cosine * around.cosine),
                             m_centreY + static_cast<float>(distancePx * elevation.cosine * around.sine),
                             static_cast<float>(distancePx * elevation.sine), static_cast<float>(power)});
    }
}

/// Half the distance of neighbouring half vectors at the image centre, squared: samples become a continuous lamp.
void LightRig::measureWidening()
{
    double x = 0.0;
    double y = 0.0;
    for (int i = 1; i < samples(); ++i) {
        const LightArrival a = arrival(i - 1, m_centreX, m_centreY);
        const LightArrival b = arrival(i, m_centreX, m_centreY);
        const double dx = static_cast<double>(b.halfSlopeX) - static_cast<double>(a.halfSlopeX);
        const double dy = static_cast<double>(b.halfSlopeY) - static_cast<double>(a.halfSlopeY);
        x = std::max(x, dx * dx);
        y = std::max(y, dy * dy);
    }
    m_widenX = static_cast<float>(0.35 * x);
    m_widenY = static_cast<float>(0.35 * y);
}

LightArrival LightRig::arrival(int sample, float x, float y) const
{
    const Point &lamp = m_samples[static_cast<std::size_t>(sample)];
    const float dx = lamp.x - x;
    const float dy = lamp.y - y;
    const float irradiance = m_power * lamp.power / (dx * dx + dy * dy + lamp.z * lamp.z);
    const Vector light = normalised(dx, dy, lamp.z);
    const Vector view = normalised(m_centreX - x, m_centreY - y, m_cameraZ);
    const Vector half = normalised(light.x + view.x, light.y + view.y, light.z + view.z);
    const float masking = 1.0F / (1.0F + smithLambda(light, m_material) + smithLambda(view, m_material));
    const float cosine2 = half.z * half.z;
    LightArrival arrival;
    arrival.halfSlopeX = -half.x / half.z;
    arrival.halfSlopeY = -half.y / half.z;
    arrival.weight = irradiance * masking / (4.0F * view.z * cosine2 * cosine2 * static_cast<float>(pi));
    arrival.diffuse = irradiance * light.z / static_cast<float>(pi);
    arrival.leanX = light.x / light.z;
    arrival.leanY = light.y / light.z;
    return arrival;
}

LightArrival LightRig::middleArrival() const
{
    LightArrival mean;
    const float share = 1.0F / static_cast<float>(m_samples.size());
    for (int i = 0; i < samples(); ++i) {
        const LightArrival a = arrival(i, m_centreX, m_centreY);
        mean.halfSlopeX += a.halfSlopeX * share;
        mean.halfSlopeY += a.halfSlopeY * share;
        mean.weight += a.weight * share;
        mean.diffuse += a.diffuse * share;
    }
    return mean;
}

nlohmann::ordered_json LightRig::parameters() const
{
    return {{"kind", nameOf(m_kind)}, {"azimuthDeg", m_azimuthDeg},
            {"tiltDeg", m_tiltDeg},   {"distanceDiagonals", m_distanceDiagonals},
            {"ambient", m_ambient},   {"lampColour", m_lampColour}};
}

} // namespace patina::synthesis
