#include "core/synthesis/impurities/water_stain.h"

#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/lattice_noise.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr double widestRunOffMm = 0.18; ///< half width
constexpr Rgb lime{0.80F, 0.79F, 0.755F};
constexpr Rgb minerals{0.62F, 0.56F, 0.46F}; ///< with some iron and dirt

float inFloat(CounterRandom &random, const Range &range)
{
    return static_cast<float>(random.in(range));
}

Rgb saltColour(std::uint64_t key)
{
    CounterRandom random(subKey(key, "salts"));
    const auto dirt = static_cast<float>(random.uniform() * random.uniform());
    Rgb colour{};
    for (std::size_t i = 0; i < 3; ++i)
        colour[i] = lime[i] + (minerals[i] - lime[i]) * dirt;
    return colour;
}

float centreOf(const Place &place, std::uint64_t key, int axis)
{
    if (place.centrePx)
        return static_cast<float>(axis == 0 ? place.centrePx->x : place.centrePx->y);
    CounterRandom random(subKey(subKey(key, "centre"), static_cast<std::uint64_t>(axis)));
    const int side = axis == 0 ? place.image.width : place.image.height;
    return static_cast<float>(random.uniform(0.04, 0.96) * side);
}

} // namespace

WaterStain::WaterStain(const WaterStainRanges &ranges, const Place &place, std::uint64_t key)
    : m_grip(place, centreOf(place, key, 0), centreOf(place, key, 1)), m_saltColour(saltColour(key)),
      m_centreX(centreOf(place, key, 0)), m_centreY(centreOf(place, key, 1))
{
    drawSize(ranges, place, subKey(key, "size"));
    CounterRandom pose(subKey(place.poseKey, "down"));
    m_downDeg = pose.in(ranges.downDeg);
    CounterRandom random(subKey(key, "history"));
    m_runOff = random.chance(random.in(ranges.runOffShare));
    m_wiped = random.chance(random.in(ranges.wipedShare));
    m_dissolved = static_cast<float>(random.uniform(0.25, 0.85));
    const int generations = std::max(1, random.wholeIn(ranges.generations));
    for (int i = 0; i < generations; ++i)
        addPool(ranges, place, i, subKey(subKey(key, "pool"), static_cast<std::uint64_t>(i)));
    addSplashes(ranges, place, subKey(key, "splashes"));
    drawWipe(subKey(key, "wipe"));
    for (const DriedPool &pool : m_pools)
        m_bounds |= pool.bounds();
    if (m_wiped) {
        const int drag = static_cast<int>(std::ceil(m_wipe.dragPx)) + 1;
        m_bounds = {m_bounds.x - drag, m_bounds.y - drag, m_bounds.width + 2 * drag, m_bounds.height + 2 * drag};
    }
}

void WaterStain::drawSize(const WaterStainRanges &ranges, const Place &place, std::uint64_t key)
{
    CounterRandom random(key);
    m_radiusMm = random.logIn(ranges.radiusMm);
    // A stain larger than the image has nothing more to show.
    m_radiusPx = static_cast<float>(std::clamp(m_radiusMm / place.mmPerPixel, 3.0,
                                               static_cast<double>(std::max(place.image.width, place.image.height))));
    m_irregularity = random.in(ranges.irregularity);
}

void WaterStain::addPool(const WaterStainRanges &ranges, const Place &place, int generation, std::uint64_t key)
{
    const DriedPool::Look look = lookOf(ranges, place, generation, key);
    m_pools.emplace_back(contourOf(ranges, place, look, key), look);
}

