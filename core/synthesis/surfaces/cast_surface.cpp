#include "core/synthesis/surfaces/cast_surface.h"

#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/lattice_noise.h"
#include "core/synthesis/noise/spline_grid.h"
#include "core/synthesis/noise/tile_pair.h"
#include "core/synthesis/surfaces/surface_scale.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr int tileSide = 512;
constexpr int flowGrid = 8; ///< flow marks are wide: every so many pixels are enough

} // namespace

CastSurface::CastSurface(const CastRanges &ranges, double mmPerPixel, std::uint64_t key)
    : m_key(key), m_umPerPixel(1000.0 * mmPerPixel)
{
    m_parameters = {{"model", "cast"}};
    createSkin(ranges, mmPerPixel);
    CounterRandom random(subKey(key, "parameters"));
    const double flowMm = random.in(ranges.flowMm);
    m_flowUm = static_cast<float>(random.in(ranges.flowUm));
    m_flowPx = static_cast<float>(std::max(24.0, flowMm / mmPerPixel));
    const double perCm2 = random.in(ranges.poresPerCm2);
    const double diameterUm = random.in(ranges.poreUm);
    createPores(perCm2, diameterUm, mmPerPixel);
    m_material.reflectance = {0.30F, 0.295F, 0.285F};
    m_material.alphaAlong = static_cast<float>(random.in(ranges.alpha));
    m_material.alphaAcross = m_material.alphaAlong;
    const auto albedo = static_cast<float>(random.in(ranges.albedo));
    const auto brown = static_cast<float>(random.uniform(0.0, 0.10));
    m_material.albedo = {albedo * (1.0F + brown), albedo, albedo * (1.0F - 1.2F * brown)};
    m_material.texture = TextureKind::Tone;
    m_oxideContrast = static_cast<float>(random.in(ranges.oxideContrast));
    m_parting = random.chance(random.in(ranges.partingShare));
    const SineCosine across =
        sineCosineDegrees(random.sign() * random.uniform(0.0, 8.0) + (random.chance(0.5) ? 90.0 : 0.0));
    m_partingCosine = across.cosine;
    m_partingSine = across.sine;
    m_partingAcross = random.uniform(4.0, 12.0) / mmPerPixel;
    m_parameters.update({{"flowUm", m_flowUm},
                         {"flowMm", flowMm},
                         {"poresPerCm2", perCm2},
                         {"poreUm", diameterUm},
                         {"alpha", m_material.alphaAlong},
                         {"albedo", albedo},
                         {"oxideContrast", m_oxideContrast},
                         {"partingLine", m_parting}});
}

void CastSurface::createSkin(const CastRanges &ranges, double mmPerPixel)
{
    CounterRandom random(subKey(m_key, "skin"));
    const double rqUm = random.in(ranges.roughnessRqUm);
    const double correlationMm = random.in(ranges.correlationMm);
    const double hurst = random.in(ranges.hurst);
    const double sandMm = random.in(ranges.sandMm);
    m_sandShare = static_cast<float>(random.in(ranges.sandShare));
    makeTiles(tileSide, {roughSpectrum(correlationMm / mmPerPixel, hurst), subKey(m_key, "skin")}, m_skin,
              {roughSpectrum(26.0, 0.6), subKey(m_key, "broad")}, m_broad);
    m_sand.largestRadiusPx = std::clamp(0.5 * sandMm / mmPerPixel, 0.8, 200.0);
    m_sand.smallestRadiusPx = 0.45 * m_sand.largestRadiusPx;
    m_sand.coverage = 1.3;
    m_sand.depthToRadius = 1.0 / m_sand.largestRadiusPx;
    m_sand.rim = 0.12;
    m_sand.levels = 0.55;
    m_sand.oblique = 0.4;
    m_sand.key = subKey(m_key, "sand");
    m_skinScale = scaleToDeviation(rqUm, [this](const cv::Rect &area, cv::Mat1f &plane) { drawSkin(area, plane); });
    m_parameters.update({{"roughnessRqUm", rqUm},
                         {"correlationMm", correlationMm},
                         {"hurst", hurst},
                         {"sandMm", sandMm},
                         {"sandShare", m_sandShare}});
}

void CastSurface::createPores(double perCm2, double diameterUm, double mmPerPixel)
{
    const double radiusPx = std::clamp(0.5 * diameterUm / 1000.0 / mmPerPixel, 0.3, 200.0);
    m_pores.largestRadiusPx = radiusPx;
    m_pores.smallestRadiusPx = 0.22 * radiusPx;
    m_pores.sizeExponent = 2.2;
    m_pores.coverage = perCm2 / 100.0 * mmPerPixel * mmPerPixel * pi * 0.2 * radiusPx * radiusPx;
    m_pores.depthToRadius = 1.0;
    m_pores.rim = 0.03;
    m_pores.levels = 0.0;
    m_pores.oblique = 0.45;
    m_pores.key = subKey(m_key, "pores");
}

