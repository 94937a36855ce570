#include "core/synthesis/surfaces/milled_spiral_surface.h"

#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/lattice_noise.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace patina::synthesis {

namespace {

constexpr double smallestSqueeze = 0.06; ///< at the rim of a pass the arcs touch each other

} // namespace

MilledSpiralSurface::MilledSpiralSurface(const MilledSpiralRanges &ranges, cv::Size image, double mmPerPixel,
                                         std::uint64_t key)
    : m_key(key), m_mmPerPixel(mmPerPixel), m_originX(0.5 * image.width), m_originY(0.5 * image.height)
{
    CounterRandom random(subKey(key, "parameters"));
    const double feedDeg = random.in(ranges.feedDirectionDeg);
    const double cutterMm = random.in(ranges.cutterMm);
    m_radiusMm = 0.5 * cutterMm;
    m_tool.feedMm = random.in(ranges.feedPerToothMm);
    m_tool.noseRadiusMm = random.in(ranges.noseRadiusMm);
    m_tool.teeth = random.wholeIn(ranges.teeth);
    m_tool.runOutUm = random.in(ranges.runOutUm);
    m_tool.jitterShare = random.in(ranges.jitterShare);
    m_backCutUm = random.in(ranges.backCutUm);
    m_tool.chatterUm = random.in(ranges.chatterUm);
    m_tool.chatterMm = random.in(ranges.chatterMm);
    m_tool.wearUm = random.in(ranges.wearUm);
    m_stepMm = random.in(ranges.stepoverShare) * cutterMm;
    m_offsetMm = random.in(ranges.offsetShare) * m_radiusMm;
    m_passStepUm = random.in(ranges.passStepUm);
    m_tool.edgeUm = 0.22;
    m_tool.key = subKey(key, "tool");
    m_marks.emplace_back(m_tool);
    const SineCosine direction = sineCosineDegrees(feedDeg);
    m_cosine = direction.cosine;
    m_sine = direction.sine;
    m_resolved = smoothStep(1.6F, 3.4F, static_cast<float>(m_tool.feedMm / mmPerPixel));
    const double lost = static_cast<double>(1.0F - m_resolved) * m_marks.front().slopeDeviation();
    m_material.alphaAlong = static_cast<float>(random.in(ranges.alphaAlong));
    const double across = random.in(ranges.alphaAcross);
    m_material.alphaAcross = static_cast<float>(std::min(0.8, std::sqrt(across * across + 2.0 * lost * lost)));
    cv::Mat2f grain;
    setGrain({image.width / 2, image.height / 2, 1, 1}, grain);
    m_material.grainCosine = grain(0, 0)[0];
    m_material.grainSine = grain(0, 0)[1];
    m_material.grainDeg =
        std::atan2(static_cast<double>(grain(0, 0)[1]), static_cast<double>(grain(0, 0)[0])) * 180.0 / pi;
    m_fine = BlendedTile(gaussianTile(256, roughSpectrum(1.2, 0.7), subKey(key, "fine")));
    m_parameters = {{"model", "milled-spiral"},
                    {"feedDirectionDeg", feedDeg},
                    {"cutterMm", cutterMm},
                    {"feedPerToothMm", m_tool.feedMm},
                    {"noseRadiusMm", m_tool.noseRadiusMm},
                    {"teeth", m_tool.teeth},
                    {"runOutUm", m_tool.runOutUm},
                    {"jitterShare", m_tool.jitterShare},
                    {"backCutUm", m_backCutUm},
                    {"chatterUm", m_tool.chatterUm},
                    {"chatterMm", m_tool.chatterMm},
                    {"wearUm", m_tool.wearUm},
                    {"stepoverMm", m_stepMm},
                    {"offsetMm", m_offsetMm},
                    {"passStepUm", m_passStepUm},
                    {"alphaAlong", m_material.alphaAlong},
                    {"alphaAcross", across}};
}

MilledSpiralSurface::Position MilledSpiralSurface::positionOf(int x, int y) const
{
    const double px = (x - m_originX) * m_mmPerPixel;
    const double py = (y - m_originY) * m_mmPerPixel;
    return {px * m_cosine + py * m_sine, py * m_cosine - px * m_sine - m_offsetMm};
}

