#include "core/synthesis/impurities/oil_film.h"

#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/lattice_noise.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr float leastUm = 0.02F;                ///< a thinner film shows no tint
constexpr float reflectance = 0.037F;           ///< of a surface between air and oil of index 1.48
constexpr float topAlpha2 = 0.0012F;            ///< an oil's top is smooth but for dust and ripples
constexpr float steepest = 0.4F;                ///< slope; beyond it drops run
constexpr Rgb perUm{0.0016F, 0.0042F, 0.0150F}; ///< absorption of machine oil, both ways, per micrometre

cv::Point2f centreOf(const Place &place, std::uint64_t key)
{
    CounterRandom random(subKey(key, "centre"));
    const double x = random.uniform(0.05, 0.95) * place.image.width;
    const double y = random.uniform(0.05, 0.95) * place.image.height;
    return {static_cast<float>(x), static_cast<float>(y)};
}

} // namespace

OilFilm::OilFilm(const OilFilmRanges &ranges, const Place &place, std::uint64_t key)
    : m_key(key), m_grip(place, centreOf(place, key).x, centreOf(place, key).y),
      m_contour({place.grainCosine, place.grainSine, 1.2F, 0.6F, subKey(key, "grooves")}),
      m_centreX(centreOf(place, key).x), m_centreY(centreOf(place, key).y), m_grainCosine(place.grainCosine),
      m_grainSine(place.grainSine), m_perPixelUm(static_cast<float>(1.0 / (1000.0 * place.mmPerPixel)))
{
    CounterRandom random(subKey(key, "look"));
    m_thicknessUm = static_cast<float>(random.logIn(ranges.thicknessUm));
    m_haloPx = static_cast<float>(random.uniform() * random.in(ranges.haloMm) / place.mmPerPixel);
    m_haloUm = static_cast<float>(0.001 * random.in(ranges.haloNm));
    m_absorption = static_cast<float>(random.in(ranges.absorption));
    m_smeared = random.chance(random.in(ranges.smearShare));
    const SineCosine drag = sineCosineDegrees(place.grainDeg + random.gaussian() * 14.0);
    m_smearCosine = static_cast<float>(drag.cosine);
    m_smearSine = static_cast<float>(drag.sine);
    placeDrops(ranges, place, subKey(key, "drops"));
    m_bounds = m_contour.bounds();
}

void OilFilm::placeDrops(const OilFilmRanges &ranges, const Place &place, std::uint64_t key)
{
    CounterRandom random(key);
    m_radiusMm = random.logIn(ranges.radiusMm);
    m_radiusPx = static_cast<float>(std::clamp(m_radiusMm / place.mmPerPixel, 3.0,
                                               static_cast<double>(std::max(place.image.width, place.image.height))));
    m_haloPx = std::min(m_haloPx, 0.5F * m_radiusPx);
    m_drops = std::max(1, random.wholeIn(ranges.drops));
    const auto stretch = static_cast<float>(std::sqrt(random.in(ranges.stretch)) * (m_smeared ? 1.7 : 1.0));
    for (int i = 0; i < m_drops; ++i) {
        const SineCosine around = sineCosineTurns(random.uniform());
        DryingContour::Drop drop;
        drop.radiusPx = m_radiusPx * static_cast<float>(i == 0 ? 1.0 : random.logIn({0.12, 0.8}));
        const auto away = i == 0 ? 0.0F : m_radiusPx * static_cast<float>(random.uniform(0.5, 1.5));
        drop.x = m_centreX + away * stretch * static_cast<float>(around.cosine);
        drop.y = m_centreY + away / stretch * static_cast<float>(around.sine);
        drop.radiusPx += m_haloPx; // the outline is that of the thin film
        drop.stretch = stretch;
        drop.irregularity = static_cast<float>(random.uniform(0.04, m_smeared ? 0.35 : 0.18));
        drop.key = random.next();
        m_contour.add(drop);
    }
}

/// What a cloth or a neighbouring part left, drawn out in streaks.
float OilFilm::smearAt(float x, float y) const
{
    const float along = (x - m_centreX) * m_smearCosine + (y - m_centreY) * m_smearSine;
    const float across = (y - m_centreY) * m_smearCosine - (x - m_centreX) * m_smearSine;
    const float bands = fbm2(m_key + 31, along / (1.4F * m_radiusPx), across / (0.12F * m_radiusPx + 2.0F), 4);
    const float hairs = fbm2(m_key + 32, along / 150.0F, across / 2.2F, 2);
    return std::max(0.0F, 0.42F + 1.5F * bands + 0.45F * hairs);
}

