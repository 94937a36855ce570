#include "core/synthesis/defects/pore_cluster.h"

#include "core/synthesis/noise/lattice_noise.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr float maskFraction = 0.15F;       ///< of a pore's own depth, as the pixels see it
constexpr float wallAlpha2 = 0.45F * 0.45F; ///< dendrites on the wall
constexpr double narrowestRadiusPx = 0.35;

} // namespace

struct PoreCluster::Pore
{
    double x;
    double y;
    double radiusPx;
    float stretch;
    float turnCosine;
    float turnSine;
    float dark;
    std::uint64_t key;
};

std::vector<PoreCluster::Pore> PoreCluster::strew(const PoreClusterRanges &ranges, CounterRandom &random,
                                                  double spreadPx, double medianPx)
{
    const int count = std::max(1, random.wholeIn(ranges.pores));
    const double deviation = random.in(ranges.logDeviation);
    const int centres = 1 + static_cast<int>(random.uniform() * 3.0);
    std::vector<cv::Point2d> centre{{0.0, 0.0}};
    for (int i = 1; i < centres; ++i)
        centre.push_back({0.45 * spreadPx * random.gaussian(), 0.45 * spreadPx * random.gaussian()});
    std::vector<Pore> pores;
    for (int attempt = 0; attempt < 6 * count && static_cast<int>(pores.size()) < count; ++attempt) {
        Pore pore;
        const double size = std::clamp(random.gaussian(), -2.5, 2.5);
        pore.radiusPx = 0.5 * medianPx * exponential(deviation * size);
        const cv::Point2d &around = centre[static_cast<std::size_t>(random.uniform() * centres)];
        const double spread = (size > 0.8 ? 0.16 : 0.36) * spreadPx;
        pore.x = around.x + spread * std::clamp(random.gaussian(), -2.2, 2.2);
        pore.y = around.y + spread * std::clamp(random.gaussian(), -2.2, 2.2);
        const SineCosine turn = sineCosineTurns(random.uniform());
        pore.stretch = static_cast<float>(random.uniform(0.45, 1.0));
        pore.turnCosine = static_cast<float>(turn.cosine);
        pore.turnSine = static_cast<float>(turn.sine);
        pore.dark = static_cast<float>(random.uniform(0.35, 0.85));
        pore.key = random.next();
        const bool free = std::ranges::none_of(pores, [&](const Pore &other) {
            const double dx = other.x - pore.x;
            const double dy = other.y - pore.y;
            const double apart = 1.05 * (other.radiusPx + pore.radiusPx) + 0.5;
            return dx * dx + dy * dy < apart * apart;
        });
        const double reach = pore.radiusPx * 1.5 + 3.0;
        if (pore.radiusPx >= narrowestRadiusPx && free && std::abs(pore.x) + reach < spreadPx &&
            std::abs(pore.y) + reach < spreadPx)
            pores.push_back(pore);
    }
    if (pores.empty())
        pores.push_back({0.0, 0.0, std::clamp(0.5 * medianPx, narrowestRadiusPx, 0.3 * spreadPx), 0.9F, 1.0F, 0.0F,
                         0.6F, random.next()});
    return pores;
}

PoreCluster::PoreCluster(const PoreClusterRanges &ranges, const Place &place, std::uint64_t key)
{
    CounterRandom random(subKey(key, "pore-cluster"));
    const double spreadMm = random.logIn(ranges.spreadMm);
    const double spreadPx = patchLengthPx(spreadMm, place, 10.0, 0.35);
    const double medianUm = random.logIn(ranges.medianUm);
    const double medianPx = std::min(patchLengthPx(medianUm / 1000.0, place, 0.9, 0.1), 0.5 * spreadPx);
    const double depthToWidth = random.logIn(ranges.depthToWidth);
    const std::vector<Pore> pores = strew(ranges, random, spreadPx, medianPx);
    open(random, place, spreadPx, spreadPx);
    m_mask = cv::Mat1b(m_box.size(), 0);
    double deepestUm = 0.0;
    for (const Pore &pore : pores) {
        press(pore, place, depthToWidth);
        deepestUm = std::max(deepestUm, 2000.0 * pore.radiusPx * place.mmPerPixel * depthToWidth);
    }
    shadeCavities(place.mmPerPixel);
    m_maskThresholdUm = maskFraction * static_cast<float>(deepestUm);
    m_parameters = {{"class", className()},  {"centrePx", {m_centreX, m_centreY}},
                    {"pores", pores.size()}, {"medianUm", medianUm},
                    {"spreadMm", spreadMm},  {"depthUm", deepestUm}};
}

/// Nine points a pixel: most pores are a few pixels wide.
void PoreCluster::press(const Pore &pore, const Place &place, double depthToWidth)
{
    const double x0 = m_centreX + pore.x - m_box.x;
    const double y0 = m_centreY + pore.y - m_box.y;
    const double reach = 1.5 * pore.radiusPx + 2.0;
    const cv::Rect window = cv::Rect(static_cast<int>(std::floor(x0 - reach)), static_cast<int>(std::floor(y0 - reach)),
                                     static_cast<int>(2.0 * reach) + 2, static_cast<int>(2.0 * reach) + 2) &
                            cv::Rect({}, m_box.size());
    const auto radius = static_cast<float>(pore.radiusPx);
    const auto depthUm = static_cast<float>(2000.0 * pore.radiusPx * place.mmPerPixel * depthToWidth);
    const float seen = std::min(1.0F, 1.6F * radius);
    for (int y = window.y; y < window.y + window.height; ++y)
        for (int x = window.x; x < window.x + window.width; ++x) {
            float cup = 0.0F;
            float cover = 0.0F;
            for (int k = 0; k < 9; ++k) {
                const float dx = static_cast<float>(x - x0) + static_cast<float>(k % 3 - 1) / 3.0F;
                const float dy = static_cast<float>(y - y0) + static_cast<float>(k / 3 - 1) / 3.0F;
                const float u = (dx * pore.turnCosine + dy * pore.turnSine) / radius;
                const float v = (dy * pore.turnCosine - dx * pore.turnSine) / (radius * pore.stretch);
                const float away = std::sqrt(u * u + v * v) + 1e-6F;
                const float q = away / wobble(pore.key, u / away, v / away, 5.0F, 0.4F);
                if (q >= 1.0F)
                    continue;
                cup += std::sqrt(1.0F - q * q) / 9.0F;
                cover += 1.0F / 9.0F;
            }
            if (cover <= 0.0F)
                continue;
            const float grain = fbm2(pore.key + 1, static_cast<float>(x) / 3.0F, static_cast<float>(y) / 3.0F, 2);
            float &height = m_planes.heightUm(y, x);
            height = std::min(height, -depthUm * cup * (0.85F + 0.25F * grain));
            if (cover > m_planes.smear(y, x)) {
                m_planes.smear(y, x) = cover;
                m_planes.alpha2(y, x) = wallAlpha2;
                m_planes.removed(y, x) = cover;
            }
            m_planes.cavity(y, x) = std::max(m_planes.cavity(y, x), cover * pore.dark);
            if (cup > maskFraction * seen)
                m_mask(y, x) = 255;
        }
}

} // namespace patina::synthesis
