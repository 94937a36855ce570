#include "core/synthesis/strip_renderer.h"

#include <opencv2/imgproc.hpp>

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace patina::synthesis {

namespace {

cv::Rect grown(const cv::Rect &area, int by)
{
    return {area.x - by, area.y - by, area.width + 2 * by, area.height + 2 * by};
}

/// Adds to the mask of a class, which is made when its first pixel is set.
void addMask(std::map<std::string, cv::Mat1b> &masks, std::string_view className, const cv::Mat1b &marked)
{
    if (cv::countNonZero(marked) == 0)
        return;
    cv::Mat1b &mask = masks[std::string(className)];
    if (mask.empty())
        mask = cv::Mat1b(marked.size(), 0);
    mask |= marked;
}

/// Linear light around a pixel, every other one of them: what the surface is like there without its marks.
class Surroundings
{
public:
    /// \param inside the image. \param size of the image.
    Surroundings(const SurfaceModel &surface, const cv::Rect &inside, cv::Size size)
        : m_area(grown(inside, reach) & cv::Rect({}, size))
    {
        surface.setTexture(m_area, m_texture);
    }

    cv::Vec3f at(int x, int y) const
    {
        cv::Vec3f sum(0.0F, 0.0F, 0.0F);
        float count = 0.0F;
        for (int j = -reach; j <= reach; j += 2)
            for (int i = -reach; i <= reach; i += 2)
                if (const cv::Point place(x + i, y + j); m_area.contains(place)) {
                    sum += m_texture(place - m_area.tl());
                    count += 1.0F;
                }
        return count > 0.0F ? sum / count : sum;
    }

private:
    static constexpr int reach = 8;
    cv::Rect m_area;
    cv::Mat3f m_texture;
};

} // namespace

StripRenderer::StripRenderer(const Scene &scene, SynthesisVersion version)
    : m_scene(scene), m_version(version), m_reach(scene.sensor->blurReachPx()),
      m_texture(scene.surface->material().texture),
      m_shader(*scene.light, scene.surface->material(), scene.size, 1000.0 * scene.mmPerPixel, scene.sensor->exposure(),
               scene.sensor->vignetting())
{
}

RenderedScene StripRenderer::render(const cv::Rect &strip)
{
    m_out = {};
    m_before.release();
    const JpegStorage *storage = blocks();
    const cv::Rect whole = storage != nullptr ? withBlocks(*storage, strip) : strip;
    if (storage == nullptr || !isTouched(whole)) {
        renderPixels(strip);
        return std::move(m_out);
    }
    renderPixels(whole);
    const bool same = m_out.stained.data == m_out.clean.data;
    store(*storage, whole.tl(), m_out.clean);
    if (!same)
        store(*storage, whole.tl(), m_out.stained);
    return cutTo(strip - whole.tl());
}

const JpegStorage *StripRenderer::blocks() const
{
    return m_scene.sensor->depth() == CV_8U ? m_scene.surface->storage() : nullptr;
}

cv::Rect StripRenderer::withBlocks(const JpegStorage &storage, const cv::Rect &area) const
{
    const cv::Size unit = storage.unit();
    const cv::Rect blocks = storage.unitsOver(area);
    return cv::Rect(blocks.x - unit.width, blocks.y - unit.height, blocks.width + 2 * unit.width,
                    blocks.height + 2 * unit.height) &
           cv::Rect({}, m_scene.size);
}

bool StripRenderer::isTouched(const cv::Rect &area) const
{
    const cv::Rect lit = grown(area, m_reach + 1);
    const auto touched = [&](const auto &models) {
        return std::ranges::any_of(models, [&](const auto &model) { return touches(*model, lit); });
    };
    return touched(m_scene.defects) || touched(m_scene.impurities);
}

void StripRenderer::store(const JpegStorage &storage, cv::Point at, cv::Mat &image) const
{
    if (image.empty())
        return;
    cv::Mat3b pixels = image; // the same
    storeAsJpeg(storage, at, m_before, m_scene.surface->material().grey, pixels);
}

RenderedScene StripRenderer::cutTo(const cv::Rect &part)
{
    RenderedScene cut;
    if (!m_out.clean.empty())
        cut.clean = m_out.clean(part).clone();
    if (!m_out.stained.empty())
        cut.stained = m_out.stained(part).clone();
    for (const auto &[name, mask] : m_out.defectMasks)
        addMask(cut.defectMasks, name, mask(part));
    for (const auto &[name, mask] : m_out.impurityMasks)
        addMask(cut.impurityMasks, name, mask(part));
    return cut;
}

void StripRenderer::renderPixels(const cv::Rect &strip)
{
    const cv::Rect lit = grown(strip, m_reach);
    SurfacePlanes surface = geometry(strip, lit);
    const bool clean = m_version != SynthesisVersion::Stained;
    if (clean)
        expose(strip, lit, surface, nullptr, m_out.clean);
    if (m_version == SynthesisVersion::Clean)
        return;
    cv::Rect touchedArea;
    for (const auto &impurity : m_scene.impurities)
        touchedArea |= impurity->bounds() & lit;
    const bool touched = !touchedArea.empty();
    if (!touched && clean) {
        m_out.stained = m_out.clean;
        return;
    }
    DepositPlanes deposit(touchedArea);
    if (touched)
        layImpurities(strip, deposit);
    expose(strip, lit, surface, touched ? &deposit : nullptr, m_out.stained);
}

SurfacePlanes StripRenderer::geometry(const cv::Rect &strip, const cv::Rect &lit)
{
    const cv::Rect area = grown(lit, 1);
    SurfacePlanes surface(lit.size());
    m_scene.surface->addHeight(area, surface.heightUm);
    m_scene.surface->addGloss(lit, surface.gloss);
    m_scene.surface->setGrain(lit, surface.grain);
    if (m_texture == TextureKind::Tone)
        m_scene.surface->setTexture(lit, surface.texture);
    else if (m_texture == TextureKind::Lit)
        setSeen(strip);
    m_removed.release();
    if (std::none_of(m_scene.defects.begin(), m_scene.defects.end(),
                     [&](const auto &defect) { return touches(*defect, area); }))
        return surface;
    DamagePlanes damage(area.size());
    cv::Mat1f heightSum(area.size(), 0.0F);
    for (const auto &defect : m_scene.defects) {
        if (!touches(*defect, area))
            continue;
        // Each defect's own change, for its mask; the sum goes to the surface.
        damage.heightUm.setTo(0.0F);
        defect->addTo(area, damage);
        heightSum += damage.heightUm;
        markDefect(*defect, strip, damage.heightUm(cv::Rect(m_reach + 1, m_reach + 1, strip.width, strip.height)));
    }
    surface.heightUm = surface.heightUm.mul(1.0F - damage.removed) + heightSum;
    const cv::Rect inner(1, 1, lit.width, lit.height);
    if (m_texture == TextureKind::Lit)
        removeSeen(strip, damage.removed(cv::Rect(m_reach + 1, m_reach + 1, strip.width, strip.height)));
    surface.cavity = damage.cavity(inner);
    if (cv::countNonZero(damage.rust) > 0)
        surface.rust = damage.rust(inner);
    if (cv::countNonZero(damage.shadow) > 0)
        surface.shadow = damage.shadow(inner);
    surface.smear = damage.smear(inner);
    surface.smearAlpha2 = damage.alpha2(inner);
    return surface;
}

void StripRenderer::setSeen(const cv::Rect &strip)
{
    m_scene.surface->setTexture(strip, m_seen);
    if (blocks() != nullptr && isTouched(strip))
        m_before = m_scene.sensor->untouched(m_seen);
}

void StripRenderer::removeSeen(const cv::Rect &strip, const cv::Mat1f &removed)
{
    if (cv::countNonZero(removed) == 0)
        return;
    removed.copyTo(m_removed);
    const Surroundings around(*m_scene.surface, strip, m_scene.size);
    for (int y = 0; y < strip.height; ++y)
        for (int x = 0; x < strip.width; ++x)
            if (const float gone = m_removed(y, x); gone > 0.0F)
                m_seen(y, x) += gone * (around.at(strip.x + x, strip.y + y) - m_seen(y, x));
}

void StripRenderer::markDefect(const DefectModel &defect, const cv::Rect &strip, const cv::Mat1f &change)
{
    cv::Mat1b marked(strip.size(), 0);
    defect.mark(strip, change, marked);
    addMask(m_out.defectMasks, defect.className(), marked);
}

void StripRenderer::layImpurities(const cv::Rect &strip, DepositPlanes &deposit)
{
    for (const auto &impurity : m_scene.impurities) {
        const cv::Rect area = impurity->bounds() & deposit.area();
        if (area.empty())
            continue;
        cv::Mat1b mask(area.size(), 0);
        impurity->addTo(area, deposit, mask);
        const cv::Rect seen = area & strip;
        if (seen.empty())
            continue;
        cv::Mat1b marked(strip.size(), 0);
        mask(seen - area.tl()).copyTo(marked(seen - strip.tl()));
        addMask(m_out.impurityMasks, impurity->className(), marked);
    }
}

void StripRenderer::expose(const cv::Rect &strip, const cv::Rect &lit, const SurfacePlanes &surface,
                           const DepositPlanes *deposit, cv::Mat &image)
{
    m_shader.shade(lit, surface, deposit, m_light);
    if (m_texture == TextureKind::Lit)
        m_scene.sensor->exposeSeen(m_light, m_seen, m_removed, strip, image);
    else
        m_scene.sensor->expose(m_light, strip, image);
}

} // namespace patina::synthesis
