#pragma once

#include "core/synthesis/models.h"
#include "core/synthesis/noise/blended_tile.h"
#include "core/synthesis/surfaces/exemplar_images.h"
#include "core/synthesis/surfaces/photo_retake.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace patina::synthesis {

/// A surface like real images. Texture: random-phase noise (asymptotic discrete spot noise: Galerne, Gousseau and Morel
/// 2011, "Random phase textures") of one image's made-Gaussian patch, the same phases in all colours, laid out on the
/// infinite plane (see BlendedTile), given the image's distribution of decorrelated colours, on its light falloff.
/// Photo: the image itself, or taken once more (see PhotoRetake). Both hold their light (TextureKind::Lit): damage and
/// deposits change it by the ratio that they have on a flat surface of the roughness and grain that the image hints at.
class ExemplarSurface final : public SurfaceModel
{
public:
    /// \param retake of base Photo alone.
    ExemplarSurface(const ExemplarDraw &exemplar, const RetakeRanges &retake, cv::Size image, std::uint64_t key);

    /// The size of the photo that the surface with this key is like.
    static cv::Size photoSize(const ExemplarDraw &exemplar, std::uint64_t key);

    Material material() const override { return m_material; }
    void addHeight(const cv::Rect & /*area*/, cv::Mat1f & /*heightUm*/) const override {}
    void addGloss(const cv::Rect & /*area*/, cv::Mat1f & /*gloss*/) const override {}
    void setTexture(const cv::Rect &area, cv::Mat3f &texture) const override;
    const JpegStorage *storage() const override { return m_storage ? &*m_storage : nullptr; }
    cv::Point2d pixelOf(double x, double y, cv::Size image) const override;
    nlohmann::ordered_json parameters() const override { return m_parameters; }

private:
    void takeOverRetake();
    void setGrainDirection();
    void guessMaterial(const ExemplarGrain &grain, const PhotoLook &look);
    void createTiles(const ExemplarFit &fit);
    template <typename Code>
    void showPhoto(const cv::Rect &area, cv::Mat3f &texture) const;
    void showTexture(const cv::Rect &area, cv::Mat3f &texture) const;

    std::shared_ptr<const ExemplarImages> m_images;
    const ExemplarPhoto *m_photo = nullptr; ///< of m_images; base Photo
    cv::Size m_image;
    std::uint64_t m_key;
    std::size_t m_index = 0; ///< of the image that this one is like
    cv::Point m_corner;      ///< Photo: of what is shown of it
    PhotoRetake m_retake;
    std::optional<JpegStorage> m_storage; ///< Photo, not taken once more: its blocks
    float m_gain = 1.0F;
    Material m_material;
    std::vector<BlendedTile> m_tiles;           ///< one for each decorrelated colour
    std::vector<std::vector<float>> m_transfer; ///< normal to the colour's distribution
    std::vector<float> m_linear;                ///< sRGB-encoded to linear, even steps; of a photo its codes
    nlohmann::ordered_json m_parameters;
};

} // namespace patina::synthesis
