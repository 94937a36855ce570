#include "core/synthesis/defects/damage_patch.h"

#include "core/synthesis/noise/lattice_noise.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr float metalAlbedo = 0.57F; ///< of walls that light is thrown to and fro between

constexpr float longestShadowPx = 96.0F;
constexpr float penumbra = 0.25F; ///< half the lamp's width over its height above the surface

/// Distances at which the horizon is looked for, in pixels.
constexpr int horizonSteps[] = {1, 2, 3, 5, 8, 13, 21};
constexpr int horizonDirections[8][2] = {{1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}};

/// Share of the sky that a point sees, weighted by the cosine: the mean of cos^2 of the horizon's height over all
/// directions (Max 1988, "Horizon mapping").
float openSky(const cv::Mat1f &height, int x, int y, float perPixelUm)
{
    float open = 0.0F;
    for (const auto &direction : horizonDirections) {
        const float diagonal = direction[0] != 0 && direction[1] != 0 ? 1.41421356F : 1.0F;
        float tangent = 0.0F;
        for (const int step : horizonSteps) {
            const int px = std::clamp(x + direction[0] * step, 0, height.cols - 1);
            const int py = std::clamp(y + direction[1] * step, 0, height.rows - 1);
            const float rise = height(py, px) - height(y, x);
            tangent = std::max(tangent, rise / (perPixelUm * diagonal * static_cast<float>(step)));
        }
        open += 1.0F / (1.0F + tangent * tangent);
    }
    return open / 8.0F;
}

/// Fills what no path of pixels outside of the mask reaches from the border.
void fillHoles(cv::Mat1b &mask)
{
    cv::Mat1b outside;
    cv::copyMakeBorder(mask, outside, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::floodFill(outside, cv::Point(0, 0), cv::Scalar(128));
    mask.setTo(255, outside(cv::Rect(1, 1, mask.cols, mask.rows)) != 128);
}

} // namespace

void PatchDefect::open(CounterRandom &random, const Place &place, double halfXPx, double halfYPx)
{
    const double drawnX = random.uniform() * place.image.width;
    const double drawnY = random.uniform() * place.image.height;
    const auto within = [](double at, double half, double size) {
        return 2.0 * half >= size - 2.0 ? 0.5 * size : std::clamp(at, half + 1.0, size - half - 1.0);
    };
    openAt(within(place.centrePx ? place.centrePx->x : drawnX, halfXPx, place.image.width),
           within(place.centrePx ? place.centrePx->y : drawnY, halfYPx, place.image.height), place, halfXPx, halfYPx);
}

void PatchDefect::openAt(double centreX, double centreY, const Place &place, double halfXPx, double halfYPx)
{
    m_centreX = centreX;
    m_centreY = centreY;
    m_shadowX = place.shadowX;
    m_shadowY = place.shadowY;
    const int left = static_cast<int>(std::floor(centreX - halfXPx));
    const int top = static_cast<int>(std::floor(centreY - halfYPx));
    m_box = {left, top, static_cast<int>(std::ceil(centreX + halfXPx)) - left + 1,
             static_cast<int>(std::ceil(centreY + halfYPx)) - top + 1};
    m_box &= cv::Rect({}, place.image);
    m_planes = DamagePlanes(m_box.size());
}

void PatchDefect::shadeCavities(double mmPerPixel)
{
    const auto perPixelUm = static_cast<float>(1000.0 * mmPerPixel);
    for (int y = 0; y < m_box.height; ++y)
        for (int x = 0; x < m_box.width; ++x) {
            float &cavity = m_planes.cavity(y, x);
            const float bare = 1.0F - std::clamp(cavity, -0.5F, 1.0F);
            const float open = openSky(m_planes.heightUm, x, y, perPixelUm);
            // What does not come out at once is thrown at the walls and has further chances (Stewart and Langer 1997,
            // "Towards accurate recovery of shape from shading under diffuse lighting").
            cavity = 1.0F - bare * open / (1.0F - metalAlbedo * bare * (1.0F - open));
        }
    castShadows(perPixelUm);
}

