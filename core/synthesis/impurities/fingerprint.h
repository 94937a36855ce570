#pragma once

#include "core/synthesis/impurities/fingerprint_ranges.h"
#include "core/synthesis/impurities/ridge_pattern.h"
#include "core/synthesis/impurities/surface_grip.h"
#include "core/synthesis/models.h"

#include <cstdint>
#include <vector>

namespace patina::synthesis {

/// A fingerprint: skin fat and sweat where ridges touched, as droplets and a thin film that roughen the metal's gloss
/// and take some of its reflection; nothing opaque. Uneven pressure, sweat pores along the ridges, stretched skin,
/// sometimes a slide of the finger or a part of the pad only. The peaks of the surface took more than its grooves.
class Fingerprint final : public ImpurityModel
{
public:
    Fingerprint(const FingerprintRanges &ranges, const Place &place, std::uint64_t key);

    std::string_view className() const override { return "fingerprint"; }
    cv::Rect bounds() const override { return m_bounds; }
    void addTo(const cv::Rect &area, DepositPlanes &deposit, cv::Mat1b &mask) const override;
    nlohmann::ordered_json parameters() const override;

private:
    static constexpr float leastShare = 0.03F; ///< of the strongest deposit; less is not there
    void draw(const FingerprintRanges &ranges, const Place &place, std::uint64_t key);
    void setBounds();
    /// What varies over much more than a ridge.
    struct Broad
    {
        float pressure = 0.0F; ///< below 0 where the skin did not touch
        float amount = 0.0F;   ///< of grease
        float stretchU = 0.0F; ///< of the skin, millimetres
        float stretchV = 0.0F;
        float slid = 0.0F; ///< share of the skin that slid
    };
    /// Values at the nodes of a grid over the pad, from (-reachU, -reachV) on.
    template <typename Value>
    struct Grid
    {
        int columns = 0;
        int rows = 0;
        float stepMm = 1.0F;
        std::vector<Value> nodes;
    };
    template <typename Value, typename At>
    void lay(float stepMm, Grid<Value> &grid, const At &at) const;
    void press();
    Broad broadAt(float u, float v) const;
    Broad broadFrom(float u, float v) const;
    float printFrom(float u, float v) const;
    /// Left on the metal, 0..1; place in millimetres in the finger's own directions.
    float leftAt(float u, float v, const Broad &broad) const;
    float slidAt(float u, float v) const;
    float pressureAt(float u, float v) const;
    cv::Mat1f leftIn(const cv::Rect &box) const;
    float porePart(float u, float v) const;

    std::uint64_t m_key;
    SurfaceGrip m_grip;
    FingerprintKind m_kind = FingerprintKind::Loop;
    double m_angleDeg = 0.0;
    float m_cosine = 1.0F;
    float m_sine = 0.0F;
    float m_centreX = 0.0F;
    float m_centreY = 0.0F;
    float m_mmPerPixel = 0.02F;
    float m_halfWidthMm = 7.0F;
    float m_halfHeightMm = 9.0F;
    float m_periodMm = 0.46F;
    float m_pressure = 0.5F;
    float m_grease = 0.5F;
    float m_filmNm = 150.0F;
    float m_smearMm = 0.0F;
    float m_smearU = 0.0F;
    float m_smearV = 0.0F;
    float m_cutU = 0.0F; ///< normal of the line beyond which the pad did not touch
    float m_cutV = 0.0F;
    float m_cutAtMm = 1e6F;
    RidgePattern m_pattern;
    float m_reachU = 0.0F; ///< half the room that the print takes, millimetres
    float m_reachV = 0.0F;
    Grid<Broad> m_broad;
    Grid<float> m_print; ///< of a finger that slid: what it would have left at rest
    cv::Rect m_bounds;
};

} // namespace patina::synthesis
