#pragma once

#include "core/synthesis/impurities/drying_contour.h"
#include "core/synthesis/impurities/oil_film_ranges.h"
#include "core/synthesis/impurities/surface_grip.h"
#include "core/synthesis/models.h"

#include <cstdint>

namespace patina::synthesis {

/// Oil that did not dry. Thin, it follows the texture and shows the colours of thin films (see ThinFilmTint); from
/// about a micrometre on it fills the texture, whose light then bends at the oil's smooth top, the top mirrors the lamp
/// where its slope is right, and the oil's own colour darkens it (law of Lambert and Beer). Drops are domes that meet
/// the metal at an angle; ahead of them creeps a thin film along the grooves (precursor film: de Gennes 1985, "Wetting:
/// statics and dynamics").
class OilFilm final : public ImpurityModel
{
public:
    OilFilm(const OilFilmRanges &ranges, const Place &place, std::uint64_t key);

    std::string_view className() const override { return "oil-film"; }
    cv::Rect bounds() const override { return m_bounds; }
    void addTo(const cv::Rect &area, DepositPlanes &deposit, cv::Mat1b &mask) const override;
    nlohmann::ordered_json parameters() const override;

private:
    void placeDrops(const OilFilmRanges &ranges, const Place &place, std::uint64_t key);
    float thicknessAt(float x, float y, float relief) const;
    float smearAt(float x, float y) const;
    void lay(float thicknessUm, float slopeX, float slopeY, Deposit &pixel) const;

    std::uint64_t m_key;
    SurfaceGrip m_grip;
    DryingContour m_contour;
    float m_centreX;
    float m_centreY;
    float m_grainCosine;
    float m_grainSine;
    float m_perPixelUm; ///< 1 over micrometres per pixel
    double m_radiusMm = 0.0;
    float m_radiusPx = 10.0F;
    int m_drops = 1;
    float m_thicknessUm = 1.0F;
    float m_haloPx = 5.0F;
    float m_haloUm = 0.2F;
    float m_absorption = 0.3F;
    bool m_smeared = false;
    float m_smearCosine = 1.0F;
    float m_smearSine = 0.0F;
    cv::Rect m_bounds;
};

} // namespace patina::synthesis
