#include "core/synthesis/surfaces/cutting_marks.h"

#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/lattice_noise.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr int edgeSteps = 96;
constexpr float edgeReach = 1.5F; ///< feeds to each side of a mark's middle
constexpr float wanderMm = 1.7F;  ///< length over which a mark's depth wanders

/// sin(2 pi turns) to about 0.001: a parabola with its correction.
float fastSine(float turns)
{
    const float t = turns - std::floor(turns + 0.5F);
    const float parabola = t * (8.0F - 16.0F * std::abs(t));
    return parabola * (0.775F + 0.225F * std::abs(parabola));
}

} // namespace

CuttingMarks::CuttingMarks(const CuttingTool &tool) : m_tool(tool)
{
    m_curvature = static_cast<float>(1000.0 * tool.feedMm * tool.feedMm / (2.0 * tool.noseRadiusMm));
    CounterRandom random(subKey(tool.key, "tool"));
    for (int i = 0; i < tool.teeth; ++i)
        m_runOut.push_back(static_cast<float>(tool.runOutUm * random.gaussian()));
    m_chatterTurn = random.sign() * random.uniform(0.02, 0.16);
    for (int tooth = 0; tooth < tool.teeth; ++tooth) {
        const std::uint64_t key = subKey(tool.key, static_cast<std::uint64_t>(tooth));
        for (int i = 0; i <= edgeSteps; ++i) {
            const auto at = static_cast<float>(i);
            const float nick = gradientNoise1(key + 1, 0.23F * at);
            m_edges.push_back(static_cast<float>(tool.edgeUm) *
                              (1.2F * gradientNoise1(key, 0.11F * at) + 0.9F * nick - 2.2F * nick * nick * nick));
        }
    }
}

double CuttingMarks::slopeDeviation() const
{
    return m_tool.feedMm / m_tool.noseRadiusMm / std::sqrt(12.0);
}

CuttingMarks::Mark CuttingMarks::markOf(std::uint64_t pass, int index) const
{
    Mark mark;
    mark.key = latticeKey(m_tool.key ^ mix64(pass), index, 1);
    mark.tooth = index % m_tool.teeth;
    if (mark.tooth < 0)
        mark.tooth += m_tool.teeth;
    mark.shift = static_cast<float>(m_tool.jitterShare) * pixelGaussian(mark.key);
    const auto at = static_cast<float>(index);
    const auto wear = static_cast<float>(m_tool.wearUm);
    mark.heightUm =
        m_runOut[static_cast<std::size_t>(mark.tooth)] +
        wear * (1.3F * gradientNoise1(m_tool.key ^ pass, at / 61.0F) +
                0.6F * gradientNoise1((m_tool.key ^ pass) + 3, at / 9.7F) + 0.25F * pixelGaussian(mix64(mark.key)));
    const double turns = m_chatterTurn * index + 0.4 * static_cast<double>(gradientNoise1(m_tool.key + 5, at / 23.0F));
    mark.phase = static_cast<float>(turns - std::floor(turns));
    return mark;
}

/// \param offset feeds from the mark's middle.
float CuttingMarks::heightOf(const Mark &mark, float offset, const Place &place) const
{
    const float across = (offset - mark.shift) * place.squeeze;
    const float wander = gradientNoise1(mark.key, place.alongMm * (1.0F / wanderMm));
    const float chatter = fastSine(place.alongMm / static_cast<float>(m_tool.chatterMm) + mark.phase + 0.25F * wander);
    const float position =
        std::clamp((across / edgeReach + 1.0F) * (0.5F * edgeSteps), 0.0F, static_cast<float>(edgeSteps) - 0.001F);
    const auto step = static_cast<int>(position);
    const float *edge = m_edges.data() + mark.tooth * (edgeSteps + 1) + step;
    const float nicked = edge[0] + (edge[1] - edge[0]) * (position - static_cast<float>(step));
    return m_curvature * across * across + mark.heightUm + nicked +
           static_cast<float>(m_tool.chatterUm) * (1.0F + 0.8F * wander) * chatter +
           0.35F * static_cast<float>(m_tool.wearUm) * wander;
}

void CuttingMarks::cut(std::span<const Place> places, std::uint64_t pass, float *heightUm) const
{
    // Three marks reach a pixel; neighbours along a row mostly have the same ones.
    int middle = 0;
    Mark marks[3];
    bool ready = false;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Place &place = places[i];
        const float nearest = std::floor(place.mark + 0.5F);
        const auto index = static_cast<int>(nearest);
        if (!ready || index != middle) {
            if (ready && index == middle + 1) {
                marks[0] = marks[1];
                marks[1] = marks[2];
                marks[2] = markOf(pass, index + 1);
            } else {
                for (int side = -1; side <= 1; ++side)
                    marks[side + 1] = markOf(pass, index + side);
            }
            middle = index;
            ready = true;
        }
        const float offset = place.mark - nearest;
        float lowest = heightOf(marks[1], offset, place);
        lowest = std::min(lowest, heightOf(marks[0], offset + 1.0F, place));
        lowest = std::min(lowest, heightOf(marks[2], offset - 1.0F, place));
        heightUm[i] = std::min(heightUm[i], lowest + place.liftUm);
    }
}

} // namespace patina::synthesis
