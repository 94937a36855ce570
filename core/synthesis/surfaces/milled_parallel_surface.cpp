#include "core/synthesis/surfaces/milled_parallel_surface.h"

#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/lattice_noise.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace patina::synthesis {

namespace {

constexpr double overlapMm = 0.35;

} // namespace

MilledParallelSurface::MilledParallelSurface(const MilledParallelRanges &ranges, double mmPerPixel, std::uint64_t key)
    : m_key(key), m_mmPerPixel(mmPerPixel)
{
    CounterRandom random(subKey(key, "parameters"));
    const double directionDeg = random.in(ranges.directionDeg);
    m_tool.feedMm = random.in(ranges.feedPerToothMm);
    m_tool.noseRadiusMm = random.in(ranges.noseRadiusMm);
    m_tool.teeth = random.wholeIn(ranges.teeth);
    m_tool.runOutUm = random.in(ranges.runOutUm);
    m_tool.jitterShare = random.in(ranges.jitterShare);
    m_tool.chatterUm = random.in(ranges.chatterUm);
    m_tool.chatterMm = random.in(ranges.chatterMm);
    m_tool.wearUm = random.in(ranges.wearUm);
    const double sideFlowUm = random.in(ranges.sideFlowUm);
    m_tool.edgeUm = 0.9 * sideFlowUm;
    m_tool.key = subKey(key, "tool");
    m_passMm = random.in(ranges.passMm);
    m_passStartMm = random.uniform(0.0, m_passMm);
    m_passStepUm = random.in(ranges.passStepUm);
    const SineCosine direction = sineCosineDegrees(directionDeg);
    m_cosine = direction.cosine;
    m_sine = direction.sine;
    m_marks.emplace_back(m_tool);
    m_material.alphaAlong = static_cast<float>(random.in(ranges.alphaAlong));
    const double across = random.in(ranges.alphaAcross);
    const double feedPx = m_tool.feedMm / mmPerPixel;
    m_resolved = smoothStep(1.6F, 3.4F, static_cast<float>(feedPx));
    const double lost = static_cast<double>(1.0F - m_resolved) * m_marks.front().slopeDeviation();
    m_material.alphaAcross = static_cast<float>(std::min(0.8, std::sqrt(across * across + 2.0 * lost * lost)));
    m_material.grainCosine = static_cast<float>(m_cosine);
    m_material.grainSine = static_cast<float>(m_sine);
    m_material.grainDeg = directionDeg;
    createStriations(sideFlowUm, feedPx);
    m_parameters = {{"model", "milled-parallel"},
                    {"directionDeg", directionDeg},
                    {"feedPerToothMm", m_tool.feedMm},
                    {"noseRadiusMm", m_tool.noseRadiusMm},
                    {"cuspUm", 1000.0 * m_tool.feedMm * m_tool.feedMm / (8.0 * m_tool.noseRadiusMm)},
                    {"teeth", m_tool.teeth},
                    {"runOutUm", m_tool.runOutUm},
                    {"jitterShare", m_tool.jitterShare},
                    {"chatterUm", m_tool.chatterUm},
                    {"chatterMm", m_tool.chatterMm},
                    {"wearUm", m_tool.wearUm},
                    {"sideFlowUm", sideFlowUm},
                    {"passMm", m_passMm},
                    {"passStepUm", m_passStepUm},
                    {"alphaAlong", m_material.alphaAlong},
                    {"alphaAcross", across}};
}

void MilledParallelSurface::createStriations(double sideFlowUm, double feedPx)
{
    const auto add = [&](std::vector<GrooveScale> &scales, double halfWidthPx, double lengthPx, double coverage,
                         double deviation, double spreadDeg) {
        GrooveScale scale;
        scale.halfWidthPx = halfWidthPx;
        scale.lengthPx = std::clamp(lengthPx, 8.0 * halfWidthPx, 4000.0);
        scale.coverage = coverage;
        scale.deviation = deviation;
        scale.spreadDeg = spreadDeg;
        scale.key = subKey(subKey(m_key, "striations"), m_striations.size() + 100 * m_bands.size());
        scales.push_back(scale);
    };
    const double perMm = 1.0 / m_mmPerPixel;
    add(m_striations, 1.0, 0.7 * perMm, 0.9, 0.55 * sideFlowUm, 0.8);
    add(m_striations, 1.1, 2.8 * perMm, 1.0, 0.7 * sideFlowUm, 0.25);
    add(m_striations, 1.0, 0.09 * perMm, 0.15, 0.35 * sideFlowUm, 6.0);
    add(m_bands, 1.2, 1.6 * perMm, 1.2, 0.07, 0.4);
    add(m_bands, std::max(1.5, 1.5 * feedPx), 6.0 * perMm, 1.3, 0.05, 0.2);
    add(m_bands, std::max(3.0, 9.0 * feedPx), 14.0 * perMm, 1.5, 0.045, 0.2);
}

