#include "core/synthesis/defects/chip.h"

#include "core/synthesis/noise/lattice_noise.h"

#include <array>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr double maskFraction = 0.08; ///< of the chip's depth
constexpr int mostFlats = 8;
constexpr int sides = 8;
constexpr float fractureAlpha2 = 0.29F * 0.29F;

} // namespace

struct Chip::Shape
{
    float cosine = 1.0F; ///< direction of the edge; the chip reaches to its right
    float sine = 0.0F;
    float halfWidthPx = 1.0F;
    float reachPx = 1.0F;
    float depthUm = 1.0F;
    float impactU = 0.0F; ///< in half widths
    float impactV = 0.0F; ///< in reaches
    float ripples = 0.0F;
    float ringPx = 6.0F;
    float scarp = 0.3F; ///< share of the depth that the border falls at once
    float irregularity = 0.2F;
    float dullness = 0.2F;
    bool atEdge = true;
    std::array<std::array<float, 2>, sides> side{}; ///< normals of the outline's straight stretches over their distance
    int flats = 0;
    std::array<std::array<float, 3>, mostFlats> flat{}; ///< fall along and across, depth at the centre, over the depth
    std::uint64_t key = 0;
};

Chip::Chip(const ChipRanges &ranges, const Place &place, std::uint64_t key)
{
    CounterRandom random(subKey(key, "chip"));
    Shape shape;
    shape.key = subKey(key, "shape");
    const double widthMm = random.logIn(ranges.widthMm);
    const double widthPx = patchLengthPx(widthMm, place, 5.0, 0.5);
    const double reachPx =
        std::max(3.0, std::min(widthPx * random.logIn(ranges.reachToWidth), patchLengthPx(1e9, place, 3.0, 0.4)));
    shape.halfWidthPx = static_cast<float>(0.5 * widthPx);
    shape.reachPx = static_cast<float>(reachPx);
    const double depthUm = 1000.0 * widthPx * place.mmPerPixel * random.logIn(ranges.depthToWidth);
    shape.depthUm = static_cast<float>(depthUm);
    shape.ripples = static_cast<float>(random.in(ranges.ripplesToDepth));
    shape.ringPx = static_cast<float>(widthPx * random.uniform(0.05, 0.13) + 2.0);
    shape.scarp = static_cast<float>(random.uniform(0.15, 0.45));
    shape.irregularity = static_cast<float>(random.uniform(0.12, 0.34));
    shape.dullness = static_cast<float>(random.uniform(0.02, 0.3));
    shape.flats = random.wholeIn(ranges.flats);
    shape.impactU = static_cast<float>(random.uniform(-0.5, 0.5));
    shape.impactV = static_cast<float>(random.uniform(-0.35, 0.0));
    for (int i = 0; i < shape.flats; ++i) {
        const SineCosine fall = sineCosineTurns(random.uniform());
        const double steep = random.uniform(0.35, 1.1);
        shape.flat[static_cast<std::size_t>(i)] = {static_cast<float>(fall.cosine * steep),
                                                   static_cast<float>(fall.sine * steep),
                                                   static_cast<float>(random.uniform(0.35, 0.75))};
    }
    const double turned = random.uniform();
    for (int i = 0; i < sides; ++i) {
        const SineCosine normal = sineCosineTurns(turned + (i + random.uniform(-0.35, 0.35)) / sides);
        const double distance = random.uniform(0.72, 1.12);
        shape.side[static_cast<std::size_t>(i)] = {static_cast<float>(normal.cosine / distance),
                                                   static_cast<float>(normal.sine / distance)};
    }
    const bool atEdge = random.chance(random.in(ranges.edgeShare));
    this->place(random, place, shape, atEdge && !place.centrePx);
    fill(2, [&](float x, float y) { return pointOf(shape, x, y); });
    finish(place.mmPerPixel, depthUm, maskFraction);
    m_parameters = {{"class", className()},  {"centrePx", {m_centreX, m_centreY}},
                    {"widthMm", widthMm},    {"reachPx", reachPx},
                    {"depthUm", depthUm},    {"flats", shape.flats},
                    {"atEdge", shape.atEdge}};
}

