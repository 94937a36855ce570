#pragma once

#include "core/synthesis/impurities/drying_contour.h"
#include "core/synthesis/models.h"
#include "core/synthesis/impurities/water_stain_ranges.h"

#include <cstdint>
#include <vector>

namespace patina::synthesis {

/// A dried water stain. Evaporation carries salts to the pinned contact line: a crisp rim (coffee ring, Deegan et al.
/// 1997); where the line jumps back and pins again, fainter inner rings (Adachi, Dimitrov and Nagayama 1995); a
/// transparent film tints by interference; late liquid leaves a residue off the centre. Some stains ran down, some were
/// wiped through.
class WaterStain final : public ImpurityModel
{
public:
    WaterStain(const WaterStainRanges &ranges, const Place &place, std::uint64_t key);

    std::string_view className() const override { return "water-stain"; }
    cv::Rect bounds() const override { return m_bounds; }
    void addTo(const cv::Rect &area, DepositPlanes &deposit, cv::Mat1b &mask) const override;
    nlohmann::ordered_json parameters() const override;

private:
    struct Ring
    {
        float depthPx;
        float strength;
        std::uint64_t key;
    };
    struct Wipe
    {
        float directionX = 1.0F;
        float directionY = 0.0F;
        float offsetPx = 0.0F; ///< of the stroke's middle from the stain's centre
        float halfWidthPx = 0.0F;
        float strength = 0.0F;
    };
    /// What lies on one pixel.
    struct Layer
    {
        float scatter = 0.0F;
        float film = 0.0F;
        float filmNm = 0.0F;
        float roughen = 0.0F;
    };
    DryingContour::Drop placeDrops(const WaterStainRanges &ranges, const Place &place, std::uint64_t key);
    void placeRunOff(const DryingContour::Drop &drop, double mmPerPixel, std::uint64_t key);
    void placeSplashes(const DryingContour::Drop &drop, std::uint64_t key);
    void placeRings(const WaterStainRanges &ranges, std::uint64_t key);
    void placeWipe(std::uint64_t key);
    Layer layerAt(float x, float y, float depth) const;
    float rimAt(float x, float y, float depth) const;
    float ringsAt(float x, float y, float depth) const;
    float leftByWipe(float x, float y) const;

    std::uint64_t m_key;
    float m_grainCosine;
    float m_grainSine;
    DryingContour m_contour;
    DryingContour m_splashes;
    DryingContour m_residue;
    float m_centreX = 0.0F;
    float m_centreY = 0.0F;
    float m_radiusPx = 0.0F;
    double m_radiusMm = 0.0;
    int m_drops = 0;
    float m_irregularity = 0.0F;
    float m_rim = 0.0F;
    float m_rimWidthPx = 2.0F;
    float m_film = 0.0F;
    float m_filmNm = 0.0F;
    float m_filmCover = 0.0F;
    float m_residueStrength = 0.0F; ///< may be under 0: a washed-out centre
    bool m_runOff = false;
    bool m_wiped = false;
    Wipe m_wipe;
    std::vector<Ring> m_rings;
    cv::Rect m_bounds;
};

} // namespace patina::synthesis
