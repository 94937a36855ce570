#include "core/synthesis/impurities/coolant.h"

#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/lattice_noise.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr float leastShare = 0.02F;
constexpr Rgb greyResidue{0.60F, 0.60F, 0.585F};
constexpr Rgb yellowResidue{0.56F, 0.49F, 0.33F};
constexpr Rgb yellowed{0.97F, 0.90F, 0.72F}; ///< what the thickest yellow residue lets through

cv::Point2f centreOf(const Place &place, std::uint64_t key)
{
    CounterRandom random(subKey(key, "centre"));
    const double x = random.uniform(0.05, 0.95) * place.image.width;
    const double y = random.uniform(0.05, 0.85) * place.image.height;
    return {static_cast<float>(x), static_cast<float>(y)};
}

} // namespace

Coolant::Coolant(const CoolantRanges &ranges, const Place &place, std::uint64_t key)
    : m_key(key), m_grip(place, centreOf(place, key).x, centreOf(place, key).y),
      m_contour({place.grainCosine, place.grainSine, 3.2F, 5.0F, subKey(key, "grooves")}),
      m_centreX(centreOf(place, key).x), m_centreY(centreOf(place, key).y), m_grainCosine(place.grainCosine),
      m_grainSine(place.grainSine)
{
    CounterRandom random(subKey(key, "look"));
    m_residue = static_cast<float>(random.in(ranges.residue));
    m_edge = static_cast<float>(random.in(ranges.edge));
    m_yellowness = static_cast<float>(random.in(ranges.yellowness));
    m_blotches = static_cast<float>(random.in(ranges.blotches));
    m_radiusMm = random.logIn(ranges.radiusMm);
    m_radiusPx = static_cast<float>(std::clamp(m_radiusMm / place.mmPerPixel, 4.0,
                                               static_cast<double>(std::max(place.image.width, place.image.height))));
    m_stretch = static_cast<float>(std::sqrt(random.in(ranges.stretch)));
    CounterRandom pose(subKey(place.poseKey, "down"));
    m_downDeg = pose.in(ranges.downDeg);
    for (std::size_t i = 0; i < 3; ++i)
        m_colour[i] = greyResidue[i] + (yellowResidue[i] - greyResidue[i]) * m_yellowness;
    placePools(ranges, place, subKey(key, "pools"));
    placeDrips(ranges, place, subKey(key, "drips"));
    placeBubbles(ranges, place, subKey(key, "bubbles"));
}

void Coolant::placePools(const CoolantRanges &ranges, const Place &place, std::uint64_t key)
{
    CounterRandom random(key);
    const int count = std::max(1, random.wholeIn(ranges.pools));
    for (int i = 0; i < count; ++i) {
        const auto along = i == 0 ? 0.0F : m_radiusPx * m_stretch * static_cast<float>(random.gaussian() * 0.6);
        const auto across = i == 0 ? 0.0F : m_radiusPx / m_stretch * static_cast<float>(random.gaussian() * 0.8);
        DryingContour::Drop pool;
        pool.radiusPx = m_radiusPx * static_cast<float>(i == 0 ? 0.8 : random.logIn({0.15, 0.8}));
        pool.x = m_centreX + along * place.grainCosine - across * place.grainSine;
        pool.y = m_centreY + along * place.grainSine + across * place.grainCosine;
        pool.stretch = m_stretch * static_cast<float>(random.uniform(0.85, 1.15));
        pool.irregularity = static_cast<float>(random.uniform(0.2, 0.5));
        pool.scallop = static_cast<float>(random.uniform(0.0, 0.6));
        pool.key = random.next();
        m_contour.add(pool);
        m_pools.push_back(pool);
    }
}

void Coolant::placeDrips(const CoolantRanges &ranges, const Place &place, std::uint64_t key)
{
    CounterRandom random(key);
    m_drips = random.wholeIn(ranges.dripTracks);
    for (int i = 0; i < m_drips; ++i) {
        const auto &from = m_pools[static_cast<std::size_t>(random.uniform() * static_cast<double>(m_pools.size()))];
        const SineCosine down = sineCosineDegrees(m_downDeg + random.uniform(-5.0, 5.0));
        DryingContour::RunOff drip;
        drip.directionX = static_cast<float>(down.cosine);
        drip.directionY = static_cast<float>(down.sine);
        drip.x = from.x + from.radiusPx * static_cast<float>(random.uniform(-0.5, 0.5));
        drip.y = from.y + from.radiusPx * static_cast<float>(random.uniform(-0.2, 0.3));
        drip.lengthPx = std::max(6.0F, m_radiusPx * static_cast<float>(random.uniform(0.8, 3.5)));
        drip.startHalfWidthPx = std::max(2.2F, static_cast<float>(random.uniform(0.10, 0.35) / place.mmPerPixel));
        drip.endHalfWidthPx = std::max(1.8F, drip.startHalfWidthPx * static_cast<float>(random.uniform(0.4, 0.9)));
        drip.meanderPx = drip.startHalfWidthPx * static_cast<float>(random.uniform(0.3, 1.2));
        drip.key = random.next();
        m_contour.add(drip);
    }
}

