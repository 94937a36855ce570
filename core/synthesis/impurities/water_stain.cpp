#include "core/synthesis/impurities/water_stain.h"

#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/lattice_noise.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr double widestRunOffMm = 0.18; ///< half width
constexpr float gravityDeg = 90.0F;     ///< parts stand upright while they dry

DryingContour::Pinning pinningOf(const Place &place, std::uint64_t key)
{
    CounterRandom random(subKey(key, "pinning"));
    return {place.grainCosine, place.grainSine, static_cast<float>(random.uniform(0.8, 3.0)), subKey(key, "grooves")};
}

} // namespace

WaterStain::WaterStain(const WaterStainRanges &ranges, const Place &place, std::uint64_t key)
    : m_key(key), m_grainCosine(place.grainCosine), m_grainSine(place.grainSine), m_contour(pinningOf(place, key)),
      m_splashes(pinningOf(place, key + 1)), m_residue(pinningOf(place, key + 2))
{
    CounterRandom random(subKey(key, "look"));
    m_rim = static_cast<float>(random.in(ranges.rim));
    m_film = static_cast<float>(random.in(ranges.film));
    m_filmNm = static_cast<float>(random.in(ranges.filmNm));
    m_filmCover = static_cast<float>(random.uniform(0.12, 0.55));
    m_runOff = random.chance(random.in(ranges.runOffShare));
    m_wiped = random.chance(random.in(ranges.wipedShare));
    m_residueStrength = static_cast<float>(random.uniform(-0.6, 1.0));
    const DryingContour::Drop lowest = placeDrops(ranges, place, key);
    m_rimWidthPx = static_cast<float>(random.uniform(0.8, 1.9)) * (0.7F + 0.3F * std::sqrt(m_radiusPx / 40.0F));
    if (m_runOff)
        placeRunOff(lowest, place.mmPerPixel, subKey(key, "run-off"));
    placeSplashes(lowest, subKey(key, "splashes"));
    placeRings(ranges, subKey(key, "rings"));
    placeWipe(subKey(key, "wipe"));
    m_bounds = m_contour.bounds() | m_splashes.bounds();
}

/// The first drop and those that ran into it. \returns the lowest one.
DryingContour::Drop WaterStain::placeDrops(const WaterStainRanges &ranges, const Place &place, std::uint64_t key)
{
    CounterRandom random(subKey(key, "drops"));
    m_radiusMm = random.logIn(ranges.radiusMm);
    // A stain larger than the image has nothing more to show.
    m_radiusPx = static_cast<float>(std::clamp(m_radiusMm / place.mmPerPixel, 3.0,
                                               static_cast<double>(std::max(place.image.width, place.image.height))));
    m_centreX = static_cast<float>(random.uniform(0.04, 0.96) * place.image.width);
    m_centreY = static_cast<float>(random.uniform(0.04, 0.96) * place.image.height);
    if (place.centrePx) {
        m_centreX = static_cast<float>(place.centrePx->x);
        m_centreY = static_cast<float>(place.centrePx->y);
    }
    m_irregularity = static_cast<float>(random.in(ranges.irregularity));
    m_drops = std::max(1, random.wholeIn(ranges.drops));
    DryingContour::Drop drop;
    DryingContour::Drop lowest;
    for (int i = 0; i < m_drops; ++i) {
        const SineCosine around = sineCosineTurns(random.uniform());
        drop.radiusPx = m_radiusPx * static_cast<float>(i == 0 ? 1.0 : random.uniform(0.3, 0.8));
        const auto away =
            i == 0 ? 0.0F : m_radiusPx * static_cast<float>(random.uniform(0.75, 1.0)) + 0.35F * drop.radiusPx;
        drop.x = m_centreX + away * static_cast<float>(around.cosine);
        drop.y = m_centreY + away * static_cast<float>(around.sine);
        drop.stretch = static_cast<float>(random.uniform(1.0, 1.16));
        drop.irregularity = m_irregularity;
        drop.key = random.next();
        m_contour.add(drop);
        if (i == 0 || drop.y + drop.radiusPx > lowest.y + lowest.radiusPx)
            lowest = drop;
    }
    DryingContour::Drop late = drop;
    const SineCosine around = sineCosineTurns(random.uniform());
    const auto away = static_cast<float>(random.uniform(0.0, 0.3)) * m_radiusPx;
    late.x = m_centreX + away * static_cast<float>(around.cosine);
    late.y = m_centreY + away * static_cast<float>(around.sine);
    late.radiusPx = m_radiusPx * static_cast<float>(random.uniform(0.25, 0.5));
    late.irregularity = 0.35F;
    late.key = random.next();
    m_residue.add(late);
    return lowest;
}

