#include "core/synthesis/defects/dent.h"

#include "core/synthesis/noise/lattice_noise.h"

#include <array>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr double maskFraction = 0.06; ///< of the basin's depth
constexpr float rimReach = 1.75F;     ///< radii up to the outer foot of the rim
constexpr int mostFlats = 4;

} // namespace

struct Dent::Shape
{
    float cosine = 1.0F; ///< direction of the blow
    float sine = 0.0F;
    float halfLengthPx = 1.0F;
    float halfWidthPx = 1.0F;
    float depthUm = 1.0F;
    float rim = 0.2F;
    float slant = 0.0F; ///< how much deeper the far side is and how much higher its rim
    float roughness = 0.0F;
    float flatten = 0.0F;
    float scoring = 0.0F; ///< lines drawn along the blow
    int flats = 0;
    std::array<std::array<float, 3>, mostFlats> flat{}; ///< rise along and across, depth at the centre, over the depth
    std::uint64_t key = 0;
};

Dent::Dent(const DentRanges &ranges, const Place &place, std::uint64_t key)
{
    CounterRandom random(subKey(key, "dent"));
    Shape shape;
    shape.key = subKey(key, "shape");
    const double diameterMm = random.logIn(ranges.diameterMm);
    const double elongation = random.logIn(ranges.elongation);
    const double diameterPx = patchLengthPx(diameterMm, place, 4.0, 0.35);
    shape.halfLengthPx = static_cast<float>(0.5 * diameterPx * std::sqrt(elongation));
    shape.halfWidthPx = static_cast<float>(0.5 * diameterPx / std::sqrt(elongation));
    const double depthUm =
        2000.0 * static_cast<double>(shape.halfWidthPx) * place.mmPerPixel * random.logIn(ranges.depthToWidth);
    shape.depthUm = static_cast<float>(depthUm);
    const double blowDeg = random.in(ranges.angleDeg);
    const SineCosine blow = sineCosineDegrees(place.grainDeg + blowDeg);
    shape.cosine = static_cast<float>(blow.cosine);
    shape.sine = static_cast<float>(blow.sine);
    shape.rim = static_cast<float>(random.in(ranges.rimToDepth));
    shape.slant = static_cast<float>(random.uniform(0.1, 0.75));
    shape.roughness = static_cast<float>(random.uniform(0.04, 0.13));
    shape.flatten = static_cast<float>(random.uniform(0.3, 0.85));
    shape.scoring = static_cast<float>(random.uniform(0.0, 0.035));
    if (random.chance(random.in(ranges.facetShare)))
        shape.flats = 2 + static_cast<int>(random.uniform() * 3.0);
    const double turn = random.uniform();
    for (int i = 0; i < shape.flats; ++i) {
        const SineCosine rise = sineCosineTurns(turn + (i + random.uniform(-0.22, 0.22)) / shape.flats);
        const double steep = random.uniform(0.9, 1.7);
        shape.flat[static_cast<std::size_t>(i)] = {static_cast<float>(rise.cosine * steep),
                                                   static_cast<float>(rise.sine * steep),
                                                   static_cast<float>(random.uniform(0.75, 1.1))};
    }
    const double reach = static_cast<double>(rimReach) * 1.2 * static_cast<double>(shape.halfLengthPx) + 2.0;
    open(random, place, reach, reach);
    fill(1, [&](float x, float y) { return pointOf(shape, x, y); });
    finish(place.mmPerPixel, depthUm, maskFraction, 2);
    m_parameters = {{"class", className()},     {"centrePx", {m_centreX, m_centreY}},
                    {"diameterMm", diameterMm}, {"depthUm", depthUm},
                    {"elongation", elongation}, {"blowDeg", blowDeg},
                    {"rimToDepth", shape.rim},  {"flats", shape.flats}};
}

DamagePoint Dent::pointOf(const Shape &shape, float x, float y)
{
    const float along = x * shape.cosine + y * shape.sine;
    const float across = y * shape.cosine - x * shape.sine;
    const float u = along / shape.halfLengthPx;
    const float v = across / shape.halfWidthPx;
    const float radius = std::sqrt(u * u + v * v) + 1e-6F;
    const float q = radius / wobble(shape.key, u / radius, v / radius, 5.0F, shape.roughness);
    if (q >= rimReach)
        return {};
    DamagePoint point;
    const float forward = u / (1.0F + radius); // 0.5 at the far edge
    float basin = 0.0F;
    if (q < 1.0F) {
        const float shell = 1.0F - q * q;
        basin = shell * (0.55F + 0.45F * std::sqrt(shell)) * (1.0F + shape.slant * forward);
        // The smallest of rounded planes: what the corner of the striking body left.
        for (int i = 0; i < shape.flats; ++i) {
            const auto &flat = shape.flat[static_cast<std::size_t>(i)];
            const float plane = flat[2] - 0.8F * (flat[0] * u + flat[1] * v);
            const float blend = std::max(0.0F, 0.12F - std::abs(plane - basin)) / 0.12F;
            basin = std::max(0.0F, std::min(plane, basin) - 0.03F * blend * blend);
        }
    }
    const float t = (q - 0.82F) / (rimReach - 0.82F);
    float rim = 0.0F;
    if (t > 0.0F) {
        // Steep towards the basin, running out on the other side.
        const float rise = smoothStep(0.0F, 0.26F, t) * (1.0F - smoothStep(0.2F, 1.0F, t));
        const float lumpy = 1.0F + 0.5F * fbm2(subKey(shape.key, 1), 2.2F * u, 2.2F * v, 2);
        rim = shape.rim * rise * std::max(0.1F, 1.0F + 1.7F * shape.slant * forward) * lumpy;
    }
    const float inside = 1.0F - smoothStep(0.75F, 1.08F, q);
    const float lines = fbm2(subKey(shape.key, 2), along / 60.0F, across / 1.7F, 2);
    const float uneven = fbm2(subKey(shape.key, 3), 1.7F * u, 1.7F * v, 3);
    point.heightUm = shape.depthUm * (rim - basin * (1.0F + 0.035F * uneven) + shape.scoring * lines * inside);
    point.smear = inside * shape.flatten * (0.75F + 0.25F * uneven);
    point.alpha2 = 0.02F + 0.012F * uneven;
    point.removed = inside * shape.flatten;
    return point;
}

} // namespace patina::synthesis