void Coolant::placeBubbles(const CoolantRanges &ranges, const Place &place, std::uint64_t key)
{
    CounterRandom random(key);
    const int count = random.wholeIn(ranges.bubbles);
    const SineCosine nest = sineCosineTurns(random.uniform());
    const auto nestAway = static_cast<float>(random.uniform(0.0, 0.5)) * m_radiusPx;
    for (int i = 0; i < count; ++i) {
        const auto spread = 0.28F * m_radiusPx;
        Bubble bubble{};
        bubble.x = m_centreX + nestAway * static_cast<float>(nest.cosine) +
                   spread * m_stretch * static_cast<float>(random.gaussian());
        bubble.y = m_centreY + nestAway * static_cast<float>(nest.sine) +
                   spread / m_stretch * static_cast<float>(random.gaussian());
        bubble.radiusPx = std::max(1.5F, static_cast<float>(random.logIn({0.04, 0.35}) / place.mmPerPixel));
        bubble.strength = static_cast<float>(random.uniform(0.2, 1.0));
        m_bubbles.push_back(bubble);
    }
}

/// Thin rings, a little less residue inside: the bubble's wall carried it outwards.
float Coolant::bubblesAt(float x, float y) const
{
    float sum = 0.0F;
    for (const Bubble &bubble : m_bubbles) {
        const float dx = x - bubble.x;
        const float dy = y - bubble.y;
        const float reach = 1.5F * bubble.radiusPx + 4.0F;
        if (std::abs(dx) > reach || std::abs(dy) > reach)
            continue;
        const float wobble =
            1.0F + 0.18F * fbm2(m_key + 41, x / (bubble.radiusPx + 3.0F), y / (bubble.radiusPx + 3.0F), 2);
        const float away = std::sqrt(dx * dx + dy * dy) - bubble.radiusPx * wobble;
        const float line = fastExp(-away * away * 0.8F);
        const float arc =
            smoothStep(-0.4F, 0.2F, fbm2(m_key + 42, x / (2.0F * bubble.radiusPx), y / (2.0F * bubble.radiusPx), 2));
        sum += bubble.strength * (line * arc - (away < 0.0F ? 0.25F : 0.0F));
    }
    return sum;
}

float Coolant::residueAt(float x, float y, float depth, float relief) const
{
    const float along = x * m_grainCosine + y * m_grainSine;
    const float across = y * m_grainCosine - x * m_grainSine;
    const float scale = 1.0F / (0.22F * m_radiusPx + 6.0F);
    // Blotches of several sizes, drawn out along the tool marks.
    const float blotch = fbm2(m_key + 21, along * scale / (1.3F * m_stretch), across * scale, 5);
    const float patches = smoothStep(-0.12F, 0.28F, blotch);
    const float marks = fbm2(m_key + 22, along / 90.0F, across / 3.0F, 3);
    const float mottle = gradientNoise2(m_key + 23, x / 2.6F, y / 2.6F);
    const float body = m_residue * (1.0F - m_blotches + 1.5F * m_blotches * patches) *
                       std::max(0.1F, 1.0F + 0.35F * marks + 0.22F * mottle);
    const float width = 1.6F + 0.9F * std::max(0.0F, fbm2(m_key + 24, x * 0.02F, y * 0.02F, 2));
    const float tide = m_edge * fastExp(-depth / width) *
                       smoothStep(-0.35F, 0.3F, fbm2(m_key + 25, x * scale * 0.8F, y * scale * 0.8F, 3));
    // A second mark where a blotch ends: it dried last there.
    const float drying = 0.35F * m_edge * m_blotches * fastExp(-(blotch - 0.02F) * (blotch - 0.02F) * 900.0F);
    const float rings = m_bubbles.empty() ? 0.0F : 0.5F * (m_residue + m_edge) * bubblesAt(x, y);
    return std::max(0.0F, body + tide + drying + rings) * std::clamp(1.0F - 0.28F * relief, 0.3F, 1.8F);
}

void Coolant::addTo(const cv::Rect &area, DepositPlanes &deposit, cv::Mat1b &mask) const
{
    const cv::Rect box = bounds() & area;
    if (box.empty())
        return;
    const cv::Mat1f relief = m_grip.relief(box);
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x) {
            const auto fx = static_cast<float>(x);
            const auto fy = static_cast<float>(y);
            const float height = relief(y - box.y, x - box.x);
            const float depth = m_contour.depthInside(fx, fy, height);
            if (depth <= 0.0F)
                continue;
            const float residue = std::min(0.85F, smoothStep(0.0F, 1.8F, depth) * residueAt(fx, fy, depth, height));
            if (residue < leastShare)
                continue;
            Deposit &pixel = deposit.at(x, y);
            pixel.addScatter(residue, m_colour);
            pixel.roughen += 0.035F * residue;
            const float stain = m_yellowness * std::min(1.0F, 1.6F * residue);
            pixel.tint({1.0F - stain * (1.0F - yellowed[0]), 1.0F - stain * (1.0F - yellowed[1]),
                        1.0F - stain * (1.0F - yellowed[2])});
            pixel.touched = true;
            mask(y - area.y, x - area.x) = 255;
        }
}

nlohmann::ordered_json Coolant::parameters() const
{
    return {{"class", className()},        {"centrePx", {m_centreX, m_centreY}},
            {"radiusMm", m_radiusMm},      {"pools", m_pools.size()},
            {"residue", m_residue},        {"edge", m_edge},
            {"yellowness", m_yellowness},  {"blotches", m_blotches},
            {"bubbles", m_bubbles.size()}, {"dripTracks", m_drips},
            {"downDeg", m_downDeg}};
}

} // namespace patina::synthesis