/// \param side 1: the leading half of the cutter; -1: the trailing one.
void MilledSpiralSurface::cutRow(const cv::Rect &area, int y, int pass, double side,
                                 std::vector<CuttingMarks::Place> &places, float *heightUm) const
{
    const std::uint64_t key = latticeKey(m_key, pass, side > 0.0 ? 3 : 4);
    const std::uint64_t passKey = latticeKey(m_key, pass, 5);
    const double way = pass % 2 == 0 ? 1.0 : -1.0; // to and fro
    const double phase = 1000.0 * static_cast<double>(unit16(passKey, 0));
    const double depth =
        m_passStepUm * static_cast<double>(pixelGaussian(mix64(passKey))) + (side < 0.0 ? m_backCutUm : 0.0);
    const double perFeed = 1.0 / m_tool.feedMm;
    const double rimMm = 0.035 * m_radiusMm;
    int first = 0;
    places.clear();
    for (int x = 0; x < area.width; ++x) {
        const Position at = positionOf(area.x + x, area.y + y);
        const double beside = at.beside - pass * m_stepMm;
        const double square = m_radiusMm * m_radiusMm - beside * beside;
        if (square <= 0.0) {
            if (!places.empty())
                break;
            continue;
        }
        if (places.empty())
            first = x;
        const double reach = std::sqrt(square);
        const double squeeze = std::max(smallestSqueeze, reach / m_radiusMm);
        const double mark = (at.along * way - side * reach) * perFeed + phase;
        // Arc length from the middle of the arc, by a series good enough for a vibration.
        const double sine = beside / m_radiusMm;
        const double along = beside * (1.0 + sine * sine * (1.0 / 6.0 + 0.075 * sine * sine));
        const double rim = std::max(0.0, std::abs(beside) - m_radiusMm + rimMm) / rimMm;
        places.push_back({static_cast<float>(mark), static_cast<float>(along), static_cast<float>(squeeze),
                          static_cast<float>(depth + 9.0 * rim * rim)});
    }
    m_marks.front().cut(places, key, heightUm + first);
}

void MilledSpiralSurface::addHeight(const cv::Rect &area, cv::Mat1f &heightUm) const
{
    std::vector<CuttingMarks::Place> places;
    std::vector<float> row(static_cast<std::size_t>(area.width));
    for (int y = 0; y < area.height; ++y) {
        const double a = positionOf(area.x, area.y + y).beside;
        const double b = positionOf(area.x + area.width - 1, area.y + y).beside;
        std::fill(row.begin(), row.end(), std::numeric_limits<float>::max());
        const int last = static_cast<int>(std::floor((std::max(a, b) + m_radiusMm) / m_stepMm));
        for (int pass = static_cast<int>(std::ceil((std::min(a, b) - m_radiusMm) / m_stepMm)); pass <= last; ++pass)
            for (const double side : {1.0, -1.0})
                cutRow(area, y, pass, side, places, row.data());
        std::transform(row.begin(), row.end(), heightUm[y], heightUm[y],
                       [this](float cut, float before) { return before + m_resolved * cut; });
    }
    m_fine.addTo(area, subKey(m_key, "fine places"), 0.035F, heightUm);
}

/// Every tooth leaves its own finish, mark by mark.
void MilledSpiralSurface::addGloss(const cv::Rect &area, cv::Mat1f &gloss) const
{
    m_fine.addTo(area, subKey(m_key, "gloss places"), 0.06F, gloss);
    const std::uint64_t key = subKey(m_key, "finish");
    const auto perFeed = static_cast<float>(1.0 / m_tool.feedMm);
    const auto radius = static_cast<float>(m_radiusMm);
    for (int y = 0; y < area.height; ++y)
        for (int x = 0; x < area.width; ++x) {
            const Position at = positionOf(area.x + x, area.y + y);
            const double pass = std::floor(at.beside / m_stepMm + 0.5);
            const auto beside = static_cast<float>(at.beside - pass * m_stepMm);
            const float way = static_cast<std::int64_t>(pass) % 2 == 0 ? 1.0F : -1.0F;
            const float reach = std::sqrt(std::max(0.0F, radius * radius - beside * beside));
            const float mark = (static_cast<float>(at.along) * way - reach) * perFeed;
            gloss(y, x) += 0.10F * gradientNoise2(key, 0.9F * mark, 0.5F * beside) +
                           0.08F * gradientNoise2(key + 1, 0.13F * mark, 0.2F * beside);
        }
}

/// The tangent of the leading arc of the pass whose way is nearest.
void MilledSpiralSurface::setGrain(const cv::Rect &area, cv::Mat2f &grain) const
{
    grain.create(area.size());
    for (int y = 0; y < area.height; ++y)
        for (int x = 0; x < area.width; ++x) {
            const double beside = positionOf(area.x + x, area.y + y).beside;
            const double pass = std::floor(beside / m_stepMm + 0.5);
            const double sine = std::clamp((beside - pass * m_stepMm) / m_radiusMm, -1.0, 1.0);
            const double cosine = std::sqrt(1.0 - sine * sine);
            const double way = static_cast<std::int64_t>(pass) % 2 == 0 ? 1.0 : -1.0;
            // Along the arc: (-sine, cosine) of the frame of the feed, turned into the image.
            grain(y, x) = {static_cast<float>(-way * sine * m_cosine - cosine * m_sine),
                           static_cast<float>(-way * sine * m_sine + cosine * m_cosine)};
        }
}

nlohmann::ordered_json MilledSpiralSurface::parameters() const
{
    return m_parameters;
}

} // namespace patina::synthesis