DriedPool::Look WaterStain::lookOf(const WaterStainRanges &ranges, const Place &place, int generation,
                                   std::uint64_t key) const
{
    CounterRandom random(subKey(key, "look"));
    DriedPool::Look look;
    // Later water came on top of the first, a little aside and often less of it.
    const double later = generation == 0 ? 0.0 : 1.0;
    look.radiusPx = m_radiusPx * static_cast<float>(1.0 - later * random.uniform(0.05, 0.55));
    const SineCosine aside = sineCosineTurns(random.uniform());
    const SineCosine last = sineCosineTurns(random.uniform());
    const auto shift = static_cast<float>(later * random.uniform(0.1, 0.6));
    const auto lastShift = static_cast<float>(random.uniform(0.0, 0.45));
    look.lastX = m_centreX + look.radiusPx * (shift * static_cast<float>(aside.cosine) +
                                              lastShift * static_cast<float>(last.cosine));
    look.lastY = m_centreY +
                 look.radiusPx * (shift * static_cast<float>(aside.sine) + lastShift * static_cast<float>(last.sine));
    // Much salt makes both the rim and the inside strong.
    const double salt = random.uniform();
    const auto with = [&](const Range &range) {
        return static_cast<float>(range.low +
                                  (range.high - range.low) * std::clamp(salt + random.uniform(-0.25, 0.25), 0.0, 1.0));
    };
    look.rim = with(ranges.rim);
    look.inside = with(ranges.film);
    look.rimWidthPx = std::max(0.7F, static_cast<float>(random.in(ranges.rimWidthMm) / place.mmPerPixel)) *
                      (0.7F + 0.3F * std::sqrt(std::min(4.0F, look.radiusPx / 40.0F)));
    look.residue = inFloat(random, ranges.residue);
    look.crystals = with(ranges.crystals);
    look.grainPx = std::clamp(static_cast<float>(random.in(ranges.grainMm) / place.mmPerPixel), 0.6F, 12.0F);
    look.filmNm = inFloat(random, ranges.filmNm);
    look.filmCover = inFloat(random, ranges.filmCover);
    look.rings = ringsOf(ranges, subKey(key, "rings"));
    look.key = subKey(key, "noise");
    return look;
}

/// Close together at the rim, further apart inside: each slip is longer than the one before.
std::vector<DriedPool::Ring> WaterStain::ringsOf(const WaterStainRanges &ranges, std::uint64_t key)
{
    CounterRandom random(key);
    std::vector<DriedPool::Ring> rings;
    const int count = random.wholeIn(ranges.innerRings);
    double time = random.uniform(0.02, 0.12);
    double strength = random.uniform(0.35, 0.75);
    for (int i = 0; i < count && time < 0.85; ++i) {
        rings.push_back({static_cast<float>(time), static_cast<float>(strength), random.next()});
        time += (0.03 + 0.35 * time) * random.uniform(0.6, 1.7);
        strength *= random.uniform(0.6, 1.05);
    }
    return rings;
}

/// The first drop of a pool and those that ran into it.
DryingContour WaterStain::contourOf(const WaterStainRanges &ranges, const Place &place, const DriedPool::Look &look,
                                    std::uint64_t key)
{
    CounterRandom random(subKey(key, "drops"));
    DryingContour contour({place.grainCosine, place.grainSine, static_cast<float>(random.uniform(0.7, 2.6)),
                           static_cast<float>(random.uniform(0.0, 5.0)), subKey(key, "grooves")});
    m_drops = std::max(1, random.wholeIn(ranges.drops));
    const auto scallop = static_cast<float>(std::max(0.0, random.uniform(-0.4, 0.9)));
    const auto stretch = static_cast<float>(random.uniform(0.97, 1.24));
    DryingContour::Drop lowest;
    float lowestReach = -1e9F;
    const SineCosine down = sineCosineDegrees(m_downDeg);
    for (int i = 0; i < m_drops; ++i) {
        const SineCosine around = sineCosineTurns(random.uniform());
        DryingContour::Drop drop;
        drop.radiusPx = look.radiusPx * static_cast<float>(i == 0 ? 1.0 : random.uniform(0.25, 0.85));
        const auto away =
            i == 0 ? 0.0F : look.radiusPx * static_cast<float>(random.uniform(0.6, 1.0)) + 0.4F * drop.radiusPx;
        drop.x = look.lastX + away * static_cast<float>(around.cosine);
        drop.y = look.lastY + away * static_cast<float>(around.sine);
        drop.stretch = stretch;
        drop.irregularity = static_cast<float>(m_irregularity);
        drop.scallop = scallop;
        drop.key = random.next();
        contour.add(drop);
        const float reach =
            drop.x * static_cast<float>(down.cosine) + drop.y * static_cast<float>(down.sine) + drop.radiusPx;
        if (reach > lowestReach) {
            lowest = drop;
            lowestReach = reach;
        }
    }
    if (m_runOff)
        contour.add(runOffOf(ranges, place, lowest, subKey(key, "run-off")));
    return contour;
}