/// At an edge the centre lies on the image's border; the box keeps to the image either way.
void Chip::place(CounterRandom &random, const Place &place, Shape &shape, bool atEdge)
{
    shape.atEdge = atEdge;
    const double reach =
        1.45 * std::max(static_cast<double>(shape.halfWidthPx), static_cast<double>(shape.reachPx)) + 2.0;
    if (!atEdge) {
        const SineCosine turn = sineCosineTurns(random.uniform());
        shape.cosine = static_cast<float>(turn.cosine);
        shape.sine = static_cast<float>(turn.sine);
        shape.reachPx *= 0.5F;
        open(random, place, reach, reach);
        return;
    }
    // Top, right, bottom, left: the inward normal is (-sine, cosine).
    constexpr int edges[4][2] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    const auto side = static_cast<int>(random.uniform() * 4.0);
    shape.cosine = static_cast<float>(edges[side][0]);
    shape.sine = static_cast<float>(edges[side][1]);
    const double along = random.uniform(0.05, 0.95);
    const double x = side == 1 ? place.image.width : (side == 3 ? 0.0 : along * place.image.width);
    const double y = side == 2 ? place.image.height : (side == 0 ? 0.0 : along * place.image.height);
    openAt(x, y, place, reach, reach);
}

DamagePoint Chip::pointOf(const Shape &shape, float x, float y)
{
    const float u = (x * shape.cosine + y * shape.sine) / shape.halfWidthPx;
    const float v = (y * shape.cosine - x * shape.sine) / shape.reachPx;
    const float radius = std::sqrt(u * u + v * v) + 1e-6F;
    if (radius > 1.5F)
        return {};
    // Straight stretches and corners, as a fracture has: the outline is partly a polygon.
    float polygon = 0.0F;
    for (const auto &side : shape.side)
        polygon = std::max(polygon, side[0] * u + side[1] * v);
    const float fine = 0.035F * fbm2(subKey(shape.key, 1), x / 9.0F, y / 9.0F, 4);
    const float q = 0.6F * polygon +
                    0.4F * radius / wobble(shape.key, u / radius, v / radius, 4.0F, 1.6F * shape.irregularity) + fine;
    if (q >= 1.0F)
        return {};
    const float shell = 1.0F - q * q;
    float depth = shape.scarp * smoothStep(0.0F, 0.12F, 1.0F - q) + (1.0F - shape.scarp) * shell;
    // At an edge the shell falls towards it, elsewhere it lies slanted.
    depth *= shape.atEdge ? 1.0F - 0.35F * std::abs(v) : 1.0F - 0.45F * v;
    for (int i = 0; i < shape.flats; ++i) {
        const auto &flat = shape.flat[static_cast<std::size_t>(i)];
        const float plane = flat[2] + flat[0] * u + flat[1] * v;
        depth = std::min(depth, std::max(plane, 0.25F * depth));
    }
    const float ix = (u - shape.impactU) * shape.halfWidthPx;
    const float iy = (v - shape.impactV) * shape.reachPx;
    const float away = std::sqrt(ix * ix + iy * iy);
    const float jitter = 1.3F * fbm2(subKey(shape.key, 2), x / 25.0F, y / 25.0F, 2);
    const float phase = away / shape.ringPx + jitter;
    const float ring =
        gradientNoise1(subKey(shape.key, 3), 1.9F * phase) + 0.5F * gradientNoise1(subKey(shape.key, 4), 4.3F * phase);
    // Hackle: steps that run away from the point of impact, coarser and higher towards the border.
    const float towards = 9.0F / (away + 1.0F);
    const float rough = fbm2(subKey(shape.key, 5), x / 6.0F, y / 6.0F, 4);
    const float hackle =
        0.75F * fbm2(subKey(shape.key, 6), ix * towards + 0.02F * away, iy * towards, 3) + 0.5F * rough;
    const float coarse = 0.025F + 0.09F * smoothStep(0.1F, 0.9F, q);
    DamagePoint point;
    const float inside = smoothStep(0.0F, 0.06F, 1.0F - q);
    point.heightUm = -shape.depthUm * std::max(0.0F, depth + inside * shell * (shape.ripples * ring + coarse * hackle));
    point.smear = inside;
    point.alpha2 = fractureAlpha2 * (1.0F + 0.5F * hackle);
    point.removed = inside;
    point.cavity = inside * std::max(0.0F, shape.dullness * (1.0F + 0.8F * hackle));
    return point;
}

} // namespace patina::synthesis
