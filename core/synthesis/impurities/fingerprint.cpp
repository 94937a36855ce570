#include "core/synthesis/impurities/fingerprint.h"

#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/lattice_noise.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr float leastShare = 0.03F; ///< of the strongest deposit; less is not there
constexpr Rgb grease{0.66F, 0.645F, 0.60F};
constexpr float poreMm = 0.30F; ///< distance of sweat pores along a ridge
constexpr int slideSteps = 5;

/// Shares among people: Wilder and Wentworth's counts as used since.
FingerprintKind kindOf(std::uint64_t key)
{
    CounterRandom random(subKey(key, "kind"));
    const double drawn = random.uniform();
    if (drawn < 0.62)
        return FingerprintKind::Loop;
    return drawn < 0.94 ? FingerprintKind::Whorl : FingerprintKind::Arch;
}

cv::Point2f centreOf(const Place &place, std::uint64_t key)
{
    CounterRandom random(subKey(key, "centre"));
    const double x = random.uniform(0.1, 0.9) * place.image.width;
    const double y = random.uniform(0.1, 0.9) * place.image.height;
    return {static_cast<float>(x), static_cast<float>(y)};
}

struct Pad
{
    double widthMm;
    double heightMm;
    double periodMm;
};

Pad padOf(const FingerprintRanges &ranges, std::uint64_t key)
{
    CounterRandom random(subKey(key, "pad"));
    const double width = random.in(ranges.widthMm);
    const double height = width * random.in(ranges.heightOverWidth);
    return {width, height, random.in(ranges.ridgePeriodMm)};
}

/// Room for the skin's stretch around the pad.
RidgePattern patternOf(const FingerprintRanges &ranges, std::uint64_t key)
{
    const Pad pad = padOf(ranges, key);
    return {
        kindOf(key), {1.15 * pad.widthMm / pad.periodMm, 1.15 * pad.heightMm / pad.periodMm}, subKey(key, "ridges")};
}

} // namespace

Fingerprint::Fingerprint(const FingerprintRanges &ranges, const Place &place, std::uint64_t key)
    : m_key(key), m_grip(place, centreOf(place, key).x, centreOf(place, key).y), m_kind(kindOf(key)),
      m_pattern(patternOf(ranges, key))
{
    draw(ranges, place, key);
    setBounds();
}

void Fingerprint::draw(const FingerprintRanges &ranges, const Place &place, std::uint64_t key)
{
    const Pad pad = padOf(ranges, key);
    const cv::Point2f centre = centreOf(place, key);
    m_centreX = centre.x;
    m_centreY = centre.y;
    m_mmPerPixel = static_cast<float>(place.mmPerPixel);
    m_halfWidthMm = static_cast<float>(0.5 * pad.widthMm);
    m_halfHeightMm = static_cast<float>(0.5 * pad.heightMm);
    m_periodMm = static_cast<float>(pad.periodMm);
    CounterRandom random(subKey(key, "touch"));
    m_angleDeg = random.uniform(-180.0, 180.0);
    const SineCosine angle = sineCosineDegrees(m_angleDeg);
    m_cosine = static_cast<float>(angle.cosine);
    m_sine = static_cast<float>(angle.sine);
    m_pressure = static_cast<float>(random.in(ranges.pressure));
    m_grease = static_cast<float>(random.logIn(ranges.grease));
    m_filmNm = static_cast<float>(random.in(ranges.filmNm));
    const bool slid = random.chance(random.in(ranges.smearShare));
    const SineCosine slide = sineCosineTurns(random.uniform());
    m_smearMm = slid ? static_cast<float>(random.in(ranges.smearMm)) : 0.0F;
    m_smearU = static_cast<float>(slide.cosine);
    m_smearV = static_cast<float>(slide.sine);
    const bool partial = random.chance(random.in(ranges.partialShare));
    const SineCosine cut = sineCosineTurns(random.uniform());
    m_cutU = static_cast<float>(cut.cosine);
    m_cutV = static_cast<float>(cut.sine);
    m_cutAtMm = partial ? m_halfWidthMm * static_cast<float>(random.uniform(-0.3, 0.6)) : 1e6F;
}

void Fingerprint::setBounds()
{
    const float u = m_halfWidthMm * 1.1F + m_smearMm;
    const float v = m_halfHeightMm * 1.1F + m_smearMm;
    const float x = (std::abs(m_cosine) * u + std::abs(m_sine) * v) / m_mmPerPixel;
    const float y = (std::abs(m_sine) * u + std::abs(m_cosine) * v) / m_mmPerPixel;
    m_bounds = {static_cast<int>(std::floor(m_centreX - x)), static_cast<int>(std::floor(m_centreY - y)),
                static_cast<int>(std::ceil(2.0F * x)) + 2, static_cast<int>(std::ceil(2.0F * y)) + 2};
}

/// Falls off towards the edge of the pad, uneven over it; below 0 where the skin did not touch.
float Fingerprint::pressureAt(float u, float v) const
{
    const float eu = u / m_halfWidthMm;
    const float ev = v / m_halfHeightMm;
    // A pad is blunter than an ellipse.
    const float r = std::sqrt(std::sqrt(eu * eu * eu * eu + ev * ev * ev * ev + 1.2F * eu * eu * ev * ev));
    const float edge = 1.0F + 0.16F * fbm2(m_key + 5, u / 2.6F, v / 2.6F, 4);
    const float inside = smoothStep(edge, 0.72F * edge, r);
    const float cut =
        smoothStep(0.8F, -1.6F, u * m_cutU + v * m_cutV - m_cutAtMm + fbm2(m_key + 6, u / 3.0F, v / 3.0F, 3));
    const float uneven = 0.38F * fbm2(m_key + 7, u / 3.4F, v / 3.4F, 3);
    return std::min(inside, cut) * (0.35F + m_pressure + uneven) - 0.12F;
}

