#pragma once

#include "core/synthesis/models.h"
#include "core/synthesis/noise/blended_tile.h"
#include "core/synthesis/noise/crater_field.h"
#include "core/synthesis/noise/groove_field.h"
#include "core/synthesis/surfaces/polished_ranges.h"

#include <vector>

namespace patina::synthesis {

/// Polished metal: what is left of lapping are hairlines in crossing directions, each direction of its own density; the
/// finish follows the grains and the soft pad as orange peel; haze is a little diffuse light and an uneven roughness
/// (gloss, haze and orange peel as in ISO 2813 and ASTM E430); here and there a grain was torn out.
class PolishedSurface final : public SurfaceModel
{
public:
    PolishedSurface(const PolishedRanges &ranges, double mmPerPixel, std::uint64_t key);

    Material material() const override { return m_material; }
    void addHeight(const cv::Rect &area, cv::Mat1f &heightUm) const override;
    void addGloss(const cv::Rect &area, cv::Mat1f &gloss) const override;
    nlohmann::ordered_json parameters() const override;

private:
    struct Lapping
    {
        double cosine;
        double sine;
        GrooveScale scale;
    };
    void createLapping(int directions, double rqUm, double lengthPx);

    nlohmann::ordered_json m_parameters;
    Material m_material;
    std::uint64_t m_key;
    std::vector<Lapping> m_lapping;
    BlendedTile m_peel;
    BlendedTile m_broad;
    CraterScale m_pullOuts;
    float m_peelUm = 0.0F;
    float m_hazeContrast = 0.0F;
};

} // namespace patina::synthesis
