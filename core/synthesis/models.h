#pragma once

#include "core/synthesis/camera/jpeg_storage.h"
#include "core/synthesis/deposit.h"

#include <nlohmann/json.hpp>
#include <opencv2/core.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace patina::synthesis {

// The models of one image live on the infinite plane of image pixels (origin top left, x right, y down) and are asked
// for any rectangle of it: an image is made in strips, and a strip's pixels do not depend on where the strips end.
// Planes are area.height x area.width, CV_32F.

/// What a surface's own texture plane holds.
enum class TextureKind {
    None,
    Tone, ///< how much more or less than the material it reflects: the light is multiplied by it
    Lit   ///< the surface as a camera saw it, light and noise included: only what changes the light is rendered
};

/// What a material reflects, apart from its height.
struct Material
{
    Rgb reflectance{0.57F, 0.56F, 0.55F}; ///< at normal incidence (F0)
    float alphaAlong = 0.1F;              ///< GGX roughness of the unresolved texture along the grain
    float alphaAcross = 0.2F;             ///< the same across it
    float grainCosine = 1.0F;             ///< direction of the grain
    float grainSine = 0.0F;
    double grainDeg = 0.0; ///< the same; 0 = along the rows, positive turns towards +y
    Rgb albedo{};          ///< of the light that comes back diffuse (Lambert); bare polished metal has none
    TextureKind texture = TextureKind::None;
    bool grey = false; ///< seen by a camera without colours
    // Of a camera's own image (TextureKind::Lit); what damage does to it goes through the same lens and sensor.
    float blurPx = 0.0F;        ///< deviation of its lens blur; 0: the scene's camera
    float noisePerLight = 0.0F; ///< variance of its noise over its light, linear, 1 = white
    float noiseInColour = 1.0F; ///< share of that variance that each colour has for itself; 0: all have the same noise
    float tarnish = 0.0F; ///< share of the light that bare metal, freshly ploughed, reflects more than what is seen
};

/// A machined surface: height and roughness everywhere.
class SurfaceModel
{
public:
    virtual ~SurfaceModel() = default;
    virtual Material material() const = 0;
    /// Adds the height in micrometres.
    virtual void addHeight(const cv::Rect &area, cv::Mat1f &heightUm) const = 0;
    /// Adds the relative change of alphaAcross.
    virtual void addGloss(const cv::Rect &area, cv::Mat1f &gloss) const = 0;
    /// Sets cosine and sine of the grain's direction; leaves `grain` empty where the material's holds everywhere.
    virtual void setGrain(const cv::Rect & /*area*/, cv::Mat2f & /*grain*/) const {}
    /// Sets the texture, linear B, G, R, as material().texture says; left empty for TextureKind::None.
    virtual void setTexture(const cv::Rect & /*area*/, cv::Mat3f & /*texture*/) const {}
    /// How a surface that a camera saw was stored; null: as it was.
    virtual const JpegStorage *storage() const { return nullptr; }
    /// Where a place of the part is seen in an image of that size. \param x, y shares of what the surface was taken
    /// from, the image itself unless that is a photo.
    virtual cv::Point2d pixelOf(double x, double y, cv::Size image) const
    {
        return {x * image.width, y * image.height};
    }
    virtual nlohmann::ordered_json parameters() const = 0;
};

/// What a defect or an impurity needs to know of the image that it lies in.
struct Place
{
    cv::Size image;
    double mmPerPixel = 0.02;
    float grainCosine = 1.0F; ///< direction of the surface's grain
    float grainSine = 0.0F;
    double grainDeg = 0.0;
    const SurfaceModel *surface = nullptr; ///< what it lies on; outlives it
    float shadowX = 0.0F;                  ///< where a shadow falls, in heights of what throws it
    float shadowY = 0.0F;
    std::uint64_t poseKey = 0;             ///< how the part stood while it dried: one for all of an image
    std::optional<cv::Point2d> centrePx{}; ///< where a defect or an impurity is to lie; empty: it draws its own place
    std::vector<cv::Point2d> where{};      ///< of the image's defects: see drawnPlace(); empty: anywhere
};

/// What defects do to the surface. Zero where there is none.
struct DamagePlanes
{
    cv::Mat1f heightUm; ///< change of the height
    cv::Mat1f smear;    ///< share of a pixel whose grain was replaced by ploughed metal, 0..1
    cv::Mat1f alpha2;   ///< squared GGX roughness of that metal
    cv::Mat1f cavity;   ///< share of the light that does not come out of pits and cracks again, up to 1; below 0: the
                        ///< metal there is brighter than the surface around it
    cv::Mat1f shadow;   ///< share of the lamp's light that does not get there, 0..1
    cv::Mat1f rust;     ///< how brown the oxide is that takes the light: see rustTint(); 0: takes all colours alike
    cv::Mat1f removed;  ///< share of the surface's own height that is gone: broken out, dissolved or flattened, 0..1

    explicit DamagePlanes(cv::Size size)
        : heightUm(size, 0.0F), smear(size, 0.0F), alpha2(size, 0.0F), cavity(size, 0.0F), shadow(size, 0.0F),
          rust(size, 0.0F), removed(size, 0.0F)
    {
    }
};

/// Damage: changes the geometry.
class DefectModel
{
public:
    virtual ~DefectModel() = default;
    virtual std::string_view className() const = 0;
    /// Pixels outside are not touched.
    virtual cv::Rect bounds() const = 0;
    /// Boxes that cover the defect more closely than its bounds: others keep their distance from these.
    virtual std::vector<cv::Rect> extent() const { return {bounds()}; }
    /// Adds the change of height; sets the other planes where this defect did more than what is there.
    virtual void addTo(const cv::Rect &area, DamagePlanes &damage) const = 0;
    /// The mask is where |change of height| exceeds this many micrometres.
    virtual float maskThresholdUm() const = 0;
    /// Sets `mask` to 255 where this defect is seen. \param changeUm its change of the height over `area`.
    virtual void mark([[maybe_unused]] const cv::Rect &area, const cv::Mat1f &changeUm, cv::Mat1b &mask) const
    {
        mask |= cv::Mat1b(cv::Mat(cv::abs(changeUm) > static_cast<double>(maskThresholdUm())));
    }
    virtual nlohmann::ordered_json parameters() const = 0;
};

/// Something harmless on the surface: changes the optics.
class ImpurityModel
{
public:
    virtual ~ImpurityModel() = default;
    virtual std::string_view className() const = 0;
    /// Pixels outside are not touched.
    virtual cv::Rect bounds() const = 0;
    /// Lays the impurity over what is there and sets `mask` (CV_8U) to 255 where it changes anything.
    /// \param deposit, mask of `area`, which lies within the planes.
    virtual void addTo(const cv::Rect &area, DepositPlanes &deposit, cv::Mat1b &mask) const = 0;
    virtual nlohmann::ordered_json parameters() const = 0;
};

} // namespace patina::synthesis