void WaterStain::placeRunOff(const DryingContour::Drop &drop, double mmPerPixel, std::uint64_t key)
{
    // A rivulet's width is set by its surface tension, not by the drop it came from.
    const float widestPx = std::max(2.4F, static_cast<float>(widestRunOffMm / mmPerPixel));
    CounterRandom random(key);
    const SineCosine down = sineCosineDegrees(static_cast<double>(gravityDeg) + random.uniform(-9.0, 9.0));
    DryingContour::RunOff runOff;
    runOff.x = drop.x + drop.radiusPx * static_cast<float>(random.uniform(-0.3, 0.3));
    runOff.y = drop.y + 0.5F * drop.radiusPx;
    runOff.directionX = static_cast<float>(down.cosine);
    runOff.directionY = static_cast<float>(down.sine);
    runOff.lengthPx = drop.radiusPx * static_cast<float>(random.uniform(1.6, 5.0));
    runOff.startHalfWidthPx =
        std::clamp(drop.radiusPx * static_cast<float>(random.uniform(0.07, 0.17)), 2.3F, widestPx);
    runOff.endHalfWidthPx = std::max(2.0F, runOff.startHalfWidthPx * static_cast<float>(random.uniform(0.5, 0.8)));
    runOff.meanderPx = runOff.startHalfWidthPx * static_cast<float>(random.uniform(0.5, 1.8));
    runOff.key = subKey(key, "path");
    m_contour.add(runOff);
}

/// Small drops that fell beside the large one.
void WaterStain::placeSplashes(const DryingContour::Drop &drop, std::uint64_t key)
{
    CounterRandom random(key);
    const int count = static_cast<int>(random.uniform() * random.uniform() * 9.0);
    for (int i = 0; i < count; ++i) {
        const SineCosine around = sineCosineTurns(random.uniform());
        const float away = m_radiusPx * static_cast<float>(random.uniform(1.25, 2.6));
        DryingContour::Drop splash = drop;
        splash.x = m_centreX + away * static_cast<float>(around.cosine);
        splash.y = m_centreY + away * static_cast<float>(around.sine);
        splash.radiusPx =
            std::max(2.5F, m_radiusPx * static_cast<float>(0.04 + 0.16 * random.uniform() * random.uniform()));
        splash.irregularity = 0.7F * m_irregularity;
        splash.key = random.next();
        m_splashes.add(splash);
    }
}

void WaterStain::placeRings(const WaterStainRanges &ranges, std::uint64_t key)
{
    CounterRandom random(key);
    const int count = random.wholeIn(ranges.innerRings);
    float depth = 0.0F;
    float strength = 0.65F;
    for (int i = 0; i < count; ++i) {
        depth += m_radiusPx * static_cast<float>(random.uniform(0.07, 0.24));
        strength *= static_cast<float>(random.uniform(0.45, 0.85));
        m_rings.push_back({depth, strength, random.next()});
    }
}

void WaterStain::placeWipe(std::uint64_t key)
{
    CounterRandom random(key);
    const SineCosine stroke = sineCosineDegrees(random.uniform(-60.0, 60.0));
    m_wipe.directionX = static_cast<float>(stroke.cosine);
    m_wipe.directionY = static_cast<float>(stroke.sine);
    m_wipe.offsetPx = m_radiusPx * static_cast<float>(random.uniform(-0.6, 0.6));
    m_wipe.halfWidthPx = m_radiusPx * static_cast<float>(random.uniform(0.3, 0.7));
    m_wipe.strength = static_cast<float>(random.uniform(0.75, 1.0));
}

/// Share of the deposit that the cloth left, streaky along its stroke.
float WaterStain::leftByWipe(float x, float y) const
{
    const float px = x - m_centreX;
    const float py = y - m_centreY;
    const float along = px * m_wipe.directionX + py * m_wipe.directionY;
    const float across = py * m_wipe.directionX - px * m_wipe.directionY - m_wipe.offsetPx;
    const float edge = m_wipe.halfWidthPx * (1.0F + 0.15F * fbm1(m_key + 301, along / 40.0F, 2));
    const float inBand = 1.0F - smoothStep(0.8F * edge, 1.15F * edge, std::abs(across));
    if (inBand <= 0.0F)
        return 1.0F;
    const float streaks = smoothStep(-0.25F, 0.45F, fbm2(m_key + 302, along / 160.0F, across / 5.0F, 3));
    return 1.0F - inBand * m_wipe.strength * (1.0F - 0.7F * streaks);
}

