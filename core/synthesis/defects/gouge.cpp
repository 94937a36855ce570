#include "core/synthesis/defects/gouge.h"

#include "core/synthesis/noise/lattice_noise.h"

#include <cmath>

namespace patina::synthesis {

namespace {

constexpr double maskFraction = 0.08; ///< of the furrow's depth

} // namespace

struct Gouge::Shape
{
    float cosine = 1.0F; ///< direction of the ploughing, at the middle
    float sine = 0.0F;
    float lengthPx = 1.0F;
    float halfWidthPx = 1.0F;
    float bowPx = 0.0F; ///< the middle lies beside the chord by this
    float depthUm = 1.0F;
    float run = 0.4F; ///< share of the length over which it deepens
    float ridgeLeft = 0.2F;
    float ridgeRight = 0.2F;
    float pile = 0.6F;
    float pilePx = 4.0F;
    float striae = 0.1F;
    float chatterPx = 9.0F;
    std::uint64_t key = 0;
};

Gouge::Gouge(const GougeRanges &ranges, const Place &place, std::uint64_t key)
{
    CounterRandom random(subKey(key, "gouge"));
    Shape shape;
    shape.key = subKey(key, "shape");
    const double lengthMm = random.logIn(ranges.lengthMm);
    const double lengthPx = patchLengthPx(lengthMm, place, 8.0, 0.75);
    const double widthPx = std::min(patchLengthPx(random.logIn(ranges.widthUm) / 1000.0, place, 2.0), 0.5 * lengthPx);
    const double widthUm = 1000.0 * widthPx * place.mmPerPixel;
    const double depthUm = widthUm * random.logIn(ranges.depthToWidth);
    const double headingDeg = place.grainDeg + random.in(ranges.angleDeg) + (random.chance(0.5) ? 180.0 : 0.0);
    const double bendDeg = random.sign() * random.in(ranges.bendDeg);
    const SineCosine heading = sineCosineDegrees(headingDeg);
    shape.cosine = static_cast<float>(heading.cosine);
    shape.sine = static_cast<float>(heading.sine);
    shape.lengthPx = static_cast<float>(lengthPx);
    shape.halfWidthPx = static_cast<float>(0.5 * widthPx);
    shape.bowPx = static_cast<float>(lengthPx * bendDeg / 180.0 * pi / 8.0); // of an arc: chord x angle / 8
    shape.depthUm = static_cast<float>(depthUm);
    shape.run = static_cast<float>(random.uniform(0.25, 0.8));
    shape.ridgeLeft = static_cast<float>(random.uniform(0.08, 0.38));
    shape.ridgeRight = static_cast<float>(random.uniform(0.08, 0.38));
    shape.pile = static_cast<float>(random.in(ranges.pileToDepth));
    shape.pilePx = static_cast<float>(widthPx * random.uniform(0.3, 0.65) + 1.0);
    shape.striae = static_cast<float>(random.uniform(0.08, 0.25));
    shape.chatterPx = static_cast<float>(widthPx * random.uniform(0.3, 0.9) + 3.0);
    const double away = 0.5 * lengthPx + 2.0 * widthPx + 2.0;
    const double aside = 1.6 * widthPx + std::abs(static_cast<double>(shape.bowPx)) + 2.0;
    open(random, place, std::abs(heading.cosine) * away + std::abs(heading.sine) * aside,
         std::abs(heading.sine) * away + std::abs(heading.cosine) * aside);
    fill(1, [&](float x, float y) { return pointOf(shape, x, y); });
    finish(place.mmPerPixel, depthUm, maskFraction, 2);
    m_parameters = {{"class", className()},     {"centrePx", {m_centreX, m_centreY}},
                    {"headingDeg", headingDeg}, {"lengthMm", lengthMm},
                    {"widthUm", widthUm},       {"depthUm", depthUm},
                    {"bendDeg", bendDeg},       {"pileToDepth", shape.pile}};
}

DamagePoint Gouge::pointOf(const Shape &shape, float x, float y)
{
    const float along = x * shape.cosine + y * shape.sine;
    const float s = along / shape.lengthPx + 0.5F;
    const float bow = shape.bowPx * (1.0F - 4.0F * (s - 0.5F) * (s - 0.5F));
    const float across = y * shape.cosine - x * shape.sine - bow;
    if (s < -0.02F)
        return {};
    const float within = std::min(s, 1.0F);
    const float wander = fbm1(subKey(shape.key, 1), along / (5.0F * shape.halfWidthPx), 3);
    const float entry = smoothStep(0.0F, shape.run, within);
    const float half = shape.halfWidthPx * (0.28F + 0.72F * entry) * (1.0F + 0.16F * wander);
    const float press = entry * (0.35F + 0.65F * entry) *
                        (1.0F + 0.22F * fbm1(subKey(shape.key, 2), along / (4.0F * shape.halfWidthPx), 3) +
                         0.07F * gradientNoise1(subKey(shape.key, 3), along / shape.chatterPx));
    // Beyond the end the distance is to the body's front, a half round of the furrow's width.
    const float pastPx = std::max(0.0F, (s - 1.0F) * shape.lengthPx + half);
    const float d = std::sqrt(across * across + pastPx * pastPx) / half * (across < 0.0F ? -1.0F : 1.0F);
    const float a = std::abs(d);
    DamagePoint point;
    const float ragged = 0.10F * fbm2(subKey(shape.key, 4), along / 7.0F, across / 4.0F, 3);
    const float inside = 1.0F - smoothStep(0.88F, 1.06F, a + ragged);
    const float lines = fbm1(subKey(shape.key, 5), 5.5F * d + 0.4F * wander, 3) +
                        0.5F * fbm2(subKey(shape.key, 6), along / 40.0F, across / 1.5F, 2);
    const float bowl = a < 1.0F ? 1.0F - a * a * a : 0.0F;
    float height = -bowl * (1.0F + shape.striae * lines);
    const float t = (a - 0.85F) / 0.95F;
    if (t > 0.0F && t < 1.0F) {
        const float side = d < 0.0F ? shape.ridgeLeft : shape.ridgeRight;
        const float flaky =
            std::max(0.0F, 1.0F + 1.1F * fbm2(subKey(shape.key, d < 0.0F ? 7 : 8), along / 11.0F, across / 8.0F, 3));
        height += side * flaky * smoothStep(0.0F, 0.3F, t) * (1.0F - smoothStep(0.25F, 1.0F, t));
    }
    // The pile lies ahead of the front and hangs over on both sides.
    const float pileX = (s - 1.0F) * shape.lengthPx / (1.2F * shape.pilePx) - 0.35F;
    const float pileY = across / (half + 0.55F * shape.pilePx);
    const float lumps = fbm2(subKey(shape.key, 9), x / 5.0F, y / 5.0F, 3);
    const float far = std::sqrt(pileX * pileX + pileY * pileY) + 0.28F * lumps;
    const float piled = (1.0F - smoothStep(0.25F, 1.0F, far)) * smoothStep(-0.25F, 0.25F, pileX + 0.35F);
    height += shape.pile * piled * (1.0F + 0.35F * lumps);
    point.heightUm = shape.depthUm * press * height;
    point.smear = std::max(inside * std::min(1.0F, 1.6F * entry), 0.85F * piled);
    point.alpha2 = 0.025F + 0.06F * piled + 0.02F * lumps;
    point.removed = point.smear;
    return point;
}

} // namespace patina::synthesis
