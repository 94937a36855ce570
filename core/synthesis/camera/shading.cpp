#include "core/synthesis/camera/shading.h"

#include "core/synthesis/noise/portable_math.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr int marginPx = 64;                       ///< strips reach over the image's edge by less than this
constexpr Rgb depositColour{0.80F, 0.79F, 0.755F}; ///< lime and salts: nearly white

} // namespace

/// Working values of one row of a strip.
struct Shader::Row
{
    explicit Row(int width)
        : slopeU(static_cast<std::size_t>(width)), slopeV(slopeU), perAlphaU(slopeU), perAlphaV(slopeU), norm(slopeU),
          ambient(slopeU), specular(slopeU), diffuse(slopeU), gain(slopeU)
    {
    }
    std::vector<float> slopeU, slopeV, perAlphaU, perAlphaV, norm, ambient, specular, diffuse, gain;
};

Shader::Shader(const LightRig &rig, const Material &material, cv::Size image, double micrometresPerPixel,
               double exposure, double vignetting)
    : m_rig(rig), m_material(material), m_image(image), m_slopePerUm(static_cast<float>(0.5 / micrometresPerPixel))
{
    const float c2 = material.grainCosine * material.grainCosine;
    m_widenAlong = rig.widenX() * c2 + rig.widenY() * (1.0F - c2);
    m_widenAcross = rig.widenX() * (1.0F - c2) + rig.widenY() * c2;
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
    m_knotColumns = (m_image.width + 2 * marginPx) / m_spacing + 2;
    m_knotRows = (m_image.height + 2 * marginPx) / m_spacing + 2;
    const int samples = m_rig.samples();
    m_knots.reserve(static_cast<std::size_t>(m_knotColumns) * static_cast<std::size_t>(m_knotRows) *
                    static_cast<std::size_t>(samples));
    const float c = m_material.grainCosine;
    const float s = m_material.grainSine;
    for (int row = 0; row < m_knotRows; ++row)
        for (int column = 0; column < m_knotColumns; ++column)
            for (int i = 0; i < samples; ++i) {
                const LightArrival a = m_rig.arrival(i, static_cast<float>(column * m_spacing - marginPx),
                                                     static_cast<float>(row * m_spacing - marginPx));
                m_knots.push_back(
                    {a.halfSlopeX * c + a.halfSlopeY * s, a.halfSlopeY * c - a.halfSlopeX * s, a.weight, a.diffuse});
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
    const float alphaU = m_alpha2Along + m_widenAlong;
    const float alphaV = m_alpha2Across + m_widenAcross;
    float sum = 0.0F;
    for (int i = 0; i < m_rig.samples(); ++i) {
        const LightArrival a = m_rig.arrival(i, x, y);
        const float u = a.halfSlopeX * m_material.grainCosine + a.halfSlopeY * m_material.grainSine;
        const float v = a.halfSlopeY * m_material.grainCosine - a.halfSlopeX * m_material.grainSine;
        const float q = 1.0F + u * u / alphaU + v * v / alphaV;
        sum += a.weight / (q * q);
    }
    return sum / std::sqrt(alphaU * alphaV);
}

/// Sets the light of the surroundings as a share of all light, and the exposure: both from the clean, flat surface, so
/// that what lies on a surface never changes how the rest of it looks.
void Shader::balance(double exposure)
{
    constexpr int grid = 16;
    double specular = 0.0;
    double vignetted = 0.0;
    double falloff = 0.0;
    LightArrival mean;
    for (int row = 0; row < grid; ++row)
        for (int column = 0; column < grid; ++column) {
            const float x = (static_cast<float>(column) + 0.5F) / grid * static_cast<float>(m_image.width);
            const float y = (static_cast<float>(row) + 0.5F) / grid * static_cast<float>(m_image.height);
            const float radiance = flatRadiance(x, y);
            specular += static_cast<double>(radiance);
            vignetted += static_cast<double>(radiance * vignette(x, y));
            falloff += static_cast<double>(vignette(x, y));
        }
    for (int i = 0; i < m_rig.samples(); ++i) {
        const LightArrival a =
            m_rig.arrival(i, 0.5F * static_cast<float>(m_image.width), 0.5F * static_cast<float>(m_image.height));
        mean.halfSlopeX += a.halfSlopeX;
        mean.halfSlopeY += a.halfSlopeY;
    }
    const float size = std::sqrt(mean.halfSlopeX * mean.halfSlopeX + mean.halfSlopeY * mean.halfSlopeY) + 1e-6F;
    m_facingX = 2.0F * mean.halfSlopeX / size;
    m_facingY = 2.0F * mean.halfSlopeY / size;
    constexpr double cells = grid * grid;
    const double share = static_cast<double>(m_rig.ambient());
    m_ambient = static_cast<float>(specular / cells * share / (1.0 - share));
    const double seen =
        (vignetted + static_cast<double>(m_ambient) * falloff) / cells * static_cast<double>(m_material.reflectance[1]);
    m_gain = static_cast<float>(exposure / seen);
}

/// The knots' values in image row y: columns x samples.
void Shader::interpolateKnots(int y, std::vector<Knot> &row) const
{
    const int position = y + marginPx;
    const int top = std::clamp(position / m_spacing, 0, m_knotRows - 2);
    const float t = static_cast<float>(position - top * m_spacing) / static_cast<float>(m_spacing);
    const std::size_t count = static_cast<std::size_t>(m_knotColumns) * static_cast<std::size_t>(m_rig.samples());
    const Knot *upper = m_knots.data() + static_cast<std::size_t>(top) * count;
    const Knot *lower = upper + count;
    row.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        row[i].u = upper[i].u + (lower[i].u - upper[i].u) * t;
        row[i].v = upper[i].v + (lower[i].v - upper[i].v) * t;
        row[i].weight = upper[i].weight + (lower[i].weight - upper[i].weight) * t;
        row[i].diffuse = upper[i].diffuse + (lower[i].diffuse - upper[i].diffuse) * t;
    }
}

