#pragma once

#include "core/synthesis/camera/shading.h"
#include "core/synthesis/scene.h"

#include <opencv2/core.hpp>

#include <algorithm>

namespace patina::synthesis {

/// One strip at a time, from geometry to the finished rows. Not for use outside core/synthesis.
class StripRenderer
{
public:
    StripRenderer(const Scene &scene, SynthesisVersion version);
    /// \param strip of the image, as wide or less.
    RenderedScene render(const cv::Rect &strip);

private:
    /// Of a photo whose images have its 8 bits.
    const JpegStorage *blocks() const;
    /// The blocks that an area touches, and one more around them for their colours.
    cv::Rect withBlocks(const JpegStorage &storage, const cv::Rect &area) const;
    bool isTouched(const cv::Rect &area) const;
    void store(const JpegStorage &storage, cv::Point at, cv::Mat &image) const;
    RenderedScene cutTo(const cv::Rect &part);
    void renderPixels(const cv::Rect &strip);
    SurfacePlanes geometry(const cv::Rect &strip, const cv::Rect &lit);
    void setSeen(const cv::Rect &strip);
    /// Marks that a camera saw are gone where their metal is: what is left is the light of the place.
    void removeSeen(const cv::Rect &strip, const cv::Mat1f &removed);
    static bool touches(const auto &model, const cv::Rect &area) { return !(model.bounds() & area).empty(); }
    void markDefect(const DefectModel &defect, const cv::Rect &strip, const cv::Mat1f &change);
    void layImpurities(const cv::Rect &strip, DepositPlanes &deposit);
    void expose(const cv::Rect &strip, const cv::Rect &lit, const SurfacePlanes &surface, const DepositPlanes *deposit,
                cv::Mat &image);

    const Scene &m_scene;
    SynthesisVersion m_version;
    int m_reach;
    TextureKind m_texture;
    Shader m_shader;
    RenderedScene m_out;
    cv::Mat3f m_light;
    cv::Mat3f m_seen;    ///< the strip of a surface with TextureKind::Lit
    cv::Mat3b m_before;  ///< the same as its photo has it, where that was stored in blocks
    cv::Mat1f m_removed; ///< how much of m_seen damage took away; empty: nothing
};

} // namespace patina::synthesis
