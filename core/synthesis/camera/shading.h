#pragma once

#include "core/synthesis/camera/light_rig.h"
#include "core/synthesis/camera/thin_film.h"
#include "core/synthesis/models.h"

#include <vector>

namespace patina::synthesis {

/// A strip of the surface, ready to be lit.
struct SurfacePlanes
{
    cv::Mat1f heightUm;    ///< one pixel larger than the area on each side
    cv::Mat1f gloss;       ///< relative change of alphaAcross
    cv::Mat1f smear;       ///< share of the grain that was ploughed away, 0..1
    cv::Mat1f smearAlpha2; ///< squared roughness there
    cv::Mat1f cavity;      ///< share of the light that is lost in pits and cracks, 0..1; empty: none

    explicit SurfacePlanes(cv::Size lit)
        : heightUm(lit.height + 2, lit.width + 2, 0.0F), gloss(lit, 0.0F), smear(lit, 0.0F), smearAlpha2(lit, 0.0F)
    {
    }
};

/// Light reflected into the camera. The resolved height gives slopes; around each slope the unresolved texture
/// scatters with an anisotropic GGX distribution of slopes (Walter et al. 2007; Burley 2012; the shift of the
/// distribution by the resolved slope: Olano and Baker 2010, "LEAN mapping"). Natural vignetting by the cos^4 law.
class Shader
{
public:
    Shader(const LightRig &rig, const Material &material, cv::Size image, double micrometresPerPixel, double exposure,
           double vignetting);

    /// \param deposit null: nothing lies on the surface. Planes as large as `area`.
    /// \returns `rgb` CV_32FC3 in the order B, G, R, linear, 1 = white.
    void shade(const cv::Rect &area, const SurfacePlanes &surface, const DepositPlanes *deposit, cv::Mat3f &rgb) const;

private:
    /// Light at one knot of a coarse grid; all of it varies smoothly over the image.
    struct Knot
    {
        float u = 0.0F; ///< half-vector slope along and across the grain
        float v = 0.0F;
        float weight = 0.0F;
        float diffuse = 0.0F;
    };
    struct Row;
    void layKnots();
    void balance(double exposure);
    float flatRadiance(float x, float y) const;
    void interpolateKnots(int y, std::vector<Knot> &row) const;
    void prepareRow(const cv::Rect &area, int index, const SurfacePlanes &surface, const DepositPlanes *deposit,
                    Row &row) const;
    void addSamples(const cv::Rect &area, const std::vector<Knot> &knots, Row &row) const;
    void writeClean(int index, const Row &row, cv::Mat3f &rgb) const;
    void writeDeposit(int index, const DepositPlanes &deposit, const Row &row, cv::Mat3f &rgb) const;
    float vignette(float x, float y) const;

    const LightRig &m_rig;
    Material m_material;
    cv::Size m_image;
    float m_slopePerUm;
    float m_vignetting = 0.0F; ///< k of (1 + k r^2)^-2
    float m_gain = 1.0F;
    float m_ambient = 0.0F; ///< radiance of the surroundings
    float m_facingX = 0.0F; ///< the surroundings are brighter on the lamp's side
    float m_facingY = 0.0F;
    float m_alpha2Along;
    float m_alpha2Across;
    float m_widenAlong;
    float m_widenAcross;
    int m_spacing = 1;
    int m_knotColumns = 0;
    int m_knotRows = 0;
    std::vector<Knot> m_knots; ///< rows x columns x samples
    ThinFilmTint m_tint;
};

} // namespace patina::synthesis
