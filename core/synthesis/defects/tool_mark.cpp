#include "core/synthesis/defects/tool_mark.h"

#include "core/synthesis/noise/lattice_noise.h"

#include <cmath>

namespace patina::synthesis {

namespace {

constexpr double maskFraction = 0.15; ///< of the deepest groove

} // namespace

struct ToolMark::Shape
{
    float cosine = 1.0F; ///< direction of the grooves
    float sine = 0.0F;
    float pitchPx = 5.0F;
    float halfLengthPx = 20.0F;
    float radiusPx = 400.0F; ///< of the arcs; either sign
    float depthUm = 1.0F;
    float swell = 0.4F; ///< where along the series it is strongest, 0..1
    float sharpness = 0.5F;
    float runOutPx = 10.0F;
    float seriesPx = 30.0F;
    bool stop = false;
    std::uint64_t key = 0;
};

ToolMark::ToolMark(const ToolMarkRanges &ranges, const Place &place, std::uint64_t key)
{
    CounterRandom random(subKey(key, "tool-mark"));
    Shape shape;
    shape.key = subKey(key, "shape");
    const double pitchMm = random.logIn(ranges.pitchMm);
    const double pitchPx = patchLengthPx(pitchMm, place, 3.0, 0.2);
    const double lengthMm = random.logIn(ranges.lengthMm);
    const double lengthPx = patchLengthPx(lengthMm, place, 8.0, 0.7);
    const double depthUm = 1000.0 * pitchPx * place.mmPerPixel * random.logIn(ranges.depthToPitch);
    const int grooves = random.wholeIn(ranges.grooves);
    const double sweepMm = random.sign() * random.logIn(ranges.sweepMm);
    const double headingDeg = place.grainDeg + random.in(ranges.angleDeg);
    const SineCosine heading = sineCosineDegrees(headingDeg);
    shape.stop = random.chance(random.in(ranges.stopShare));
    shape.cosine = static_cast<float>(heading.cosine);
    shape.sine = static_cast<float>(heading.sine);
    shape.pitchPx = static_cast<float>(pitchPx);
    shape.halfLengthPx = static_cast<float>(0.5 * lengthPx);
    const double radiusPx = std::max(std::abs(sweepMm) / place.mmPerPixel, lengthPx);
    shape.radiusPx = static_cast<float>(sweepMm < 0.0 ? -radiusPx : radiusPx);
    shape.depthUm = static_cast<float>(shape.stop ? 1.5 * depthUm : depthUm);
    shape.swell = static_cast<float>(random.uniform(0.2, 0.8));
    shape.sharpness = static_cast<float>(random.uniform(0.2, 0.9));
    shape.runOutPx = static_cast<float>(pitchPx * random.uniform(2.0, 6.0));
    const double seriesPx = shape.stop ? pitchPx + static_cast<double>(shape.runOutPx)
                                       : std::min(pitchPx * grooves, patchLengthPx(1e9, place, 8.0, 0.7));
    shape.seriesPx = static_cast<float>(seriesPx);
    const double away = 0.55 * lengthPx + 2.0;
    const double aside = 0.5 * seriesPx + pitchPx + lengthPx * lengthPx / (8.0 * radiusPx) + 2.0;
    open(random, place, std::abs(heading.cosine) * away + std::abs(heading.sine) * aside,
         std::abs(heading.sine) * away + std::abs(heading.cosine) * aside);
    fill(1, [&](float x, float y) { return pointOf(shape, x, y); });
    finish(place.mmPerPixel, static_cast<double>(shape.depthUm), maskFraction,
           std::max(1, static_cast<int>(shape.stop ? 1.0 : 0.55 * pitchPx)));
    m_parameters = {{"class", className()},
                    {"centrePx", {m_centreX, m_centreY}},
                    {"kind", shape.stop ? "stop" : "chatter"},
                    {"headingDeg", headingDeg},
                    {"lengthMm", lengthMm},
                    {"pitchMm", pitchMm},
                    {"depthUm", shape.depthUm},
                    {"grooves", shape.stop ? 1 : grooves},
                    {"sweepMm", sweepMm}};
}

DamagePoint ToolMark::pointOf(const Shape &shape, float x, float y)
{
    const float along = x * shape.cosine + y * shape.sine;
    // Arcs of one radius, one behind the other; half of their rise keeps the series in the middle of its box.
    const float rise = (along * along - 0.33F * shape.halfLengthPx * shape.halfLengthPx) / (2.0F * shape.radiusPx);
    const float across = y * shape.cosine - x * shape.sine - rise;
    const float s = across / shape.seriesPx + 0.5F;
    const float waver = fbm2(subKey(shape.key, 1), along / 22.0F, across / 30.0F, 2);
    if (shape.stop) {
        const float ends = 1.0F - smoothStep(0.55F, 1.0F, std::abs(along) / shape.halfLengthPx + 0.12F * waver);
        const float from = across + 0.5F * shape.seriesPx + 0.5F * waver;
        const float groove = from / (0.42F * shape.pitchPx) - 1.0F;
        const float step =
            smoothStep(0.0F, 2.0F, from) * (1.0F - smoothStep(0.0F, shape.runOutPx, from - 1.5F * shape.pitchPx));
        const float furrow = std::abs(groove) < 1.0F ? 1.0F - groove * groove : 0.0F;
        DamagePoint point;
        point.heightUm = -shape.depthUm * ends * (furrow * (0.9F + 0.3F * waver) + 0.35F * step);
        point.smear = ends * 0.8F * std::max(furrow, 0.4F * step);
        point.alpha2 = 0.02F;
        point.removed = point.smear;
        return point;
    }
    if (s < -0.05F || s > 1.05F)
        return {};
    const float number = across / shape.pitchPx + 0.13F * waver +
                         0.18F * gradientNoise1(subKey(shape.key, 2), across / (2.3F * shape.pitchPx));
    const float index = std::floor(number);
    const std::uint64_t groove = latticeKey(shape.key, static_cast<std::int64_t>(index), 5);
    // It swells and dies away; each groove has its own strength, length and place.
    const float t = s < shape.swell ? s / shape.swell : (1.0F - s) / (1.0F - shape.swell);
    const float strength = smoothStep(0.0F, 0.75F, t) * (0.65F + 0.6F * unit16(groove, 0));
    const float half = shape.halfLengthPx * (0.62F + 0.38F * unit16(groove, 1));
    const float shift = 0.18F * shape.halfLengthPx * (unit16(groove, 2) - 0.5F);
    const float ends = 1.0F - smoothStep(0.35F, 1.0F, std::abs(along - shift) / half);
    const float position = 2.0F * (number - index) - 1.0F;
    const float width = 0.55F + 0.4F * unit16(groove, 3);
    const float d = position / width;
    const float cut = std::abs(d) < 1.0F ? (1.0F - d * d) * (1.0F - d * d) : 0.0F;
    // The side where the tool sprang back is the steeper one.
    const float profile = cut * (1.0F + shape.sharpness * d) - 0.22F * (1.0F - cut);
    const float uneven = 1.0F + 0.35F * fbm2(subKey(shape.key, 3), along / 9.0F, number * 3.0F, 3);
    DamagePoint point;
    point.heightUm = -shape.depthUm * strength * ends * profile * uneven;
    point.smear = 0.7F * cut * ends * std::min(1.0F, strength);
    point.alpha2 = 0.022F;
    point.removed = 0.6F * point.smear;
    return point;
}

} // namespace patina::synthesis
