#pragma once

#include "core/synthesis/models.h"
#include "core/synthesis/noise/groove_field.h"
#include "core/synthesis/surfaces/brushed_ranges.h"

#include <vector>

namespace patina::synthesis {

/// Brushed metal. Height: brush marks of several scales whose depth grows with their width like a self-affine profile
/// (Sayles and Thomas 1978, "Surface topography as a nonstationary random process"). What a pixel does not resolve is
/// anisotropic GGX roughness (Walter, Marschner, Li and Torrance 2007; anisotropic form: Burley 2012), modulated in
/// long bands: the density of marks differs from bristle to bristle.
class BrushedSurface final : public SurfaceModel
{
public:
    BrushedSurface(const BrushedRanges &ranges, double mmPerPixel, std::uint64_t key);

    Material material() const override;
    void addHeight(const cv::Rect &area, cv::Mat1f &heightUm) const override;
    void addGloss(const cv::Rect &area, cv::Mat1f &gloss) const override;
    nlohmann::ordered_json parameters() const override;

private:
    void createScales(double grooveLengthPx, std::uint64_t key);

    double m_directionDeg = 0.0;
    double m_rqUm = 0.0;
    double m_grooveLengthMm = 0.0;
    double m_bandContrast = 0.0;
    double m_cosine = 1.0;
    double m_sine = 0.0;
    Material m_material;
    std::vector<GrooveScale> m_height;
    std::vector<GrooveScale> m_gloss;
};

} // namespace patina::synthesis
