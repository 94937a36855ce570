#include "core/synthesis/camera/shading_row.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

Shader::Shader(const LightRig &rig, const Material &material, cv::Size image, double micrometresPerPixel,
               double exposure, double vignetting)
    : m_rig(rig), m_material(material), m_image(image), m_slopePerUm(static_cast<float>(0.5 / micrometresPerPixel))
{
    m_alpha2Along = material.alphaAlong * material.alphaAlong;
    m_alpha2Across = material.alphaAcross * material.alphaAcross;
    const float halfDiagonal2 = 0.25F * (static_cast<float>(image.width) * static_cast<float>(image.width) +
                                         static_cast<float>(image.height) * static_cast<float>(image.height));
    m_vignetting = static_cast<float>(1.0 / std::sqrt(1.0 - vignetting) - 1.0) / halfDiagonal2;
    layKnots();
    balance(exposure);
}

void Shader::layKnots()
{
    m_spacing = std::clamp(std::max(m_image.width, m_image.height) / 24, 4, 64);
    m_knotColumns = (m_image.width + 2 * shadingMarginPx) / m_spacing + 2;
    m_knotRows = (m_image.height + 2 * shadingMarginPx) / m_spacing + 2;
    const int samples = m_rig.samples();
    const std::size_t knots = static_cast<std::size_t>(m_knotColumns) * static_cast<std::size_t>(m_knotRows);
    m_knots.reserve(knots * static_cast<std::size_t>(samples));
    m_diffuse.reserve(knots);
    for (int row = 0; row < m_knotRows; ++row)
        for (int column = 0; column < m_knotColumns; ++column) {
            DiffuseKnot diffuse;
            for (int i = 0; i < samples; ++i) {
                const LightArrival a = m_rig.arrival(i, static_cast<float>(column * m_spacing - shadingMarginPx),
                                                     static_cast<float>(row * m_spacing - shadingMarginPx));
                m_knots.push_back({a.halfSlopeX, a.halfSlopeY, a.weight});
                diffuse.level += a.diffuse;
                diffuse.slopeX -= a.diffuse * a.leanX;
                diffuse.slopeY -= a.diffuse * a.leanY;
            }
            m_diffuse.push_back(diffuse);
        }
}

float Shader::vignette(float x, float y) const
{
    const float dx = x - 0.5F * static_cast<float>(m_image.width);
    const float dy = y - 0.5F * static_cast<float>(m_image.height);
    const float f = 1.0F + m_vignetting * (dx * dx + dy * dy);
    return 1.0F / (f * f);
}

/// The specular radiance of the surface without its resolved height, for a reflectance of 1.
float Shader::flatRadiance(float x, float y) const
{
    Row row(1);
    spread(0, nullptr, m_alpha2Along, m_alpha2Across, row);
    float sum = 0.0F;
    for (int i = 0; i < m_rig.samples(); ++i) {
        const LightArrival a = m_rig.arrival(i, x, y);
        const float q = 1.0F + a.halfSlopeX * a.halfSlopeX * row.xx[0] + a.halfSlopeX * a.halfSlopeY * row.xy[0] +
                        a.halfSlopeY * a.halfSlopeY * row.yy[0];
        sum += a.weight / (q * q);
    }
    return sum * row.norm[0];
}

/// Sets the light of the surroundings as a share of all light, and the exposure: both from the clean, flat surface, so
/// that what lies on a surface never changes how the rest of it looks.
void Shader::balance(double exposure)
{
    constexpr int grid = 16;
    double specular = 0.0;
    double seen = 0.0;
    double falloff = 0.0;
    const LightArrival mean = m_rig.middleArrival();
    const double scattered = static_cast<double>(mean.diffuse * m_material.albedo[1]) * m_rig.samples();
    for (int row = 0; row < grid; ++row)
        for (int column = 0; column < grid; ++column) {
            const float x = (static_cast<float>(column) + 0.5F) / grid * static_cast<float>(m_image.width);
            const float y = (static_cast<float>(row) + 0.5F) / grid * static_cast<float>(m_image.height);
            const float radiance = flatRadiance(x, y);
            const auto vignetted = static_cast<double>(vignette(x, y));
            specular += static_cast<double>(radiance);
            seen += vignetted * (static_cast<double>(radiance * m_material.reflectance[1]) + scattered);
            falloff += vignetted;
        }
    const float size = std::sqrt(mean.halfSlopeX * mean.halfSlopeX + mean.halfSlopeY * mean.halfSlopeY) + 1e-6F;
    m_lampSlopeX = 2.0F * mean.halfSlopeX;
    m_lampSlopeY = 2.0F * mean.halfSlopeY;
    const float oneSided =
        2.0F * (1.0F - m_rig.ambient()); // light from all around is the less so the more there is of it
    m_facingX = oneSided * mean.halfSlopeX / size;
    m_facingY = oneSided * mean.halfSlopeY / size;
    constexpr double cells = grid * grid;
    const double share = static_cast<double>(m_rig.ambient());
    m_ambient = static_cast<float>(specular / cells * share / (1.0 - share));
    seen += static_cast<double>(m_ambient * (m_material.reflectance[1] + m_material.albedo[1])) * falloff;
    m_gain = static_cast<float>(exposure * cells / seen);
}

void Shader::interpolateKnots(int y, KnotRow &row) const
{
    const int position = y + shadingMarginPx;
    const int top = std::clamp(position / m_spacing, 0, m_knotRows - 2);
    const float t = static_cast<float>(position - top * m_spacing) / static_cast<float>(m_spacing);
    const auto columns = static_cast<std::size_t>(m_knotColumns);
    const std::size_t count = columns * static_cast<std::size_t>(m_rig.samples());
    const Knot *upper = m_knots.data() + static_cast<std::size_t>(top) * count;
    const Knot *lower = upper + count;
    row.samples.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        row.samples[i].x = upper[i].x + (lower[i].x - upper[i].x) * t;
        row.samples[i].y = upper[i].y + (lower[i].y - upper[i].y) * t;
        row.samples[i].weight = upper[i].weight + (lower[i].weight - upper[i].weight) * t;
    }
    const DiffuseKnot *above = m_diffuse.data() + static_cast<std::size_t>(top) * columns;
    const DiffuseKnot *below = above + columns;
    row.diffuse.resize(columns);
    for (std::size_t i = 0; i < columns; ++i) {
        row.diffuse[i].level = above[i].level + (below[i].level - above[i].level) * t;
        row.diffuse[i].slopeX = above[i].slopeX + (below[i].slopeX - above[i].slopeX) * t;
        row.diffuse[i].slopeY = above[i].slopeY + (below[i].slopeY - above[i].slopeY) * t;
    }
}

} // namespace patina::synthesis
