#include "core/synthesis/impurities/fingerprint.h"

#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/lattice_noise.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr Rgb grease{0.66F, 0.645F, 0.60F};
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
    press();
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
    m_reachU = u;
    m_reachV = v;
    const float x = (std::abs(m_cosine) * u + std::abs(m_sine) * v) / m_mmPerPixel;
    const float y = (std::abs(m_sine) * u + std::abs(m_cosine) * v) / m_mmPerPixel;
    m_bounds = {static_cast<int>(std::floor(m_centreX - x)), static_cast<int>(std::floor(m_centreY - y)),
                static_cast<int>(std::ceil(2.0F * x)) + 2, static_cast<int>(std::ceil(2.0F * y)) + 2};
}

void Fingerprint::addTo(const cv::Rect &area, DepositPlanes &deposit, cv::Mat1b &mask) const
{
    cv::Rect box = m_bounds & area;
    if (box.empty())
        return;
    const cv::Mat1f whole = leftIn(box);
    const cv::Rect marked = cv::boundingRect(cv::Mat1b(cv::Mat(whole > 0.0)));
    if (marked.empty())
        return;
    const cv::Mat1f print = whole(marked);
    box = marked + box.tl();
    const cv::Mat1f relief = m_grip.relief(box);
    // Droplets of 30 micrometres; finer ones than a pixel would alias.
    const float perDroplet = std::min(1.0F / 2.0F, m_mmPerPixel / 0.03F);
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x) {
            float left = print(y - box.y, x - box.x);
            if (left <= 0.0F)
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
