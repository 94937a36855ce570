#pragma once

#include "core/synthesis/impurities/coolant_ranges.h"
#include "core/synthesis/impurities/drying_contour.h"
#include "core/synthesis/impurities/surface_grip.h"
#include "core/synthesis/models.h"

#include <cstdint>
#include <vector>

namespace patina::synthesis {

/// Dried coolant: emulsion that dried to a greyish or yellowish residue of soaps and oil, in blotches that follow the
/// tool marks, with a faint tide mark at the outline, rings where foam bubbles stood, and tracks where it dripped.
class Coolant final : public ImpurityModel
{
public:
    Coolant(const CoolantRanges &ranges, const Place &place, std::uint64_t key);

    std::string_view className() const override { return "coolant"; }
    cv::Rect bounds() const override { return m_contour.bounds(); }
    void addTo(const cv::Rect &area, DepositPlanes &deposit, cv::Mat1b &mask) const override;
    nlohmann::ordered_json parameters() const override;

private:
    struct Bubble
    {
        float x;
        float y;
        float radiusPx;
        float strength;
    };
    void placePools(const CoolantRanges &ranges, const Place &place, std::uint64_t key);
    void placeDrips(const CoolantRanges &ranges, const Place &place, std::uint64_t key);
    void placeBubbles(const CoolantRanges &ranges, const Place &place, std::uint64_t key);
    float residueAt(float x, float y, float depth, float relief) const;
    float bubblesAt(float x, float y) const;

    std::uint64_t m_key;
    SurfaceGrip m_grip;
    DryingContour m_contour;
    float m_centreX;
    float m_centreY;
    float m_grainCosine;
    float m_grainSine;
    double m_radiusMm = 0.0;
    float m_radiusPx = 10.0F;
    float m_stretch = 1.0F;
    float m_residue = 0.2F;
    float m_edge = 0.3F;
    float m_yellowness = 0.5F;
    float m_blotches = 0.5F;
    double m_downDeg = 90.0;
    int m_drips = 0;
    Rgb m_colour{};
    std::vector<DryingContour::Drop> m_pools;
    std::vector<Bubble> m_bubbles;
};

} // namespace patina::synthesis
