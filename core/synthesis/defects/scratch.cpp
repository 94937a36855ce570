#include "core/synthesis/defects/scratch.h"

#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/lattice_noise.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace patina::synthesis {

namespace {

constexpr float maskFraction = 0.12F;         ///< of the groove's depth
constexpr double narrowestHalfWidth = 0.9;    ///< pixels; a narrower groove is spread over it with its area kept
constexpr float smoothAlpha2 = 0.14F * 0.14F; ///< of ploughed metal
constexpr float burrReach = 2.0F;             ///< half widths from the centre line to the outer foot of the burr

/// Height over depth across a groove; `d` in half widths, positive on the right: a parabola, then the burr's bump.
float grooveProfile(float d, float burrLeft, float burrRight)
{
    const float a = std::abs(d);
    const float groove = a < 1.0F ? -(1.0F - d * d) : 0.0F;
    const float t = (a - 0.8F) / (burrReach - 0.8F);
    if (t <= 0.0F || t >= 1.0F)
        return groove;
    const float bump = 4.0F * t * (1.0F - t);
    return groove + (d < 0.0F ? burrLeft : burrRight) * bump * bump;
}

cv::Rect boxAround(float left, float top, float right, float bottom)
{
    const int x = static_cast<int>(std::floor(left));
    const int y = static_cast<int>(std::floor(top));
    return {x, y, static_cast<int>(std::ceil(right)) - x + 1, static_cast<int>(std::ceil(bottom)) - y + 1};
}

/// On a surface that a camera saw: most scratches laid bare metal, in some there is dirt.
float toneOn(const Place &place, CounterRandom &random)
{
    const bool dirty = random.chance(0.25);
    const auto share = static_cast<float>(random.uniform(0.5, 1.1));
    const float tarnish = place.surface != nullptr ? place.surface->material().tarnish : 0.0F;
    return dirty ? share * tarnish / (1.0F + tarnish) : -share * tarnish;
}

} // namespace

/// What one track is drawn with.
struct Scratch::Shape
{
    double centreX;
    double centreY;
    double headingDeg;
    double lengthPx;
    double bendDeg;
    double widthUm;
    double depthUm;
    float tone; ///< of a pixel that is all groove
};

Scratch::Scratch(const ScratchRanges &ranges, const Place &place, std::uint64_t key)
{
    CounterRandom random(key);
    m_centreX = random.uniform(0.1, 0.9) * place.image.width;
    m_centreY = random.uniform(0.1, 0.9) * place.image.height;
    if (place.centrePx) {
        m_centreX = place.centrePx->x;
        m_centreY = place.centrePx->y;
    }
    m_headingDeg = place.grainDeg + random.in(ranges.angleDeg);
    m_lengthMm = random.logIn(ranges.lengthMm);
    m_widthUm = random.logIn(ranges.widthUm);
    m_depthUm = m_widthUm * random.logIn(ranges.depthToWidth);
    m_bendDeg = random.sign() * random.in(ranges.bendDeg);
    // A path longer than a few images would only cost memory.
    const double lengthPx =
        std::clamp(m_lengthMm / place.mmPerPixel, 6.0, 3.0 * (place.image.width + place.image.height));
    // A camera that saw the surface shows no finer marks than its lens lets through.
    const double lensPx = place.surface != nullptr ? static_cast<double>(place.surface->material().blurPx) : 0.0;
    CounterRandom toning(subKey(key, "tone"));
    const double seenUm = std::max(m_widthUm, 1000.0 * place.mmPerPixel * lensPx);
    Shape shape{m_centreX,
                m_centreY,
                m_headingDeg,
                lengthPx,
                m_bendDeg,
                seenUm,
                seenUm * m_depthUm / m_widthUm,
                toneOn(place, toning)};
    m_tracks.push_back(createTrack(shape, place, subKey(key, "track")));
    const double widthPx = shape.widthUm / 1000.0 / place.mmPerPixel;
    m_maskThresholdUm =
        maskFraction * static_cast<float>(shape.depthUm * std::min(1.0, widthPx / (2.0 * narrowestHalfWidth)));
    const int companions = widthPx > 1.0 && random.chance(0.45) ? 1 + static_cast<int>(random.uniform() * 2.0) : 0;
    for (int i = 0; i < companions; ++i) {
        const double offset = random.sign() * (1.3 * widthPx + random.uniform(1.5, 5.0));
        const SineCosine heading = sineCosineDegrees(m_headingDeg);
        const double slide = random.uniform(-0.2, 0.2) * lengthPx;
        Shape companion = shape;
        companion.centreX += slide * heading.cosine - offset * heading.sine;
        companion.centreY += slide * heading.sine + offset * heading.cosine;
        companion.lengthPx *= random.uniform(0.25, 0.7);
        companion.bendDeg *= companion.lengthPx / lengthPx;
        companion.widthUm *= random.uniform(0.35, 0.6);
        companion.depthUm *= random.uniform(0.4, 0.65);
        m_tracks.push_back(createTrack(companion, place, subKey(key, static_cast<std::uint64_t>(i))));
    }
    for (const Track &track : m_tracks)
        m_bounds |= track.bounds;
}