DryingContour::RunOff WaterStain::runOffOf(const WaterStainRanges &, const Place &place,
                                           const DryingContour::Drop &drop, std::uint64_t key) const
{
    // A rivulet's width is set by its surface tension, not by the drop it came from.
    const float widestPx = std::max(2.4F, static_cast<float>(widestRunOffMm / place.mmPerPixel));
    CounterRandom random(key);
    const SineCosine down = sineCosineDegrees(m_downDeg + random.uniform(-7.0, 7.0));
    const auto downX = static_cast<float>(down.cosine);
    const auto downY = static_cast<float>(down.sine);
    const float aside = drop.radiusPx * static_cast<float>(random.uniform(-0.35, 0.35));
    DryingContour::RunOff runOff;
    runOff.x = drop.x - downY * aside + downX * 0.5F * drop.radiusPx;
    runOff.y = drop.y + downX * aside + downY * 0.5F * drop.radiusPx;
    runOff.directionX = downX;
    runOff.directionY = downY;
    runOff.lengthPx = drop.radiusPx * static_cast<float>(random.uniform(1.4, 5.5));
    runOff.startHalfWidthPx = std::clamp(drop.radiusPx * static_cast<float>(random.uniform(0.07, 0.2)), 2.3F, widestPx);
    runOff.endHalfWidthPx = std::max(1.8F, runOff.startHalfWidthPx * static_cast<float>(random.uniform(0.45, 0.85)));
    runOff.meanderPx = runOff.startHalfWidthPx * static_cast<float>(random.uniform(0.5, 2.4));
    runOff.key = subKey(key, "path");
    return runOff;
}

/// Small drops that fell beside the large one, on one side of it more than on the others; sizes are log-distributed.
void WaterStain::addSplashes(const WaterStainRanges &ranges, const Place &place, std::uint64_t key)
{
    CounterRandom random(key);
    const int count = static_cast<int>(random.uniform() * random.in(ranges.splashes));
    const double side = random.uniform();
    for (int i = 0; i < count; ++i) {
        const SineCosine around = sineCosineTurns(side + random.gaussian() * 0.17);
        const auto away = m_radiusPx * static_cast<float>(random.uniform(1.2, 2.9));
        DriedPool::Look look = lookOf(ranges, place, 0, subKey(key, static_cast<std::uint64_t>(i)));
        look.radiusPx = std::max(1.8F, m_radiusPx * static_cast<float>(random.logIn({0.025, 0.22})));
        look.lastX = m_centreX + away * static_cast<float>(around.cosine);
        look.lastY = m_centreY + away * static_cast<float>(around.sine);
        look.rimWidthPx = std::min(look.rimWidthPx, 0.35F * look.radiusPx + 0.4F);
        look.rings.resize(std::min<std::size_t>(look.rings.size(), look.radiusPx > 14.0F ? 2 : 0));
        DryingContour contour({place.grainCosine, place.grainSine, 0.9F, 0.5F, random.next()});
        DryingContour::Drop drop;
        drop.x = look.lastX;
        drop.y = look.lastY;
        drop.radiusPx = look.radiusPx;
        drop.stretch = static_cast<float>(random.uniform(0.97, 1.2));
        drop.irregularity = static_cast<float>(0.6 * m_irregularity);
        drop.key = random.next();
        contour.add(drop);
        m_pools.emplace_back(std::move(contour), std::move(look));
    }
}

nlohmann::ordered_json WaterStain::parameters() const
{
    const DriedPool::Look &look = m_pools.front().look();
    return {{"class", className()},
            {"centrePx", {m_centreX, m_centreY}},
            {"radiusMm", m_radiusMm},
            {"drops", m_drops},
            {"pools", m_pools.size()},
            {"irregularity", m_irregularity},
            {"rim", look.rim},
            {"film", look.inside},
            {"filmNm", look.filmNm},
            {"crystals", look.crystals},
            {"innerRings", look.rings.size()},
            {"runOff", m_runOff},
            {"downDeg", m_downDeg},
            {"wiped", m_wiped}};
}

} // namespace patina::synthesis
