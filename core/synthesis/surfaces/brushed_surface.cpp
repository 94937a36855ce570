#include "core/synthesis/surfaces/brushed_surface.h"

#include "core/synthesis/noise/counter_random.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

struct ScaleShape
{
    double halfWidthPx;
    double length; ///< in typical lengths of a mark
    double coverage;
    double share; ///< of the deviation, before the sum of squares is made one
    double spreadDeg;
};

// Deviation proportional to width^0.7: a Hurst exponent of ground and brushed steel.
constexpr ScaleShape heightShapes[] = {
    {1.0, 0.08, 1.0, 0.50, 3.0}, {1.0, 0.35, 1.6, 0.80, 1.4}, {1.05, 1.1, 1.3, 0.90, 0.7},
    {1.6, 1.6, 1.2, 1.00, 0.6},  {3.4, 2.2, 1.2, 1.40, 0.5},  {8.0, 3.0, 1.2, 2.00, 0.4},
};
constexpr ScaleShape glossShapes[] = {
    {1.0, 0.3, 1.2, 0.60, 1.2},  {1.6, 1.0, 1.2, 0.55, 0.7},  {4.5, 2.0, 1.2, 0.45, 0.5},
    {12.0, 4.0, 1.2, 0.35, 0.3}, {34.0, 9.0, 1.5, 0.30, 0.2},
};

void addScales(std::span<const ScaleShape> shapes, double lengthPx, double deviation, std::uint64_t key,
               std::vector<GrooveScale> &scales)
{
    double squares = 0.0;
    for (const ScaleShape &shape : shapes)
        squares += shape.share * shape.share;
    for (const ScaleShape &shape : shapes) {
        GrooveScale scale;
        scale.halfWidthPx = shape.halfWidthPx;
        scale.lengthPx = std::clamp(lengthPx * shape.length, 8.0 * shape.halfWidthPx, 4000.0);
        scale.coverage = shape.coverage;
        scale.deviation = deviation * shape.share / std::sqrt(squares);
        scale.spreadDeg = shape.spreadDeg;
        scale.key = subKey(key, scales.size());
        scales.push_back(scale);
    }
}

} // namespace

BrushedSurface::BrushedSurface(const BrushedRanges &ranges, double mmPerPixel, std::uint64_t key)
{
    CounterRandom random(subKey(key, "parameters"));
    m_directionDeg = random.in(ranges.directionDeg);
    m_rqUm = random.in(ranges.roughnessRqUm);
    m_grooveLengthMm = random.in(ranges.grooveLengthMm);
    m_bandContrast = random.in(ranges.bandContrast);
    const SineCosine direction = sineCosineDegrees(m_directionDeg);
    m_cosine = direction.cosine;
    m_sine = direction.sine;
    m_material.alphaAlong = static_cast<float>(random.in(ranges.alphaAlong));
    m_material.alphaAcross = static_cast<float>(random.in(ranges.alphaAcross));
    m_material.grainCosine = static_cast<float>(m_cosine);
    m_material.grainSine = static_cast<float>(m_sine);
    m_material.grainDeg = m_directionDeg;
    createScales(m_grooveLengthMm / mmPerPixel, key);
}

void BrushedSurface::createScales(double grooveLengthPx, std::uint64_t key)
{
    addScales(heightShapes, grooveLengthPx, m_rqUm, subKey(key, "height"), m_height);
    addScales(glossShapes, grooveLengthPx, m_bandContrast, subKey(key, "gloss"), m_gloss);
}

Material BrushedSurface::material() const
{
    return m_material;
}

void BrushedSurface::addHeight(const cv::Rect &area, cv::Mat1f &heightUm) const
{
    for (const GrooveScale &scale : m_height)
        addGrooves(scale, m_cosine, m_sine, area, heightUm);
}

void BrushedSurface::addGloss(const cv::Rect &area, cv::Mat1f &gloss) const
{
    for (const GrooveScale &scale : m_gloss)
        addGrooves(scale, m_cosine, m_sine, area, gloss);
}

nlohmann::ordered_json BrushedSurface::parameters() const
{
    return {{"model", "brushed"},
            {"directionDeg", m_directionDeg},
            {"roughnessRqUm", m_rqUm},
            {"grooveLengthMm", m_grooveLengthMm},
            {"alphaAlong", m_material.alphaAlong},
            {"alphaAcross", m_material.alphaAcross},
            {"bandContrast", m_bandContrast}};
}

} // namespace patina::synthesis