void CastSurface::drawSkin(const cv::Rect &area, cv::Mat1f &skin) const
{
    addCraters(m_sand, area, skin);
    for (float &value : skin)
        value *= 2.6F * m_sandShare; // the imprints alone deviate by about 1 / 2.6
    m_skin.addTo(area, subKey(m_key, "skin places"), 1.0F - m_sandShare, skin);
}

/// Fronts of the melt: soft ridges along the level lines of a warped noise.
void CastSurface::addFlow(const cv::Rect &area, cv::Mat1f &heightUm) const
{
    const std::uint64_t key = subKey(m_key, "flow");
    addSpline(flowGrid, area, heightUm, [&](float x, float y) {
        const float u = x / m_flowPx;
        const float v = y / m_flowPx;
        const float warp = fbm2(key, 0.7F * u, 0.7F * v, 3);
        const float level = fbm2(key + 77, 0.45F * u + 0.8F * warp, 1.1F * v + 0.6F * warp, 2);
        const float ridge = std::max(0.0F, 1.0F - 5.0F * std::abs(level - 0.08F));
        return m_flowUm * (ridge * ridge + 2.0F * warp);
    });
}

/// A ground-off fin: a low ridge of uneven width over a step between the halves of the mould.
void CastSurface::addParting(const cv::Rect &area, cv::Mat1f &heightUm) const
{
    const std::uint64_t key = subKey(m_key, "parting");
    const auto widthPx = static_cast<float>(std::max(1.5, 160.0 / m_umPerPixel));
    for (int y = 0; y < area.height; ++y)
        for (int x = 0; x < area.width; ++x) {
            const double px = area.x + x;
            const double py = area.y + y;
            const auto along = static_cast<float>(py * m_partingCosine - px * m_partingSine);
            auto across = static_cast<float>(px * m_partingCosine + py * m_partingSine - m_partingAcross);
            if (std::abs(across) > 40.0F * widthPx)
                continue;
            across += 0.8F * widthPx * fbm1(key, along / (12.0F * widthPx), 3);
            const float width = widthPx * (1.0F + 0.5F * gradientNoise1(key + 9, along / (20.0F * widthPx)));
            const float t = across / width;
            const float fin =
                14.0F * (0.75F + 0.6F * fbm1(key + 5, along / (6.0F * widthPx), 3)) / (1.0F + t * t * t * t);
            heightUm(y, x) += fin + 9.0F * (smoothStep(-2.5F, 2.5F, t) - smoothStep(0.0F, 40.0F, across / widthPx));
        }
}

void CastSurface::addHeight(const cv::Rect &area, cv::Mat1f &heightUm) const
{
    cv::Mat1f plane(area.size(), 0.0F);
    drawSkin(area, plane);
    cv::Mat1f pores(area.size(), 0.0F);
    addCraters(m_pores, area, pores);
    const auto depth = static_cast<float>(0.22 * m_umPerPixel);
    for (int y = 0; y < area.height; ++y)
        for (int x = 0; x < area.width; ++x)
            heightUm(y, x) += m_skinScale * plane(y, x) + depth * pores(y, x);
    addFlow(area, heightUm);
    if (m_parting)
        addParting(area, heightUm);
}

void CastSurface::addGloss(const cv::Rect &area, cv::Mat1f &gloss) const
{
    m_broad.addTo(area, subKey(m_key, "gloss places"), 0.5F * m_oxideContrast, gloss);
}

/// Oxide patches, and the dark of pores, where little light gets in.
void CastSurface::setTexture(const cv::Rect &area, cv::Mat3f &texture) const
{
    cv::Mat1f oxide(area.size(), 0.0F);
    m_broad.addTo(area, subKey(m_key, "oxide places"), m_oxideContrast, oxide);
    m_skin.addTo(area, subKey(m_key, "skin places"), 0.35F * m_oxideContrast, oxide);
    cv::Mat1f pores(area.size(), 0.0F);
    addCraters(m_pores, area, pores);
    const float perRadius = static_cast<float>(1.0 / m_pores.largestRadiusPx);
    texture.create(area.size());
    for (int y = 0; y < area.height; ++y)
        for (int x = 0; x < area.width; ++x) {
            const float open =
                fastExp(std::min(0.0F, 1.6F * perRadius * pores(y, x) + 0.25F * std::min(0.0F, pores(y, x))));
            const float tone = std::max(0.2F, 1.0F + oxide(y, x)) * (0.25F + 0.75F * open);
            // Thicker oxide is darker and a little browner.
            texture(y, x) = {tone * (1.0F + 0.12F * oxide(y, x)), tone, tone * (1.0F - 0.08F * oxide(y, x))};
        }
}

nlohmann::ordered_json CastSurface::parameters() const
{
    return m_parameters;
}

} // namespace patina::synthesis
