#include "core/synthesis/impurities/drying_contour.h"

#include "core/synthesis/noise/lattice_noise.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr float largestSwing = 1.0F; ///< of the outline's noise

cv::Rect boxAround(float left, float top, float right, float bottom)
{
    const int x = static_cast<int>(std::floor(left));
    const int y = static_cast<int>(std::floor(top));
    return {x, y, static_cast<int>(std::ceil(right)) - x + 1, static_cast<int>(std::ceil(bottom)) - y + 1};
}

/// The larger one, with a neck of width k where both are about equal: the polynomial smooth maximum of blobby
/// modelling (after Blinn 1982).
float blendedMaximum(float a, float b, float k)
{
    const float h = std::max(k - std::abs(a - b), 0.0F);
    return std::max(a, b) + h * h / (4.0F * k);
}

float reachOf(const DryingContour::Drop &drop)
{
    return drop.radiusPx * (1.0F + drop.irregularity * largestSwing) * drop.stretch;
}

} // namespace

void DryingContour::add(const Drop &drop)
{
    const float reach = reachOf(drop) * 1.15F + slackPx();
    m_reaches.push_back(reach * reach);
    m_bounds |= boxAround(drop.x - reach, drop.y - reach, drop.x + reach, drop.y + reach);
    m_blendPx = std::max(m_blendPx, 0.22F * drop.radiusPx);
    m_drops.push_back(drop);
}

void DryingContour::add(const RunOff &runOff)
{
    const float side = runOff.startHalfWidthPx * 1.6F + runOff.endHalfWidthPx + 2.0F * runOff.meanderPx + slackPx();
    const float endX = runOff.x + runOff.directionX * runOff.lengthPx;
    const float endY = runOff.y + runOff.directionY * runOff.lengthPx;
    m_bounds |= boxAround(std::min(runOff.x, endX) - side, std::min(runOff.y, endY) - side,
                          std::max(runOff.x, endX) + side, std::max(runOff.y, endY) + side);
    m_runOffs.push_back(runOff);
}

float DryingContour::dropDepth(const Drop &drop, float u, float v) const
{
    const float eu = u / drop.stretch;
    const float ev = v * drop.stretch;
    const float distance = std::sqrt(eu * eu + ev * ev);
    const float swing = drop.radiusPx * drop.irregularity;
    if (distance > drop.radiusPx + swing * largestSwing + 1.3F * m_blendPx)
        return outside;
    if (distance < 0.25F * drop.radiusPx)
        return drop.radiusPx - distance; // the outline's noise has no meaning at the centre
    // theta as a place on a circle: the noise closes and needs no angle.
    const float perDistance = 1.35F / distance;
    const float free = fbm2(drop.key, eu * perDistance, ev * perDistance, 5);
    const float held = 2.2F * std::abs(fbm2(drop.key + 40, 1.6F * eu * perDistance, 1.6F * ev * perDistance, 3)) - 0.5F;
    const float wave = std::clamp(free + drop.scallop * (held - free), -largestSwing, largestSwing);
    const float fadeIn = std::min(1.0F, (distance / drop.radiusPx - 0.25F) * 2.5F);
    return drop.radiusPx + swing * wave * fadeIn - distance;
}

float DryingContour::runOffDepth(const RunOff &runOff, float x, float y) const
{
    const float px = x - runOff.x;
    const float py = y - runOff.y;
    const float along = px * runOff.directionX + py * runOff.directionY;
    if (along < -2.0F * runOff.startHalfWidthPx || along > runOff.lengthPx + 2.0F * runOff.startHalfWidthPx)
        return outside;
    const float s = std::clamp(along, 0.0F, runOff.lengthPx);
    const float t = s / runOff.lengthPx;
    const float meander = runOff.meanderPx * fbm1(runOff.key, s / 70.0F, 3) * std::min(1.0F, 3.0F * t);
    const float side = py * runOff.directionX - px * runOff.directionY - meander;
    // The bead that came to rest at the lower end is wider than the trail behind it.
    const float bead = std::max(0.0F, t - 0.86F) / 0.14F;
    const float trail =
        runOff.startHalfWidthPx + (runOff.endHalfWidthPx - runOff.startHalfWidthPx) * std::min(1.0F, 2.2F * t);
    const float halfWidth = trail * (1.0F + 0.16F * fbm1(runOff.key + 99, s / 75.0F, 3) + 0.8F * bead * bead);
    const float beyond = along - s;
    return halfWidth - std::sqrt(side * side + beyond * beyond);
}

/// How far the pinning may carry the line beyond the liquid's own outline.
float DryingContour::slackPx() const
{
    return 4.5F * m_pinning.creepPx + m_pinning.holdPx + 2.0F;
}

bool DryingContour::nearLiquid(float x, float y) const
{
    for (std::size_t i = 0; i < m_drops.size(); ++i) {
        const float dx = x - m_drops[i].x;
        const float dy = y - m_drops[i].y;
        if (dx * dx + dy * dy < m_reaches[i])
            return true;
    }
    return !m_runOffs.empty();
}

float DryingContour::depthInside(float x, float y, float relief) const
{
    if (!nearLiquid(x, y))
        return outside;
    const float c = m_pinning.grainCosine;
    const float s = m_pinning.grainSine;
    const float along = x * c + y * s;
    const float across = y * c - x * s;
    // Each groove carries the line a different way along the grain: deep ones draw liquid on.
    const float creep = m_pinning.creepPx * (1.1F * fbm1(m_pinning.key, across / 17.0F, 4) - 0.55F * relief +
                                             0.6F * fbm2(m_pinning.key + 50, along / 60.0F, across / 5.0F, 2));
    // Where the line runs along the grain it rests on some grooves and jumps over what is between.
    const float held = m_pinning.holdPx * fbm1(m_pinning.key + 70, across / (6.0F + 1.5F * m_pinning.holdPx), 2);
    float depth = outside;
    for (const Drop &drop : m_drops) {
        const float u = along + creep - (drop.x * c + drop.y * s);
        const float v = across + held - (drop.y * c - drop.x * s);
        depth = blendedMaximum(depth, dropDepth(drop, u, v), m_blendPx);
    }
    for (const RunOff &runOff : m_runOffs)
        depth = blendedMaximum(depth, runOffDepth(runOff, x + creep * c, y + creep * s), m_blendPx);
    if (depth <= outside * 0.5F)
        return outside;
    // Single grains and crystals hold the line back everywhere.
    return depth + 0.5F * m_pinning.creepPx * fbm2(m_pinning.key + 60, x / 13.0F, y / 13.0F, 3);
}

} // namespace patina::synthesis
