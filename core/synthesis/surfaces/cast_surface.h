#pragma once

#include "core/synthesis/models.h"
#include "core/synthesis/noise/blended_tile.h"
#include "core/synthesis/noise/crater_field.h"
#include "core/synthesis/surfaces/cast_ranges.h"

namespace patina::synthesis {

/// Cast metal: a self-affine skin over three decades of wave lengths, the imprint of the sand's rounded grains, flow
/// marks where fronts of the melt met, gas pores, now and then the parting line of the mould. The oxide skin is darker
/// and scatters: a Lambert part beside a rough mirror (Oren and Nayar's measurements of cast metal are matte, too).
/// Surface comparators for castings: ISO 11971 (BNIF 359, SCRATA).
class CastSurface final : public SurfaceModel
{
public:
    CastSurface(const CastRanges &ranges, double mmPerPixel, std::uint64_t key);

    Material material() const override { return m_material; }
    void addHeight(const cv::Rect &area, cv::Mat1f &heightUm) const override;
    void addGloss(const cv::Rect &area, cv::Mat1f &gloss) const override;
    void setTexture(const cv::Rect &area, cv::Mat3f &texture) const override;
    nlohmann::ordered_json parameters() const override;

private:
    void drawSkin(const cv::Rect &area, cv::Mat1f &skin) const;
    void addFlow(const cv::Rect &area, cv::Mat1f &heightUm) const;
    void addParting(const cv::Rect &area, cv::Mat1f &heightUm) const;
    void createSkin(const CastRanges &ranges, double mmPerPixel);
    void createPores(double perCm2, double diameterUm, double mmPerPixel);

    nlohmann::ordered_json m_parameters;
    Material m_material;
    std::uint64_t m_key;
    BlendedTile m_skin;
    BlendedTile m_broad;
    CraterScale m_sand;
    CraterScale m_pores;
    float m_sandShare = 0.5F;
    float m_skinScale = 1.0F;
    float m_flowUm = 0.0F;
    float m_flowPx = 100.0F;
    double m_umPerPixel = 20.0;
    float m_oxideContrast = 0.0F;
    bool m_parting = false;
    double m_partingAcross = 0.0; ///< distance of the parting line from the origin
    double m_partingCosine = 1.0;
    double m_partingSine = 0.0;
};

} // namespace patina::synthesis