/// The horizon towards the lamp, pixel by pixel (Max 1988); as soft as the lamp is wide. Only the defect's own height
/// casts: the marks of machining are too low.
void PatchDefect::castShadows(float perPixelUm)
{
    const float length = std::sqrt(m_shadowX * m_shadowX + m_shadowY * m_shadowY);
    double lowest = 0.0;
    double highest = 0.0;
    cv::minMaxLoc(m_planes.heightUm, &lowest, &highest);
    const float tangent = lampTangent(0.5F * length);
    const float longestPx = static_cast<float>(highest - lowest) * tangent / perPixelUm;
    if (length < 0.05F || longestPx < 0.7F)
        return;
    const float stepX = -m_shadowX / length;
    const float stepY = -m_shadowY / length;
    const int steps = static_cast<int>(std::min(longestPx + 1.0F, longestShadowPx));
    const float perRise = tangent / perPixelUm;
    for (int y = 0; y < m_box.height; ++y)
        for (int x = 0; x < m_box.width; ++x) {
            const float here = m_planes.heightUm(y, x);
            float covered = 0.0F; // the horizon over the lamp's height
            for (int i = 1; i <= steps; ++i) {
                const auto s = static_cast<float>(i);
                const int px = x + static_cast<int>(std::floor(stepX * s + 0.5F));
                const int py = y + static_cast<int>(std::floor(stepY * s + 0.5F));
                if (px < 0 || py < 0 || px >= m_box.width || py >= m_box.height)
                    break;
                covered = std::max(covered, (m_planes.heightUm(py, px) - here) * perRise / s);
            }
            m_planes.shadow(y, x) = smoothStep(1.0F - penumbra, 1.0F + penumbra, covered);
        }
}

void PatchDefect::finish(double mmPerPixel, double depthUm, double fraction, int bridgedPx)
{
    shadeCavities(mmPerPixel);
    m_maskThresholdUm = static_cast<float>(depthUm * fraction);
    m_mask = cv::abs(m_planes.heightUm) > static_cast<double>(m_maskThresholdUm);
    const int side = 2 * bridgedPx + 1;
    cv::Mat1b wide;
    cv::copyMakeBorder(m_mask, wide, side, side, side, side, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::morphologyEx(wide, wide, cv::MORPH_CLOSE, cv::getStructuringElement(cv::MORPH_ELLIPSE, {side, side}));
    m_mask = wide(cv::Rect(side, side, m_mask.cols, m_mask.rows)).clone();
    fillHoles(m_mask);
}

void PatchDefect::addTo(const cv::Rect &area, DamagePlanes &damage) const
{
    const cv::Rect shared = m_box & area;
    for (int y = shared.y; y < shared.y + shared.height; ++y)
        for (int x = shared.x; x < shared.x + shared.width; ++x) {
            const int fromX = x - m_box.x;
            const int fromY = y - m_box.y;
            const int toX = x - area.x;
            const int toY = y - area.y;
            damage.heightUm(toY, toX) += m_planes.heightUm(fromY, fromX);
            if (const float smear = m_planes.smear(fromY, fromX); smear > damage.smear(toY, toX)) {
                damage.smear(toY, toX) = smear;
                damage.alpha2(toY, toX) = m_planes.alpha2(fromY, fromX);
            }
            damage.shadow(toY, toX) = std::max(damage.shadow(toY, toX), m_planes.shadow(fromY, fromX));
            damage.cavity(toY, toX) = std::max(damage.cavity(toY, toX), m_planes.cavity(fromY, fromX));
            damage.rust(toY, toX) = std::max(damage.rust(toY, toX), m_planes.rust(fromY, fromX));
            damage.removed(toY, toX) = std::max(damage.removed(toY, toX), m_planes.removed(fromY, fromX));
        }
}

void PatchDefect::mark(const cv::Rect &area, const cv::Mat1f &, cv::Mat1b &mask) const
{
    const cv::Rect shared = m_box & area;
    if (shared.empty())
        return;
    cv::Mat1b target = mask(shared - area.tl());
    target |= m_mask(shared - m_box.tl());
}

double patchLengthPx(double mm, const Place &place, double least, double largestShare)
{
    const double largest = largestShare * std::min(place.image.width, place.image.height);
    return std::clamp(mm / place.mmPerPixel, least, std::max(least, std::min(largest, 0.45 * largestPatchPx)));
}

float wobble(std::uint64_t key, float x, float y, float waves, float roughness)
{
    const float scale = 0.32F * waves; // gradient noise has about one bay over two cells
    return 1.0F + roughness * fbm2(key, x * scale + 7.31F, y * scale + 3.17F, 4);
}

} // namespace patina::synthesis