Scratch::Track Scratch::createTrack(const Shape &shape, const Place &place, std::uint64_t key) const
{
    Track track;
    CounterRandom random(subKey(key, "burrs"));
    track.burrLeft = static_cast<float>(random.uniform(0.10, 0.45));
    track.burrRight = static_cast<float>(random.uniform(0.10, 0.45));
    layPath(shape, key, track);
    press(shape, place.mmPerPixel, key, track);
    float left = std::numeric_limits<float>::max();
    float top = left;
    float right = -left;
    float bottom = -left;
    for (const Point &p : track.points) {
        const float reach = burrReach * p.halfWidthPx + 1.0F;
        left = std::min(left, p.x - reach);
        top = std::min(top, p.y - reach);
        right = std::max(right, p.x + reach);
        bottom = std::max(bottom, p.y + reach);
    }
    track.bounds = boxAround(left, top, right, bottom);
    return track;
}

/// The centre line, from its middle both ways: turns evenly by bendDeg and wanders a little.
void Scratch::layPath(const Shape &shape, std::uint64_t key, Track &track) const
{
    const int steps = static_cast<int>(shape.lengthPx);
    const std::uint64_t wander = subKey(key, "wander");
    std::vector<SineCosine> headings;
    for (int i = 0; i < steps; ++i) {
        const double s = static_cast<double>(i) / steps - 0.5;
        const double turn = static_cast<double>(fbm1(wander, static_cast<float>(i) / 90.0F, 3)) * 5.0;
        headings.push_back(sineCosineDegrees(shape.headingDeg + shape.bendDeg * s + turn));
    }
    double x = shape.centreX;
    double y = shape.centreY;
    for (int i = 0; i < steps / 2; ++i) {
        x -= headings[static_cast<std::size_t>(i)].cosine;
        y -= headings[static_cast<std::size_t>(i)].sine;
    }
    for (const SineCosine &heading : headings) {
        track.points.push_back({static_cast<float>(x), static_cast<float>(y), 0.0F, 1.0F, 0.0F, 0.0F, 1.0F, 0.0F});
        x += heading.cosine;
        y += heading.sine;
    }
}

/// Depth and width along the path: the point touches down, presses unevenly, jumps, lifts off.
void Scratch::press(const Shape &shape, double mmPerPixel, std::uint64_t key, Track &track) const
{
    CounterRandom random(subKey(key, "press"));
    const auto touchDown = static_cast<float>(random.uniform(0.04, 0.5));
    const auto liftOff = static_cast<float>(random.uniform(0.04, 0.3));
    const auto unevenness = static_cast<float>(random.uniform(0.2, 0.55));
    const double fullWidthPx = shape.widthUm / 1000.0 / mmPerPixel;
    const bool skips = fullWidthPx < 1.6 && random.chance(0.6);
    const std::uint64_t slow = subKey(key, "slow");
    const std::uint64_t chatter = subKey(key, "chatter");
    // Slopes of a parabola run evenly up to 4 depth / width; a GGX alpha squared is about twice the slopes' variance.
    const auto slopeVariance =
        static_cast<float>(16.0 / 3.0 * (shape.depthUm * shape.depthUm) / (shape.widthUm * shape.widthUm));
    const auto count = static_cast<float>(track.points.size());
    for (std::size_t i = 0; i < track.points.size(); ++i) {
        const auto s = static_cast<float>(i);
        float force =
            smoothStep(0.0F, touchDown, (s + 0.5F) / count) * smoothStep(0.0F, liftOff, 1.0F - (s + 0.5F) / count);
        force *= 1.0F + unevenness * fbm1(slow, s / 45.0F, 3) + 0.2F * gradientNoise1(chatter, s / 4.3F);
        // The middle, which lies in the image, never skips: every scratch is there to be found.
        const float fromMiddle = std::abs((s + 0.5F) / count - 0.5F);
        if (skips)
            force *= std::max(smoothStep(-0.30F, -0.05F, fbm1(slow + 7, s / 60.0F, 2)),
                              1.0F - smoothStep(0.08F, 0.16F, fromMiddle));
        force = std::clamp(force, 0.0F, 1.6F);
        // A cone leaves a groove as wide as it is deep; the flattened tip keeps a least width.
        const double widthPx = fullWidthPx * (0.35 + 0.65 * static_cast<double>(force));
        const double seen = std::max(0.5 * widthPx, narrowestHalfWidth);
        const double cover = std::min(1.0, widthPx / (2.0 * narrowestHalfWidth));
        Point &point = track.points[i];
        const float torn = 1.0F + 0.16F * fbm1(slow + 11, s / 5.0F, 2);
        point.halfWidthPx = std::max(static_cast<float>(narrowestHalfWidth), static_cast<float>(seen) * torn);
        point.burr = std::max(0.0F, 0.85F + 1.3F * fbm1(slow + 13, s / 17.0F, 3));
        point.depthUm = force * static_cast<float>(shape.depthUm * cover);
        point.smear = std::min(1.0F, force * 1.4F) * static_cast<float>(std::sqrt(cover));
        const float unresolved = 1.0F - smoothStep(1.0F, 2.6F, static_cast<float>(widthPx));
        point.alpha2 = smoothAlpha2 + unresolved * 2.0F * slopeVariance;
        point.tone = shape.tone * std::min(1.0F, force * 1.4F) * static_cast<float>(cover);
    }
}

