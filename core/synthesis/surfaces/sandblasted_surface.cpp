#include "core/synthesis/surfaces/sandblasted_surface.h"

#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/tile_pair.h"
#include "core/synthesis/surfaces/surface_scale.h"

#include <algorithm>

namespace patina::synthesis {

namespace {

constexpr int tileSide = 512;

CraterScale impacts(double radiusPx, double coverage, std::uint64_t key)
{
    CraterScale scale;
    scale.largestRadiusPx = std::min(radiusPx, 200.0);
    scale.smallestRadiusPx = 0.3 * scale.largestRadiusPx;
    scale.coverage = coverage;
    scale.key = key;
    return scale;
}

} // namespace

SandblastedSurface::SandblastedSurface(const SandblastedRanges &ranges, double mmPerPixel, std::uint64_t key)
    : m_key(key)
{
    CounterRandom random(subKey(key, "parameters"));
    const double rqUm = random.in(ranges.roughnessRqUm);
    const double correlationMm = random.in(ranges.correlationMm);
    const double hurst = random.in(ranges.hurst);
    const double impactMm = random.in(ranges.impactMm);
    const double coverage = random.in(ranges.coverage);
    const double alpha = random.in(ranges.alpha);
    const double mottle = random.in(ranges.mottle);
    m_parameters = {{"model", "sandblasted"}, {"roughnessRqUm", rqUm}, {"correlationMm", correlationMm},
                    {"hurst", hurst},         {"impactMm", impactMm},  {"coverage", coverage},
                    {"alpha", alpha},         {"mottle", mottle}};
    m_material.reflectance = {0.52F, 0.515F, 0.51F};
    m_material.albedo = {0.035F, 0.035F, 0.034F};
    m_material.alphaAlong = static_cast<float>(alpha);
    m_material.alphaAcross = m_material.alphaAlong;
    m_mottle = static_cast<float>(mottle);
    makeTiles(tileSide, {roughSpectrum(correlationMm / mmPerPixel, hurst), subKey(key, "fine")}, m_fine,
              {roughSpectrum(40.0, 1.0), subKey(key, "broad")}, m_broad);
    const double radiusPx = 0.5 * impactMm / mmPerPixel;
    m_large = impacts(radiusPx, 0.3 * coverage, subKey(key, "large"));
    m_small = impacts(0.4 * radiusPx, 0.9 * coverage, subKey(key, "small"));
    m_fineShare = static_cast<float>(0.28 * std::min(radiusPx * m_large.depthToRadius, 20.0)) + 0.02F;
    m_scale = scaleToDeviation(rqUm, [this](const cv::Rect &area, cv::Mat1f &plane) { drawShape(area, plane); });
}

/// Large impacts first: small ones are seen inside of them.
void SandblastedSurface::drawShape(const cv::Rect &area, cv::Mat1f &shape) const
{
    addCraters(m_large, area, shape);
    addCraters(m_small, area, shape);
    m_fine.addTo(area, subKey(m_key, "fine places"), m_fineShare, shape);
}

void SandblastedSurface::addHeight(const cv::Rect &area, cv::Mat1f &heightUm) const
{
    cv::Mat1f shape(area.size(), 0.0F);
    drawShape(area, shape);
    for (int y = 0; y < area.height; ++y)
        std::transform(shape[y], shape[y] + area.width, heightUm[y], heightUm[y],
                       [this](float value, float before) { return before + m_scale * value; });
}

void SandblastedSurface::addGloss(const cv::Rect &area, cv::Mat1f &gloss) const
{
    m_broad.addTo(area, subKey(m_key, "mottle places"), m_mottle, gloss);
    // Facets of single impacts and of grains that stuck: some glint, some are dull.
    m_fine.addTo(area, subKey(m_key, "facet places"), 0.15F, gloss);
}

nlohmann::ordered_json SandblastedSurface::parameters() const
{
    return m_parameters;
}

} // namespace patina::synthesis