void Shader::prepareRow(const cv::Rect &area, int index, const SurfacePlanes &surface, const DepositPlanes *deposit,
                        Row &row) const
{
    const float *above = surface.heightUm[index];
    const float *here = surface.heightUm[index + 1];
    const float *below = surface.heightUm[index + 2];
    const float *gloss = surface.gloss[index];
    const float *smear = surface.smear[index];
    const float *ploughedAlpha2 = surface.smearAlpha2[index];
    const float *roughen = deposit != nullptr ? deposit->roughen[index] : nullptr;
    const float c = m_material.grainCosine;
    const float s = m_material.grainSine;
    for (std::size_t i = 0; i < row.norm.size(); ++i) {
        const float x = (here[i + 2] - here[i]) * m_slopePerUm;
        const float y = (below[i + 1] - above[i + 1]) * m_slopePerUm;
        row.slopeU[i] = x * c + y * s;
        row.slopeV[i] = y * c - x * s;
        row.ambient[i] = m_ambient * std::max(0.15F, 1.0F + m_facingX * x + m_facingY * y);
        const float change = std::max(0.4F, 1.0F + gloss[i]);
        const float extra = roughen != nullptr ? roughen[i] : 0.0F;
        const float u = m_alpha2Along + (ploughedAlpha2[i] - m_alpha2Along) * smear[i];
        const float grain = m_alpha2Across * change * change;
        const float v = grain + (ploughedAlpha2[i] - grain) * smear[i];
        row.perAlphaU[i] = 1.0F / (u + m_widenAlong + extra);
        row.perAlphaV[i] = 1.0F / (v + m_widenAcross + extra);
        row.gain[i] =
            m_gain * vignette(static_cast<float>(area.x + static_cast<int>(i)), static_cast<float>(area.y + index));
        row.norm[i] = std::sqrt(row.perAlphaU[i] * row.perAlphaV[i]);
    }
    if (!surface.cavity.empty())
        for (std::size_t i = 0; i < row.gain.size(); ++i)
            row.gain[i] *= 1.0F - surface.cavity[index][i];
}

