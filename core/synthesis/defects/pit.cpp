#include "core/synthesis/defects/pit.h"

#include "core/synthesis/noise/lattice_noise.h"

#include <array>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr double maskFraction = 0.12; ///< of the pit's depth
constexpr int mostLobes = 4;
constexpr double crumbSlope = 0.8; ///< height over pixel
constexpr float ridgePx = 9.0F;
constexpr float facetContrast = 1.5F; ///< of the logarithm of their light
constexpr float etchedAlpha2 = 0.34F * 0.34F;
constexpr float oxideAlpha2 = 0.3F * 0.3F;

/// Sharp ridges between hollows, as where grains broke out, at three scales (Musgrave 1994): about [-1, 1].
float ridges(std::uint64_t key, float x, float y)
{
    float sum = 0.0F;
    float amplitude = 0.6F;
    float scale = 1.0F / ridgePx;
    for (std::uint64_t octave = 0; octave < 3; ++octave, amplitude *= 0.55F, scale *= 1.9F)
        sum += amplitude * (1.0F - 3.0F * std::abs(gradientNoise2(key + octave, x * scale + 3.7F, y * scale + 5.1F)));
    return sum;
}

/// As uneven from pixel to pixel as from one to the next but five: about [-1, 1].
float grain(std::uint64_t key, float x, float y)
{
    return 0.7F * gradientNoise2(key, x / 6.1F, y / 6.1F) + 0.7F * gradientNoise2(key + 1, x / 3.1F + 3.7F, y / 3.1F) +
           0.9F * gradientNoise2(key + 2, x / 1.6F, y / 1.6F + 5.1F);
}

struct Lobe
{
    float x = 0.0F;
    float y = 0.0F;
    float radiusPx = 1.0F;
    float depth = 1.0F; ///< over the pit's
};

} // namespace

struct Pit::Shape
{
    std::array<Lobe, mostLobes> lobe{};
    int lobes = 1;
    float radiusPx = 1.0F;
    float stretchX = 1.0F;
    float cosine = 1.0F;
    float sine = 0.0F;
    float depthUm = 1.0F;
    float wall = 0.35F; ///< width of the wall in radii
    float irregularity = 0.2F;
    float rough = 1.0F;   ///< the floor
    float crumbUm = 0.0F; ///< height of the floor's roughness, as far as a pixel resolves it
    float haloPx = 0.0F;
    float halo = 0.5F;
    float darkness = 0.5F;
    float rust = 0.0F; ///< share of the oxide
    std::uint64_t key = 0;
};

Pit::Pit(const PitRanges &ranges, const Place &place, std::uint64_t key)
{
    CounterRandom random(subKey(key, "pit"));
    Shape shape;
    shape.key = subKey(key, "shape");
    const double diameterMm = random.logIn(ranges.diameterMm);
    const double diameterPx = patchLengthPx(diameterMm, place, 2.0, 0.25);
    shape.radiusPx = static_cast<float>(0.5 * diameterPx);
    const double depthUm = 1000.0 * diameterPx * place.mmPerPixel * random.logIn(ranges.depthToWidth);
    shape.depthUm = static_cast<float>(depthUm);
    shape.crumbUm = static_cast<float>(std::min(0.8 * depthUm, crumbSlope * 1000.0 * place.mmPerPixel));
    shape.irregularity = static_cast<float>(random.in(ranges.irregularity));
    shape.haloPx = static_cast<float>(random.in(ranges.haloToDiameter) * diameterPx);
    shape.halo = static_cast<float>(random.uniform(0.25, 0.8));
    shape.darkness = static_cast<float>(random.in(ranges.darkness));
    shape.wall = static_cast<float>(random.uniform(0.1, 0.35));
    shape.stretchX = static_cast<float>(random.in(ranges.widthToLength));
    const SineCosine turn = sineCosineTurns(random.uniform());
    shape.cosine = static_cast<float>(turn.cosine);
    shape.sine = static_cast<float>(turn.sine);
    shape.lobe[0].radiusPx = shape.radiusPx;
    shape.lobes = std::min(mostLobes, random.wholeIn(ranges.joined));
    for (int i = 1; i < shape.lobes; ++i) {
        const SineCosine side = sineCosineTurns(random.uniform());
        const double away = shape.radiusPx * random.uniform(0.55, 1.2);
        shape.lobe[static_cast<std::size_t>(i)] = {static_cast<float>(away * side.cosine),
                                                   static_cast<float>(away * side.sine),
                                                   shape.radiusPx * static_cast<float>(random.uniform(0.25, 0.8)),
                                                   static_cast<float>(random.uniform(0.35, 0.9))};
    }
    shape.rough = static_cast<float>(CounterRandom(subKey(key, "floor")).in(ranges.floorRoughness));
    shape.rust = static_cast<float>(CounterRandom(subKey(key, "rust")).in(ranges.rustShare));
    shape.crumbUm *= shape.rough;
    const double reach = (2.1 + 0.6 * static_cast<double>(shape.irregularity)) * static_cast<double>(shape.radiusPx) +
                         1.8 * static_cast<double>(shape.haloPx) + 2.0;
    open(random, place, reach, reach);
    fill(2, [&](float x, float y) { return pointOf(shape, x, y); });
    finish(place.mmPerPixel, depthUm, maskFraction);
    m_parameters = {{"class", className()},
                    {"centrePx", {m_centreX, m_centreY}},
                    {"diameterMm", diameterMm},
                    {"depthUm", depthUm},
                    {"irregularity", shape.irregularity},
                    {"haloPx", shape.haloPx},
                    {"darkness", shape.darkness},
                    {"widthToLength", shape.stretchX},
                    {"floorRoughness", shape.rough},
                    {"rustShare", shape.rust},
                    {"lobes", shape.lobes}};
}

