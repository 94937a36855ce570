#include "core/synthesis/surfaces/polished_surface.h"

#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/tile_pair.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr int tileSide = 512;

/// A band of wave lengths about `distancePx`, wider towards long waves, with a weak tail of longer ones.
std::function<double(double, double)> peelSpectrum(double distancePx)
{
    return [=](double x, double y) {
        const double octaves = logarithm(std::sqrt(x * x + y * y) * distancePx + 1e-9) / 0.6931471805599453;
        return exponential(-octaves * octaves / (octaves < 0.0 ? 1.6 : 0.5));
    };
}

} // namespace

PolishedSurface::PolishedSurface(const PolishedRanges &ranges, double mmPerPixel, std::uint64_t key) : m_key(key)
{
    CounterRandom random(subKey(key, "parameters"));
    const double rqUm = random.in(ranges.scratchRqUm);
    const double lengthMm = random.in(ranges.scratchLengthMm);
    const int directions = random.wholeIn(ranges.directions);
    const double peelUm = random.in(ranges.peelUm);
    const double peelMm = random.in(ranges.peelMm);
    const double alpha = random.in(ranges.alpha);
    const double haze = random.in(ranges.haze);
    const double contrast = random.in(ranges.hazeContrast);
    const double pullOuts = random.in(ranges.pullOutsPerCm2);
    const double pullOutUm = random.in(ranges.pullOutUm);
    m_parameters = {{"model", "polished"},
                    {"scratchRqUm", rqUm},
                    {"scratchLengthMm", lengthMm},
                    {"directions", directions},
                    {"peelUm", peelUm},
                    {"peelMm", peelMm},
                    {"alpha", alpha},
                    {"haze", haze},
                    {"hazeContrast", contrast},
                    {"pullOutsPerCm2", pullOuts},
                    {"pullOutUm", pullOutUm}};
    m_material.reflectance = {0.60F, 0.595F, 0.59F};
    m_material.alphaAlong = static_cast<float>(alpha);
    m_material.alphaAcross = m_material.alphaAlong;
    m_material.albedo.fill(static_cast<float>(haze));
    m_peelUm = static_cast<float>(peelUm);
    m_hazeContrast = static_cast<float>(contrast);
    createLapping(directions, rqUm, lengthMm / mmPerPixel);
    const double peelPx = std::clamp(peelMm / mmPerPixel, 4.0, 128.0);
    makeTiles(tileSide, {peelSpectrum(peelPx), subKey(key, "peel")}, m_peel,
              {roughSpectrum(34.0, 2.2), subKey(key, "broad")}, m_broad);
    m_pullOuts.largestRadiusPx = std::max(0.3, 0.5 * pullOutUm / 1000.0 / mmPerPixel);
    m_pullOuts.smallestRadiusPx = 0.3 * m_pullOuts.largestRadiusPx;
    m_pullOuts.sizeExponent = 2.0;
    m_pullOuts.depthToRadius = 0.12 * 1000.0 * mmPerPixel;
    m_pullOuts.rim = 0.04;
    m_pullOuts.oblique = 0.5;
    m_pullOuts.coverage =
        pullOuts / 100.0 * mmPerPixel * mmPerPixel * pi * 0.3 * m_pullOuts.largestRadiusPx * m_pullOuts.largestRadiusPx;
    m_pullOuts.key = subKey(key, "pull-outs");
}

/// Few deep hairlines over many faint ones, in every direction its own share.
void PolishedSurface::createLapping(int directions, double rqUm, double lengthPx)
{
    CounterRandom random(subKey(m_key, "lapping"));
    const double first = random.uniform(0.0, 180.0);
    std::vector<double> shares;
    double squares = 0.0;
    for (int i = 0; i < 2 * directions; ++i) {
        shares.push_back((i % 2 == 0 ? 1.0 : 0.75) * random.uniform(0.35, 1.3));
        squares += shares.back() * shares.back();
    }
    for (int i = 0; i < 2 * directions; ++i) {
        const bool faint = i % 2 == 0;
        const SineCosine at = sineCosineDegrees(first + (i / 2 + random.uniform(-0.3, 0.3)) * 180.0 / directions);
        GrooveScale scale;
        scale.halfWidthPx = faint ? 1.0 : 1.05;
        scale.lengthPx = std::clamp(lengthPx * (faint ? 0.7 : 1.9) * random.uniform(0.7, 1.4), 10.0, 4000.0);
        scale.coverage = faint ? random.uniform(0.05, 0.14) : random.uniform(0.02, 0.05);
        scale.deviation = rqUm * shares[static_cast<std::size_t>(i)] / std::sqrt(squares);
        scale.spreadDeg = random.uniform(2.0, 9.0);
        scale.key = subKey(m_key, static_cast<std::uint64_t>(i));
        m_lapping.push_back({at.cosine, at.sine, scale});
    }
}

void PolishedSurface::addHeight(const cv::Rect &area, cv::Mat1f &heightUm) const
{
    cv::Mat1f plane(area.size(), 0.0F);
    m_peel.addTo(area, subKey(m_key, "peel places"), m_peelUm, plane);
    for (const Lapping &lapping : m_lapping)
        addGrooves(lapping.scale, lapping.cosine, lapping.sine, area, plane);
    addCraters(m_pullOuts, area, plane);
    for (int y = 0; y < area.height; ++y)
        std::transform(plane[y], plane[y] + area.width, heightUm[y], heightUm[y], std::plus<>());
}

void PolishedSurface::addGloss(const cv::Rect &area, cv::Mat1f &gloss) const
{
    m_broad.addTo(area, subKey(m_key, "haze places"), m_hazeContrast, gloss);
}

nlohmann::ordered_json PolishedSurface::parameters() const
{
    return m_parameters;
}

} // namespace patina::synthesis
