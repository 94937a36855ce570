#pragma once

#include "core/synthesis/models.h"
#include "core/synthesis/noise/blended_tile.h"
#include "core/synthesis/noise/crater_field.h"
#include "core/synthesis/surfaces/sandblasted_ranges.h"

namespace patina::synthesis {

/// Blasted metal: a fine self-affine roughness with a plateau (K-correlation spectrum, see roughSpectrum) under craters
/// of shot of several sizes, the later ones over the earlier (profile of a blasted surface: Thomas 1999, "Rough
/// Surfaces", ch. 9). Matte: what a pixel does not resolve is wide isotropic GGX roughness, a little uneven where the
/// jet lingered.
class SandblastedSurface final : public SurfaceModel
{
public:
    SandblastedSurface(const SandblastedRanges &ranges, double mmPerPixel, std::uint64_t key);

    Material material() const override { return m_material; }
    void addHeight(const cv::Rect &area, cv::Mat1f &heightUm) const override;
    void addGloss(const cv::Rect &area, cv::Mat1f &gloss) const override;
    nlohmann::ordered_json parameters() const override;

private:
    void drawShape(const cv::Rect &area, cv::Mat1f &shape) const;

    nlohmann::ordered_json m_parameters;
    Material m_material;
    std::uint64_t m_key;
    BlendedTile m_fine;
    BlendedTile m_broad;
    CraterScale m_large;
    CraterScale m_small;
    float m_fineShare = 0.3F;
    float m_mottle = 0.0F;
    float m_scale = 1.0F; ///< micrometres per unit of the drawn shape
};

} // namespace patina::synthesis