/// One row of one pass, where the pass reaches it.
void MilledParallelSurface::cutRow(const cv::Rect &area, int y, std::int64_t pass,
                                   std::vector<CuttingMarks::Place> &places, float *heightUm) const
{
    const std::uint64_t key = latticeKey(m_key, pass, 7);
    const double startMm = m_passStartMm + static_cast<double>(pass) * m_passMm;
    const double phase = static_cast<double>(unit16(key, 0));
    const double tilt = 0.0012 * static_cast<double>(unit16(key, 1) - unit16(key, 2));
    const auto lift = static_cast<float>(m_passStepUm) * pixelGaussian(mix64(key));
    const double perFeed = 1.0 / m_tool.feedMm;
    int first = area.width;
    places.clear();
    for (int x = 0; x < area.width; ++x) {
        const double px = (area.x + x) * m_mmPerPixel;
        const double py = (area.y + y) * m_mmPerPixel;
        const double alongMm = px * m_cosine + py * m_sine;
        const double acrossMm = py * m_cosine - px * m_sine;
        // The end of a pass: the edge leaves the metal with a corner radius, not at a line.
        const auto edge = 0.12F * gradientNoise1(key + 2, static_cast<float>(acrossMm * 0.9));
        const auto in = static_cast<float>(alongMm - startMm) + edge;
        const float beyond = std::max(-in, in - static_cast<float>(m_passMm));
        if (beyond > static_cast<float>(overlapMm)) {
            if (!places.empty())
                break;
            continue;
        }
        first = std::min(first, x);
        const float corner = std::max(0.0F, beyond + 0.1F);
        const double mark = (acrossMm + tilt * (alongMm - startMm)) * perFeed + phase;
        places.push_back({static_cast<float>(mark), static_cast<float>(alongMm), 1.0F, lift + 60.0F * corner * corner});
    }
    m_marks.front().cut(places, key, heightUm + first);
}

void MilledParallelSurface::addHeight(const cv::Rect &area, cv::Mat1f &heightUm) const
{
    std::vector<CuttingMarks::Place> places;
    std::vector<float> row(static_cast<std::size_t>(area.width));
    const auto passOf = [&](int x, int y) {
        return (m_mmPerPixel * (x * m_cosine + y * m_sine) - m_passStartMm) / m_passMm;
    };
    for (int y = 0; y < area.height; ++y) {
        const double a = passOf(area.x, area.y + y);
        const double b = passOf(area.x + area.width - 1, area.y + y);
        const double reach = (overlapMm + 0.2) / m_passMm;
        std::fill(row.begin(), row.end(), std::numeric_limits<float>::max());
        const auto last = static_cast<std::int64_t>(std::floor(std::max(a, b) + reach));
        for (auto pass = static_cast<std::int64_t>(std::floor(std::min(a, b) - reach)); pass <= last; ++pass)
            cutRow(area, y, pass, places, row.data());
        std::transform(row.begin(), row.end(), heightUm[y], heightUm[y],
                       [this](float cut, float before) { return before + m_resolved * cut; });
    }
    for (const GrooveScale &scale : m_striations)
        addGrooves(scale, m_cosine, m_sine, area, heightUm);
}

void MilledParallelSurface::addGloss(const cv::Rect &area, cv::Mat1f &gloss) const
{
    for (const GrooveScale &scale : m_bands)
        addGrooves(scale, m_cosine, m_sine, area, gloss);
}

nlohmann::ordered_json MilledParallelSurface::parameters() const
{
    return m_parameters;
}

} // namespace patina::synthesis