/// How much of its depth is taken away there, and how far outside of its outline that is.
Pit::Hollow Pit::hollowOf(const Shape &shape, float x, float y)
{
    // The outline is a level line of noise on the plane: ragged, but without a middle that its bays point to.
    const float wide = 0.7F * shape.radiusPx + 2.0F;
    const float ragged = 1.3F * shape.irregularity * fbm2(subKey(shape.key, 1), x / wide, y / wide, 5);
    Hollow hollow;
    float whole = 1.0F; // share of the height that no lobe took
    for (int i = 0; i < shape.lobes; ++i) {
        const Lobe &lobe = shape.lobe[static_cast<std::size_t>(i)];
        const float dx = x - lobe.x;
        const float dy = y - lobe.y;
        const float u = (dx * shape.cosine + dy * shape.sine) / (lobe.radiusPx * shape.stretchX);
        const float v = (dy * shape.cosine - dx * shape.sine) / lobe.radiusPx;
        const float radius = std::sqrt(u * u + v * v);
        if (radius > 6.0F + 4.0F * shape.haloPx / lobe.radiusPx)
            continue;
        const float q = radius + ragged;
        whole *= 1.0F - lobe.depth * (1.0F - smoothStep(1.0F - shape.wall, 1.0F, q));
        hollow.outsidePx = std::min(hollow.outsidePx, (q - 1.0F) * lobe.radiusPx);
    }
    hollow.depth = 1.0F - whole;
    return hollow;
}

DamagePoint Pit::pointOf(const Shape &shape, float x, float y)
{
    const auto [depth, outsidePx] = hollowOf(shape, x, y);
    DamagePoint point;
    const float bottom = shape.rough * fbm2(subKey(shape.key, 2), x / (0.5F * shape.radiusPx + 2.0F),
                                            y / (0.5F * shape.radiusPx + 2.0F), 4);
    const float inside = smoothStep(0.05F, 0.4F, depth);
    // The attack goes on at every scale: at a pixel's the floor is as steep as below it.
    const float crumbs = ridges(subKey(shape.key, 4), x, y);
    const float stains = 0.8F * bottom + shape.rough * grain(subKey(shape.key, 7), x, y);
    point.heightUm = -shape.depthUm * depth * (0.85F + 0.3F * bottom) + shape.crumbUm * inside * crumbs;
    point.smear = smoothStep(0.0F, 0.3F, depth);
    point.alpha2 = oxideAlpha2;
    point.removed = point.smear;
    // Facets of the floor reflect more or less of what the oxide leaves by factors: few are bright.
    point.cavity = inside * std::clamp(1.0F - (1.0F - shape.darkness) * fastExp(facetContrast * stains), -0.5F, 0.95F);
    if (shape.haloPx > 0.0F && outsidePx < 1.8F * shape.haloPx)
        etch(shape, x, y, outsidePx, inside, point);
    if (shape.rust > 0.0F && point.cavity > 0.0F)
        point.rust = -shape.rust * static_cast<float>(logarithm(1.0 - static_cast<double>(point.cavity)));
    return point;
}

/// The etched metal around it: patchy, gone with the distance, hardly lower than the rest.
void Pit::etch(const Shape &shape, float x, float y, float outsidePx, float inside, DamagePoint &point)
{
    const float patchy = fbm2(subKey(shape.key, 3), x / 6.0F, y / 6.0F, 4);
    const float away = std::max(0.0F, outsidePx) / shape.haloPx;
    const float etched =
        shape.halo * (1.0F - smoothStep(0.05F, 1.0F, away + 0.75F * patchy * std::min(1.0F, away * 4.0F)));
    point.smear = std::max(point.smear, etched);
    point.alpha2 = etchedAlpha2 + (oxideAlpha2 - etchedAlpha2) * inside;
    point.cavity = std::max(point.cavity, 0.3F * etched * (0.6F + 0.6F * patchy));
    point.heightUm -= 0.012F * shape.depthUm * etched * (1.0F + patchy);
}

} // namespace patina::synthesis