/// Share that sweat pores leave out, on the crests of ridges.
float Fingerprint::porePart(float u, float v) const
{
    const float cellU = std::floor(u / poreMm);
    const float cellV = std::floor(v / poreMm);
    float part = 0.0F;
    for (int j = -1; j <= 1; ++j)
        for (int i = -1; i <= 1; ++i) {
            const auto column = static_cast<std::int64_t>(cellU) + i;
            const auto row = static_cast<std::int64_t>(cellV) + j;
            const std::uint64_t bits = latticeKey(m_key + 17, column, row);
            const float radius = 0.035F + 0.045F * unit16(bits, 0);
            const float du = u - (static_cast<float>(column) + unit16(bits, 1)) * poreMm;
            const float dv = v - (static_cast<float>(row) + unit16(bits, 2)) * poreMm;
            part = std::max(part, smoothStep(1.3F * radius, 0.5F * radius, std::sqrt(du * du + dv * dv)));
        }
    return part;
}

float Fingerprint::leftAt(float u, float v) const
{
    const float pressure = pressureAt(u, v);
    if (pressure <= 0.0F)
        return 0.0F;
    // Skin stretches where it is pressed.
    const float su = u + 0.45F * fbm2(m_key + 8, u / 5.0F, v / 5.0F, 2);
    const float sv = v + 0.45F * fbm2(m_key + 9, u / 5.0F, v / 5.0F, 2);
    float ridge = m_pattern.at(su / m_periodMm, sv / m_periodMm);
    ridge += 0.35F * fbm2(m_key + 10, u / 0.11F, v / 0.11F, 3); // ragged sides
    const float bar = 0.75F - 1.15F * pressure;
    const float touched = smoothStep(bar - 0.28F, bar + 0.42F, ridge);
    if (touched <= 0.0F)
        return 0.0F;
    const float amount = std::clamp(0.75F + 0.9F * fbm2(m_key + 11, u / 1.1F, v / 1.1F, 4), 0.08F, 1.3F);
    const float pores = ridge > 0.3F ? 1.0F - 0.8F * porePart(u, v) * smoothStep(0.3F, 0.8F, ridge) : 1.0F;
    return touched * amount * pores * std::min(1.0F, 2.2F * pressure);
}

float Fingerprint::slidAt(float u, float v) const
{
    const float here = leftAt(u, v);
    if (m_smearMm <= 0.0F)
        return here;
    float sum = 0.0F;
    for (int i = 1; i <= slideSteps; ++i) {
        const float back = m_smearMm * static_cast<float>(i) / slideSteps;
        sum += leftAt(u - back * m_smearU, v - back * m_smearV);
    }
    const float moved = sum / slideSteps;
    const float along = u * m_smearU + v * m_smearV;
    const float across = v * m_smearU - u * m_smearV;
    // Only some of the skin slid.
    const float part = smoothStep(-0.35F, 0.35F, fbm2(m_key + 12, u / 5.5F, v / 5.5F, 2));
    const float streaks = 0.8F + 0.7F * fbm2(m_key + 13, along / 4.0F, across / 0.12F, 3);
    return here + part * (0.85F * moved * std::max(0.2F, streaks) - here);
}

void Fingerprint::addTo(const cv::Rect &area, DepositPlanes &deposit, cv::Mat1b &mask) const
{
    const cv::Rect box = m_bounds & area;
    if (box.empty())
        return;
    const cv::Mat1f relief = m_grip.relief(box);
    // Droplets of 30 micrometres; finer ones than a pixel would alias.
    const float perDroplet = std::min(1.0F / 2.0F, m_mmPerPixel / 0.03F);
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x) {
            const float dx = (static_cast<float>(x) - m_centreX) * m_mmPerPixel;
            const float dy = (static_cast<float>(y) - m_centreY) * m_mmPerPixel;
            float left = slidAt(dx * m_cosine + dy * m_sine, dy * m_cosine - dx * m_sine);
            if (left < leastShare)
                continue;
            const float droplets =
                gradientNoise2(m_key + 14, static_cast<float>(x) * perDroplet, static_cast<float>(y) * perDroplet);
            left *= std::clamp(1.0F + 0.8F * droplets + 0.22F * relief(y - box.y, x - box.x), 0.1F, 2.0F) * m_grease;
            if (left < leastShare)
                continue;
            Deposit &pixel = deposit.at(x, y);
            pixel.addFilm(std::min(0.7F, 0.6F * left), m_filmNm * (0.4F + 0.8F * left));
            pixel.addScatter(std::min(0.6F, 0.30F * left), grease);
            pixel.roughen += 0.030F * left;
            pixel.touched = true;
            mask(y - area.y, x - area.x) = 255;
        }
}

nlohmann::ordered_json Fingerprint::parameters() const
{
    return {{"class", className()},
            {"pattern", nameOf(m_kind)},
            {"centrePx", {m_centreX, m_centreY}},
            {"widthMm", 2.0F * m_halfWidthMm},
            {"heightMm", 2.0F * m_halfHeightMm},
            {"ridgePeriodMm", m_periodMm},
            {"angleDeg", m_angleDeg},
            {"pressure", m_pressure},
            {"grease", m_grease},
            {"filmNm", m_filmNm},
            {"smearMm", m_smearMm},
            {"partial", m_cutAtMm < 1e5F}};
}

} // namespace patina::synthesis
