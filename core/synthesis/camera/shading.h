#pragma once

#include "core/synthesis/camera/light_rig.h"
#include "core/synthesis/camera/thin_film.h"
#include "core/synthesis/models.h"

#include <span>
#include <vector>

namespace patina::synthesis {

/// A strip of the surface, ready to be lit.
struct SurfacePlanes
{
    cv::Mat1f heightUm;    ///< one pixel larger than the area on each side
    cv::Mat1f gloss;       ///< relative change of alphaAcross
    cv::Mat1f smear;       ///< share of the grain that was ploughed away, 0..1
    cv::Mat1f smearAlpha2; ///< squared roughness there
    cv::Mat1f cavity;      ///< share of the light that is lost in pits and cracks, up to 1; empty: none
    cv::Mat1f rust;        ///< how brown the oxide is in pits, see rustTint(); empty: nowhere
    cv::Mat1f shadow;      ///< share of the lamp's light that something on the surface keeps away; empty: none
    cv::Mat2f grain;       ///< cosine and sine of the grain's direction; empty: the material's
    cv::Mat3f texture;     ///< TextureKind::Tone: linear B, G, R; empty: none

    explicit SurfacePlanes(cv::Size lit)
        : heightUm(lit.height + 2, lit.width + 2, 0.0F), gloss(lit, 0.0F), smear(lit, 0.0F), smearAlpha2(lit, 0.0F)
    {
    }
};

/// Light reflected into the camera. The resolved height gives slopes; around each slope the unresolved texture
/// scatters with an anisotropic GGX distribution of slopes (Walter et al. 2007; Burley 2012; the shift of the
/// distribution by the resolved slope: Olano and Baker 2010, "LEAN mapping"). What the material scatters below its
/// surface follows Lambert's law. Natural vignetting by the cos^4 law.
/// Under a clear liquid that fills the texture, light bends at its top: small slopes of the metal count n times and the
/// slope t of the top shifts them by (n - 1) t, n its index (Snell's law for small angles).
class Shader
{
public:
    Shader(const LightRig &rig, const Material &material, cv::Size image, double micrometresPerPixel, double exposure,
           double vignetting);

    /// \param deposit null: nothing lies on the surface. Its area lies within `area`.
    /// \returns `rgb` CV_32FC3 in the order B, G, R, linear, 1 = white. For a material whose texture is
    /// TextureKind::Lit: how many times brighter than the untouched flat surface, exactly 1 where nothing was touched.
    void shade(const cv::Rect &area, const SurfacePlanes &surface, const DepositPlanes *deposit, cv::Mat3f &rgb) const;

private:
    /// Light at one knot of a coarse grid; all of it varies smoothly over the image.
    struct Knot
    {
        float x = 0.0F; ///< half-vector slope
        float y = 0.0F;
        float weight = 0.0F;
    };
    /// Irradiance over pi of all samples, on level ground and its change with the slope.
    struct DiffuseKnot
    {
        float level = 0.0F;
        float slopeX = 0.0F;
        float slopeY = 0.0F;
    };
    struct KnotRow;
    struct Row;
    void layKnots();
    void balance(double exposure);
    float flatRadiance(float x, float y) const;
    void interpolateKnots(int y, KnotRow &row) const;
    void prepareSlopes(int index, const SurfacePlanes &surface, Row &row) const;
    void prepareRow(const cv::Rect &area, int index, const SurfacePlanes &surface, Row &row) const;
    void spread(std::size_t at, const cv::Vec2f *grain, float alpha2Along, float alpha2Across, Row &row) const;
    static void setSpread(std::size_t at, float a, float b, float d, Row &row);
    void applyDeposit(std::span<const Deposit> lying, int from, Row &row) const;
    void addSamples(const cv::Rect &area, int from, int to, const KnotRow &knots, Row &row) const;
    static void castShadow(int index, const SurfacePlanes &surface, Row &row);
    void addDiffuse(const cv::Rect &area, const KnotRow &knots, Row &row) const;
    void addGloss(const cv::Rect &area, std::span<const Deposit> lying, int from, const KnotRow &knots, Row &top) const;
    void writeClean(int index, const SurfacePlanes &surface, const Row &row, cv::Mat3f &rgb) const;
    void writeDeposit(std::span<const Deposit> lying, int from, const Row &row, const Row &top, const cv::Vec3f *tone,
                      cv::Vec3f *out) const;
    cv::Vec3f litDeposit(const Deposit &deposit, const Row &row, float topSpecular, const cv::Vec3f &tone,
                         std::size_t at) const;
    static void tint(int index, const SurfacePlanes &surface, cv::Mat3f &rgb);
    void divide(const cv::Mat3f &reference, int index, cv::Mat3f &rgb) const;
    float vignette(float x, float y) const;

    const LightRig &m_rig;
    Material m_material;
    cv::Size m_image;
    float m_slopePerUm;
    float m_vignetting = 0.0F; ///< k of (1 + k r^2)^-2
    float m_gain = 1.0F;
    float m_ambient = 0.0F;    ///< radiance of the surroundings
    float m_lampSlopeX = 0.0F; ///< change of the diffuse light with the slope
    float m_lampSlopeY = 0.0F;
    float m_facingX = 0.0F; ///< the surroundings are brighter on the lamp's side
    float m_facingY = 0.0F;
    float m_alpha2Along;
    float m_alpha2Across;
    int m_spacing = 1;
    int m_knotColumns = 0;
    int m_knotRows = 0;
    std::vector<Knot> m_knots;          ///< rows x columns x samples
    std::vector<DiffuseKnot> m_diffuse; ///< rows x columns
    ThinFilmTint m_tint;
};

} // namespace patina::synthesis