float OilFilm::thicknessAt(float x, float y, float relief) const
{
    const float depth = m_contour.depthInside(x, y, relief);
    if (depth <= 0.0F)
        return 0.0F;
    const float scale = 1.0F / (0.6F * m_radiusPx + 4.0F);
    const float cloud = fbm2(m_key + 21, x * scale, y * scale, 4);
    const float edge = smoothStep(0.0F, 2.5F, depth);
    float halo = m_haloUm * edge * (0.35F + 0.65F * std::min(1.0F, depth / (m_haloPx + 1.0F)));
    halo *= std::max(0.05F, 1.0F + 1.1F * cloud + 0.7F * fbm2(m_key + 22, 2.5F * x * scale, 2.5F * y * scale, 3) -
                                0.14F * relief); // thin oil stands in the grooves
    const float q = std::clamp((depth - m_haloPx) / (0.75F * m_radiusPx), 0.0F, 1.0F);
    float body = m_thicknessUm * q * (2.0F - q);
    // Thin films are uneven, thick drops pull themselves smooth.
    body *= std::max(0.1F, 1.0F + cloud * (m_thicknessUm < 2.0F ? 0.9F : 0.25F));
    const float sum = halo + body;
    // A smear has no rim of its own: it thins out.
    return m_smeared ? sum * smearAt(x, y) * smoothStep(0.0F, 0.45F * m_radiusPx, depth) : sum;
}

void OilFilm::lay(float thicknessUm, float slopeX, float slopeY, Deposit &pixel) const
{
    const float flood = smoothStep(0.30F, 1.3F, thicknessUm);
    const float top = smoothStep(0.15F, 0.9F, thicknessUm);
    pixel.addFilm((1.0F - flood) * std::min(1.0F, thicknessUm / 0.06F), 1000.0F * thicknessUm);
    pixel.flood = std::max(pixel.flood, flood);
    // Dried matter under oil scatters less: the oil fills it.
    pixel.scatter *= 1.0F - 0.5F * flood;
    pixel.addGloss(top, reflectance, topAlpha2, slopeX, slopeY);
    Rgb passed{};
    for (std::size_t i = 0; i < 3; ++i)
        passed[i] = fastExp(-m_absorption * perUm[i] * thicknessUm);
    pixel.tint(passed);
    pixel.touched = true;
}

void OilFilm::addTo(const cv::Rect &area, DepositPlanes &deposit, cv::Mat1b &mask) const
{
    const cv::Rect box = m_bounds & area;
    if (box.empty())
        return;
    const cv::Rect wide(box.x - 1, box.y - 1, box.width + 2, box.height + 2);
    const cv::Mat1f relief = m_grip.relief(wide);
    cv::Mat1f thickness(wide.size());
    for (int y = 0; y < wide.height; ++y)
        for (int x = 0; x < wide.width; ++x)
            thickness(y, x) = thicknessAt(static_cast<float>(wide.x + x), static_cast<float>(wide.y + y), relief(y, x));
    for (int y = 0; y < box.height; ++y)
        for (int x = 0; x < box.width; ++x) {
            const float here = thickness(y + 1, x + 1);
            if (here < leastUm)
                continue;
            const float slopeX = 0.5F * m_perPixelUm * (thickness(y + 1, x + 2) - thickness(y + 1, x));
            const float slopeY = 0.5F * m_perPixelUm * (thickness(y + 2, x + 1) - thickness(y, x + 1));
            lay(here, std::clamp(slopeX, -steepest, steepest), std::clamp(slopeY, -steepest, steepest),
                deposit.at(box.x + x, box.y + y));
            mask(box.y + y - area.y, box.x + x - area.x) = 255;
        }
}

nlohmann::ordered_json OilFilm::parameters() const
{
    return {{"class", className()},         {"centrePx", {m_centreX, m_centreY}},
            {"radiusMm", m_radiusMm},       {"drops", m_drops},
            {"thicknessUm", m_thicknessUm}, {"haloNm", 1000.0F * m_haloUm},
            {"absorption", m_absorption},   {"smeared", m_smeared}};
}

} // namespace patina::synthesis