float WaterStain::rimAt(float x, float y, float depth) const
{
    const float scale = 1.0F / (0.55F * m_radiusPx + 6.0F);
    const float uneven = std::clamp(0.62F + 0.75F * fbm2(m_key + 11, x * scale, y * scale, 3), 0.12F, 1.1F);
    const float grains = 1.0F + 0.5F * gradientNoise2(m_key + 12, x * 0.41F, y * 0.41F);
    const float inward = std::max(0.0F, depth - 1.2F);
    const float crisp = fastExp(-inward / m_rimWidthPx);
    const float soft = fastExp(-inward / (0.13F * m_radiusPx + 2.0F));
    return m_rim * uneven * (crisp * grains + 0.14F * soft);
}

float WaterStain::ringsAt(float x, float y, float depth) const
{
    float sum = 0.0F;
    const float scale = 1.0F / (0.7F * m_radiusPx + 4.0F);
    for (const Ring &ring : m_rings) {
        if (depth < 0.4F * ring.depthPx || depth > 1.8F * ring.depthPx + 20.0F)
            continue;
        const float arc = smoothStep(-0.28F, 0.22F, fbm2(ring.key, x * scale, y * scale, 2));
        const float line = depth - ring.depthPx * (1.0F + 0.4F * fbm2(ring.key + 31, x * scale, y * scale, 4));
        // Steep outside, fading inwards, like the rim itself.
        const float profile = line < 0.0F ? fastExp(-line * line) : fastExp(-line / (1.5F * m_rimWidthPx));
        sum += ring.strength * arc * profile;
    }
    return m_rim * sum;
}

WaterStain::Layer WaterStain::layerAt(float x, float y, float depth) const
{
    const float edge = smoothStep(0.0F, 1.5F, depth);
    const float scale = 1.0F / (0.5F * m_radiusPx + 5.0F);
    const float cloud = fbm2(m_key + 21, x * scale, y * scale, 4);
    const float residueDepth = m_residue.depthInside(x, y);
    const float residue = residueDepth > 0.0F
                              ? smoothStep(0.0F, 1.5F, residueDepth) * (0.5F + 0.9F * fastExp(-residueDepth / 2.0F))
                              : 0.0F;
    // The film lies in the grooves: it follows the grain.
    const float along = x * m_grainCosine + y * m_grainSine;
    const float across = y * m_grainCosine - x * m_grainSine;
    const float lodged = 1.0F + 0.40F * fbm2(m_key + 22, along / 55.0F, across / 2.7F, 2);
    const float inside = std::max(0.15F, 1.0F + 0.7F * cloud) * lodged * (1.0F + m_residueStrength * residue);
    Layer layer;
    layer.scatter =
        std::min(0.9F, edge * (rimAt(x, y, depth) * lodged + ringsAt(x, y, depth) + 0.3F * m_film * inside));
    layer.film = edge * m_filmCover * (0.3F + 0.7F * fastExp(-depth / (0.22F * m_radiusPx + 2.0F)));
    layer.filmNm =
        std::max(0.0F, m_filmNm * (0.45F + 0.35F * cloud + 0.8F * fastExp(-depth / (0.25F * m_radiusPx + 2.0F))));
    layer.roughen = edge * (0.010F * m_film * inside + 0.03F * layer.scatter);
    if (m_wiped) {
        const float left = leftByWipe(x, y);
        layer.scatter *= left;
        layer.film *= left;
        layer.roughen *= left;
    }
    return layer;
}

void WaterStain::addTo(const cv::Rect &area, DepositPlanes &deposit, cv::Mat1b &mask) const
{
    const cv::Rect box = m_bounds & area;
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x) {
            const auto fx = static_cast<float>(x);
            const auto fy = static_cast<float>(y);
            const float depth = std::max(m_contour.depthInside(fx, fy), m_splashes.depthInside(fx, fy));
            if (depth <= 0.0F)
                continue;
            const Layer layer = layerAt(fx, fy, depth);
            const cv::Point at(x - area.x, y - area.y);
            float &film = deposit.film(at);
            float &filmNm = deposit.filmNm(at);
            if (const float both = film + layer.film; both > 0.0F)
                filmNm = (filmNm * film + layer.filmNm * layer.film) / both;
            film = 1.0F - (1.0F - film) * (1.0F - layer.film);
            deposit.scatter(at) = 1.0F - (1.0F - deposit.scatter(at)) * (1.0F - layer.scatter);
            deposit.roughen(at) += layer.roughen;
            mask(at) = 255;
        }
}

nlohmann::ordered_json WaterStain::parameters() const
{
    return {{"class", className()},
            {"centrePx", {m_centreX, m_centreY}},
            {"radiusMm", m_radiusMm},
            {"drops", m_drops},
            {"irregularity", m_irregularity},
            {"rim", m_rim},
            {"film", m_film},
            {"filmNm", m_filmNm},
            {"innerRings", m_rings.size()},
            {"runOff", m_runOff},
            {"wiped", m_wiped}};
}

} // namespace patina::synthesis
