#include "core/synthesis/impurities/water_stain.h"
#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/lattice_noise.h"

#include <algorithm>
#include <cmath>

// What the dried pools and the cloth left at each pixel.
namespace patina::synthesis {

namespace {

constexpr float leastShare = 0.012F; ///< what takes less of the light is not there
constexpr int dragSteps = 5;

} // namespace

void WaterStain::drawWipe(std::uint64_t key)
{
    CounterRandom random(key);
    const SineCosine stroke = sineCosineDegrees(random.uniform(-180.0, 180.0));
    m_wipe.directionX = static_cast<float>(stroke.cosine);
    m_wipe.directionY = static_cast<float>(stroke.sine);
    m_wipe.offsetPx = m_radiusPx * static_cast<float>(random.uniform(-0.7, 0.7));
    m_wipe.halfWidthPx = m_radiusPx * static_cast<float>(random.uniform(0.25, 0.8));
    m_wipe.dragPx = m_radiusPx * static_cast<float>(random.uniform(0.2, 0.9));
    m_wipe.strength = static_cast<float>(random.uniform(0.7, 1.0));
    m_wipe.key = random.next();
}

/// How much of the deposit the cloth took or moved, streaky along its stroke.
float WaterStain::wipedAt(float x, float y) const
{
    const float px = x - m_centreX;
    const float py = y - m_centreY;
    const float along = px * m_wipe.directionX + py * m_wipe.directionY;
    const float across = py * m_wipe.directionX - px * m_wipe.directionY - m_wipe.offsetPx;
    const float edge = m_wipe.halfWidthPx * (1.0F + 0.2F * fbm1(m_wipe.key, along / 40.0F, 2));
    const float inBand = 1.0F - smoothStep(0.75F * edge, 1.2F * edge, std::abs(across));
    if (inBand <= 0.0F)
        return 0.0F;
    const float streaks = smoothStep(-0.3F, 0.45F, fbm2(m_wipe.key + 9, along / 170.0F, across / 4.0F, 4));
    return inBand * m_wipe.strength * (1.0F - 0.75F * streaks);
}

/// All pools at one pixel, the oldest first.
DriedPool::Layer WaterStain::layerAt(float x, float y, float relief) const
{
    DriedPool::Layer sum;
    for (const DriedPool &pool : m_pools) {
        if (!pool.bounds().contains({static_cast<int>(x), static_cast<int>(y)}))
            continue;
        const DriedPool::Layer layer = pool.layerAt(x, y, relief);
        if (layer.inside <= 0.0F)
            continue;
        const float kept = 1.0F - m_dissolved * layer.inside;
        const float film = sum.film * kept;
        if (film + layer.film > 0.0F)
            sum.filmNm = (sum.filmNm * film + layer.filmNm * layer.film) / (film + layer.film);
        sum.film = 1.0F - (1.0F - film) * (1.0F - layer.film);
        sum.solid = 1.0F - (1.0F - sum.solid * kept) * (1.0F - layer.solid);
        sum.roughen = sum.roughen * kept + layer.roughen;
        sum.inside = std::max(sum.inside, layer.inside);
    }
    return sum;
}

/// The cloth carried what it took along its stroke, thinning it out.
DriedPool::Layer WaterStain::wipedLayerAt(float x, float y, float relief) const
{
    DriedPool::Layer layer = layerAt(x, y, relief);
    const float wiped = wipedAt(x, y);
    if (wiped <= 0.0F)
        return layer;
    DriedPool::Layer dragged;
    for (int i = 1; i <= dragSteps; ++i) {
        const float back = m_wipe.dragPx * (static_cast<float>(i) - 0.5F) / dragSteps;
        const DriedPool::Layer from = layerAt(x - back * m_wipe.directionX, y - back * m_wipe.directionY, relief);
        const float weight = 1.6F * (1.0F - back / m_wipe.dragPx) / dragSteps;
        dragged.solid += weight * from.solid;
        dragged.film += weight * from.film;
        dragged.filmNm = std::max(dragged.filmNm, 0.6F * from.filmNm);
        dragged.roughen += weight * from.roughen;
    }
    const auto mixed = [&](float still, float moved) { return still + wiped * (0.38F * moved - still); };
    layer.solid = mixed(layer.solid, dragged.solid);
    layer.film = mixed(layer.film, dragged.film);
    layer.filmNm = layer.film > 0.0F ? std::max(layer.filmNm * (1.0F - wiped), dragged.filmNm * wiped) : 0.0F;
    layer.roughen = mixed(layer.roughen, dragged.roughen);
    return layer;
}

void WaterStain::addTo(const cv::Rect &area, DepositPlanes &deposit, cv::Mat1b &mask) const
{
    const cv::Rect box = m_bounds & area;
    if (box.empty())
        return;
    const cv::Mat1f relief = m_grip.relief(box);
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x) {
            const auto fx = static_cast<float>(x);
            const auto fy = static_cast<float>(y);
            const float height = relief(y - box.y, x - box.x);
            const DriedPool::Layer layer = m_wiped ? wipedLayerAt(fx, fy, height) : layerAt(fx, fy, height);
            if (layer.solid + 0.3F * layer.film < leastShare)
                continue;
            Deposit &pixel = deposit.at(x, y);
            pixel.addFilm(layer.film, layer.filmNm);
            pixel.addScatter(layer.solid, m_saltColour);
            pixel.roughen += layer.roughen;
            pixel.touched = true;
            mask(y - area.y, x - area.x) = 255;
        }
}

} // namespace patina::synthesis
