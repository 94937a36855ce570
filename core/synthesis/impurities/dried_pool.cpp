#include "core/synthesis/impurities/dried_pool.h"

#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/lattice_noise.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr float lastPull = 0.55F; ///< k of the drying time: how soon the line forgets the outline

} // namespace

/// Uneven along the outline: wide and strong where the flow ended, thin elsewhere, missing in places.
float DriedPool::rimAt(float x, float y, float depth) const
{
    const float scale = 1.0F / (0.55F * m_look.radiusPx + 6.0F);
    const float flow = fbm2(m_look.key + 11, x * scale, y * scale, 3);
    const float uneven = std::clamp(0.62F + 1.1F * flow, 0.05F, 1.25F);
    const float width =
        m_look.rimWidthPx *
        std::clamp(1.0F + 1.4F * fbm2(m_look.key + 13, 2.3F * x * scale, 2.3F * y * scale, 2), 0.45F, 2.2F);
    const float clumps = 1.0F + 0.55F * gradientNoise2(m_look.key + 12, x * 0.37F, y * 0.37F);
    const float inward = std::max(0.0F, depth - 1.1F);
    const float crisp = fastExp(-inward / width);
    const float soft = fastExp(-inward / (0.10F * m_look.radiusPx + 2.0F));
    return m_look.rim * uneven * (crisp * clumps + 0.17F * soft);
}

float DriedPool::ringsAt(float x, float y, float depth, float toLast, float time) const
{
    float sum = 0.0F;
    const float scale = 1.0F / (0.6F * m_look.radiusPx + 4.0F);
    const float whole = depth + toLast;
    const float perPx = whole * whole / std::max(toLast, 1.0F); // pixels of depth to a unit of time
    for (const Ring &ring : m_look.rings) {
        const float away = time - ring.time;
        if (away < -0.16F || away > 0.30F)
            continue;
        const float wander = 0.22F * ring.time * fbm2(ring.key + 31, x * scale, y * scale, 3);
        const float line = (away - wander) * perPx;
        const float width = 0.8F + 0.75F * m_look.rimWidthPx;
        // Steep outside, fading inwards, like the rim itself.
        const float profile = line < 0.0F ? fastExp(-line * line) : fastExp(-line / width);
        if (profile < 0.02F)
            continue;
        const float arc = smoothStep(-0.25F, 0.25F, fbm2(ring.key, x * scale, y * scale, 2));
        sum += ring.strength * arc * profile;
    }
    return m_look.rim * sum;
}

/// Single grains on a jittered grid; the more salt there is, the more cells hold one.
float DriedPool::grainsAt(float x, float y, float share) const
{
    const float pitch = 2.6F * m_look.grainPx + 0.6F;
    const float cellX = std::floor(x / pitch);
    const float cellY = std::floor(y / pitch);
    float most = 0.0F;
    for (int j = -1; j <= 1; ++j)
        for (int i = -1; i <= 1; ++i) {
            const auto column = static_cast<std::int64_t>(cellX) + i;
            const auto row = static_cast<std::int64_t>(cellY) + j;
            const std::uint64_t bits = latticeKey(m_look.key + 71, column, row);
            if (unit16(bits, 0) > share)
                continue;
            const float size = m_look.grainPx * (0.45F + 1.1F * unit16(bits, 1) * unit16(bits, 1));
            const float dx = x - (static_cast<float>(column) + unit16(bits, 2)) * pitch;
            const float dy = y - (static_cast<float>(row) + unit16(bits, 3)) * pitch;
            const float away = std::sqrt(dx * dx + dy * dy);
            most = std::max(most, std::clamp(size + 0.5F - away, 0.0F, 1.0F) * (0.4F + 0.6F * unit16(bits, 1)));
        }
    return most;
}

DriedPool::Layer DriedPool::layerAt(float x, float y, float relief) const
{
    Layer layer;
    const float depth = m_contour.depthInside(x, y, relief);
    if (depth <= 0.0F)
        return layer;
    layer.inside = smoothStep(0.0F, 1.5F, depth);
    const float dx = x - m_look.lastX;
    const float dy = y - m_look.lastY;
    const float toLast = lastPull * std::sqrt(dx * dx + dy * dy);
    const float scale = 1.0F / (0.5F * m_look.radiusPx + 5.0F);
    const float cloud = fbm2(m_look.key + 21, x * scale, y * scale, 4);
    const float plain = depth / (depth + toLast + 0.5F);
    const float time = plain + (0.30F * cloud + 0.35F * fbm2(m_look.key + 24, x * 2.1F * scale, y * 2.1F * scale, 4)) *
                                   plain * (1.0F - 0.6F * plain);
    const float late = smoothStep(0.72F, 0.80F, time) * (0.55F + 0.45F * smoothStep(0.86F, 0.79F, time));
    // Salts lodge in the grooves and leave the ridges bare.
    const float lodged = std::clamp(1.0F - 0.30F * relief, 0.35F, 1.8F);
    const float rim = rimAt(x, y, depth);
    const float rings = ringsAt(x, y, depth, toLast, time);
    const float base = m_look.inside * std::max(0.12F, (1.0F + 0.9F * cloud) * (1.0F + m_look.residue * late));
    const float body = rim + 0.55F * rings + base;
    const float nests = smoothStep(0.05F, 0.65F, fbm2(m_look.key + 23, x / 11.0F, y / 11.0F, 3));
    const float share = m_look.crystals * (1.1F * rim + 0.8F * rings + (0.25F + 0.9F * late) * base * nests);
    const float grains = share > 0.02F ? grainsAt(x, y, std::min(0.85F, share)) : 0.0F;
    layer.solid = std::min(0.93F, layer.inside * (body * (1.0F - 0.45F * m_look.crystals) * lodged + 0.75F * grains));
    const float edge = fastExp(-depth / (0.22F * m_look.radiusPx + 2.0F));
    layer.film = layer.inside * m_look.filmCover * (0.35F + 0.65F * edge) * std::clamp(1.0F + 0.8F * cloud, 0.1F, 1.5F);
    // Thickest behind the rim; each place where the line held left a step.
    layer.filmNm = std::max(0.0F, m_look.filmNm * (0.40F + 0.45F * cloud + 0.85F * edge + 0.5F * rings + 0.35F * late));
    layer.roughen = layer.inside * (0.012F * base * lodged + 0.03F * layer.solid);
    return layer;
}

} // namespace patina::synthesis