void Shader::addSamples(const cv::Rect &area, const std::vector<Knot> &knots, Row &row) const
{
    std::fill(row.specular.begin(), row.specular.end(), 0.0F);
    std::fill(row.diffuse.begin(), row.diffuse.end(), 0.0F);
    const auto samples = static_cast<std::size_t>(m_rig.samples());
    const float perSpacing = 1.0F / static_cast<float>(m_spacing);
    for (int start = 0; start < area.width;) {
        const int position = area.x + start + marginPx;
        const int knot = std::clamp(position / m_spacing, 0, m_knotColumns - 2);
        const int end = std::min(area.width, start + std::max(1, (knot + 1) * m_spacing - position));
        for (std::size_t i = 0; i < samples; ++i) {
            const Knot &a = knots[static_cast<std::size_t>(knot) * samples + i];
            const Knot &b = knots[(static_cast<std::size_t>(knot) + 1) * samples + i];
            const float origin = static_cast<float>(position - knot * m_spacing - start) * perSpacing;
            for (int x = start; x < end; ++x) {
                const auto at = static_cast<std::size_t>(x);
                const float t = origin + static_cast<float>(x) * perSpacing;
                const float u = a.u + (b.u - a.u) * t - row.slopeU[at];
                const float v = a.v + (b.v - a.v) * t - row.slopeV[at];
                const float q = 1.0F + u * u * row.perAlphaU[at] + v * v * row.perAlphaV[at];
                row.specular[at] += (a.weight + (b.weight - a.weight) * t) * row.norm[at] / (q * q);
                row.diffuse[at] += a.diffuse + (b.diffuse - a.diffuse) * t;
            }
        }
        start = end;
    }
}

void Shader::writeClean(int index, const Row &row, cv::Mat3f &rgb) const
{
    const Rgb &lamp = m_rig.lampColour();
    const Rgb &around = m_rig.ambientColour();
    const Rgb &metal = m_material.reflectance;
    cv::Vec3f *out = rgb[index];
    for (int x = 0; x < rgb.cols; ++x) {
        const auto at = static_cast<std::size_t>(x);
        for (std::size_t channel = 0; channel < 3; ++channel)
            out[x][2 - static_cast<int>(channel)] =
                row.gain[at] * metal[channel] * (row.specular[at] * lamp[channel] + row.ambient[at] * around[channel]);
    }
}

/// Goes over the bare metal where something lies on it: the film tints, the deposit blocks and scatters.
void Shader::writeDeposit(int index, const DepositPlanes &deposit, const Row &row, cv::Mat3f &rgb) const
{
    const Rgb &lamp = m_rig.lampColour();
    const Rgb &around = m_rig.ambientColour();
    const float *scatter = deposit.scatter[index];
    const float *film = deposit.film[index];
    const float *filmNm = deposit.filmNm[index];
    cv::Vec3f *out = rgb[index];
    for (int x = 0; x < rgb.cols; ++x) {
        if (scatter[x] <= 0.0F && film[x] <= 0.0F)
            continue;
        const auto at = static_cast<std::size_t>(x);
        const Rgb &tint = m_tint.ratio(filmNm[x]);
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const float light = row.specular[at] * lamp[channel] + row.ambient[at] * around[channel];
            const float lit = row.diffuse[at] * lamp[channel] + m_ambient * around[channel];
            const float mirrored = m_material.reflectance[channel] * (1.0F + film[x] * (tint[channel] - 1.0F));
            const float covered = mirrored * light * (1.0F - scatter[x]) + scatter[x] * depositColour[channel] * lit;
            out[x][2 - static_cast<int>(channel)] = row.gain[at] * covered;
        }
    }
}

void Shader::shade(const cv::Rect &area, const SurfacePlanes &surface, const DepositPlanes *deposit,
                   cv::Mat3f &rgb) const
{
    rgb.create(area.height, area.width);
    Row row(area.width);
    std::vector<Knot> knots;
    for (int index = 0; index < area.height; ++index) {
        interpolateKnots(area.y + index, knots);
        prepareRow(area, index, surface, deposit, row);
        addSamples(area, knots, row);
        writeClean(index, row, rgb);
        if (deposit != nullptr)
            writeDeposit(index, *deposit, row, rgb);
    }
}

} // namespace patina::synthesis