void Scratch::addTrack(const Track &track, const cv::Rect &area, DamagePlanes &damage)
{
    const cv::Rect box = track.bounds & area;
    if (box.empty())
        return;
    struct Nearest
    {
        float distance2 = std::numeric_limits<float>::max();
        float side = 0.0F;
        std::size_t point = 0;
        float t = 0.0F;
    };
    std::vector<Nearest> nearest(static_cast<std::size_t>(box.width) * static_cast<std::size_t>(box.height));
    for (std::size_t i = 0; i + 1 < track.points.size(); ++i) {
        const Point &a = track.points[i];
        const Point &b = track.points[i + 1];
        const float reach = burrReach * std::max(a.halfWidthPx, b.halfWidthPx) + 1.0F;
        const cv::Rect window = box & boxAround(a.x - reach, a.y - reach, a.x + reach, a.y + reach);
        const float ex = b.x - a.x;
        const float ey = b.y - a.y;
        for (int y = window.y; y < window.y + window.height; ++y)
            for (int x = window.x; x < window.x + window.width; ++x) {
                const float px = static_cast<float>(x) - a.x;
                const float py = static_cast<float>(y) - a.y;
                const float t = std::clamp(px * ex + py * ey, 0.0F, 1.0F); // segments are one pixel long
                const float dx = px - t * ex;
                const float dy = py - t * ey;
                Nearest &best = nearest[static_cast<std::size_t>(y - box.y) * static_cast<std::size_t>(box.width) +
                                        static_cast<std::size_t>(x - box.x)];
                if (const float distance2 = dx * dx + dy * dy; distance2 < best.distance2)
                    best = {distance2, ex * py - ey * px < 0.0F ? -1.0F : 1.0F, i, t};
            }
    }
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x) {
            const Nearest &n = nearest[static_cast<std::size_t>(y - box.y) * static_cast<std::size_t>(box.width) +
                                       static_cast<std::size_t>(x - box.x)];
            if (n.side == 0.0F)
                continue;
            const Point &a = track.points[n.point];
            const Point &b = track.points[n.point + 1];
            const float d = n.side * std::sqrt(n.distance2) / (a.halfWidthPx + n.t * (b.halfWidthPx - a.halfWidthPx));
            const float depth = a.depthUm + n.t * (b.depthUm - a.depthUm);
            // Burrs break off and curl over: one side here, the other there.
            const float other = std::max(0.0F, 1.7F - a.burr);
            damage.heightUm(y - area.y, x - area.x) +=
                depth * grooveProfile(d, track.burrLeft * a.burr, track.burrRight * other);
            const float ploughed =
                (a.smear + n.t * (b.smear - a.smear)) * (1.0F - smoothStep(0.75F, 1.5F, std::abs(d)));
            if (float &smear = damage.smear(y - area.y, x - area.x); ploughed > smear) {
                smear = ploughed;
                damage.alpha2(y - area.y, x - area.x) = a.alpha2 + n.t * (b.alpha2 - a.alpha2);
            }
            if (float &cavity = damage.cavity(y - area.y, x - area.x); cavity == 0.0F)
                cavity = (a.tone + n.t * (b.tone - a.tone)) * (1.0F - smoothStep(0.6F, 1.3F, std::abs(d)));
        }
}

std::vector<cv::Rect> Scratch::extent() const
{
    constexpr std::size_t step = 24; // points a box
    std::vector<cv::Rect> boxes;
    for (const Track &track : m_tracks)
        for (std::size_t i = 0; i < track.points.size(); i += step) {
            const Point &a = track.points[i];
            const Point &b = track.points[std::min(i + step, track.points.size() - 1)];
            const float reach = burrReach * std::max(a.halfWidthPx, b.halfWidthPx) + 1.0F;
            boxes.push_back(boxAround(std::min(a.x, b.x) - reach, std::min(a.y, b.y) - reach,
                                      std::max(a.x, b.x) + reach, std::max(a.y, b.y) + reach));
        }
    return boxes;
}

void Scratch::addTo(const cv::Rect &area, DamagePlanes &damage) const
{
    for (const Track &track : m_tracks)
        addTrack(track, area, damage);
}

nlohmann::ordered_json Scratch::parameters() const
{
    return {{"class", className()},       {"centrePx", {m_centreX, m_centreY}},
            {"headingDeg", m_headingDeg}, {"lengthMm", m_lengthMm},
            {"widthUm", m_widthUm},       {"depthUm", m_depthUm},
            {"bendDeg", m_bendDeg},       {"grooves", m_tracks.size()}};
}

} // namespace patina::synthesis
