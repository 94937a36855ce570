#pragma once

#include "core/synthesis/impurities/dried_pool.h"
#include "core/synthesis/impurities/surface_grip.h"
#include "core/synthesis/impurities/water_stain_ranges.h"
#include "core/synthesis/models.h"

#include <cstdint>
#include <vector>

namespace patina::synthesis {

/// A dried water stain: pools that stood one after the other on about the same place, each with its rim, rings, film
/// and last residue (see DriedPool), splashes beside them, sometimes a run-off streak or the stroke of a cloth. New
/// water washes away some of what older water left and lays it down at its own rim.
class WaterStain final : public ImpurityModel
{
public:
    WaterStain(const WaterStainRanges &ranges, const Place &place, std::uint64_t key);

    std::string_view className() const override { return "water-stain"; }
    cv::Rect bounds() const override { return m_bounds; }
    void addTo(const cv::Rect &area, DepositPlanes &deposit, cv::Mat1b &mask) const override;
    nlohmann::ordered_json parameters() const override;

private:
    struct Wipe
    {
        float directionX = 1.0F;
        float directionY = 0.0F;
        float offsetPx = 0.0F; ///< of the stroke's middle from the stain's centre
        float halfWidthPx = 0.0F;
        float dragPx = 0.0F; ///< how far the cloth carried what it took
        float strength = 0.0F;
        std::uint64_t key = 0;
    };
    void drawSize(const WaterStainRanges &ranges, const Place &place, std::uint64_t key);
    void addPool(const WaterStainRanges &ranges, const Place &place, int generation, std::uint64_t key);
    DryingContour contourOf(const WaterStainRanges &ranges, const Place &place, const DriedPool::Look &look,
                            std::uint64_t key);
    DriedPool::Look lookOf(const WaterStainRanges &ranges, const Place &place, int generation, std::uint64_t key) const;
    static std::vector<DriedPool::Ring> ringsOf(const WaterStainRanges &ranges, std::uint64_t key);
    DryingContour::RunOff runOffOf(const WaterStainRanges &ranges, const Place &place, const DryingContour::Drop &drop,
                                   std::uint64_t key) const;
    void addSplashes(const WaterStainRanges &ranges, const Place &place, std::uint64_t key);
    void drawWipe(std::uint64_t key);
    DriedPool::Layer layerAt(float x, float y, float relief) const;
    DriedPool::Layer wipedLayerAt(float x, float y, float relief) const;
    float wipedAt(float x, float y) const;

    SurfaceGrip m_grip;
    Rgb m_saltColour{};
    float m_centreX = 0.0F;
    float m_centreY = 0.0F;
    float m_radiusPx = 0.0F;
    double m_radiusMm = 0.0;
    double m_irregularity = 0.0;
    double m_downDeg = 90.0;
    int m_drops = 0;
    bool m_runOff = false;
    bool m_wiped = false;
    Wipe m_wipe;
    std::vector<DriedPool> m_pools; ///< oldest first
    float m_dissolved = 0.5F;       ///< share of an older deposit that newer water washed away
    cv::Rect m_bounds;
};

} // namespace patina::synthesis
