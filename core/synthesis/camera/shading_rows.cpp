#include "core/synthesis/camera/rust_tint.h"
#include "core/synthesis/camera/shading_row.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

bool anyIn(const cv::Mat1f &plane, int row)
{
    return std::any_of(plane[row], plane[row] + plane.cols, [](float value) { return value != 0.0F; });
}

/// Whether row `index` of the strip differs from the untouched surface.
bool isTouched(int index, const SurfacePlanes &surface, std::span<const Deposit> lying)
{
    if (anyIn(surface.heightUm, index) || anyIn(surface.heightUm, index + 1) || anyIn(surface.heightUm, index + 2) ||
        anyIn(surface.smear, index) || (!surface.cavity.empty() && anyIn(surface.cavity, index)) ||
        (!surface.shadow.empty() && anyIn(surface.shadow, index)))
        return true;
    return std::any_of(lying.begin(), lying.end(), [](const Deposit &deposit) { return deposit.touched; });
}

/// What lies on image row y; empty: nothing.
std::span<const Deposit> lyingOn(int y, const DepositPlanes *deposit)
{
    if (deposit == nullptr || y < deposit->area().y || y >= deposit->area().br().y)
        return {};
    return {deposit->row(y), static_cast<std::size_t>(deposit->area().width)};
}

} // namespace

/// The squared roughness along and across the grain in image axes, widened by the lamp, inverted.
void Shader::spread(std::size_t at, const cv::Vec2f *grain, float alpha2Along, float alpha2Across, Row &row) const
{
    const float c = grain != nullptr ? (*grain)[0] : m_material.grainCosine;
    const float s = grain != nullptr ? (*grain)[1] : m_material.grainSine;
    const float a = alpha2Along * c * c + alpha2Across * s * s + m_rig.widenX();
    const float b = (alpha2Along - alpha2Across) * c * s;
    const float d = alpha2Along * s * s + alpha2Across * c * c + m_rig.widenY();
    setSpread(at, a, b, d, row);
}

/// Inverts the squared roughness [a b; b d].
void Shader::setSpread(std::size_t at, float a, float b, float d, Row &row)
{
    const float perDeterminant = 1.0F / (a * d - b * b);
    row.xx[at] = d * perDeterminant;
    row.xy[at] = -2.0F * b * perDeterminant;
    row.yy[at] = a * perDeterminant;
    row.norm[at] = std::sqrt(perDeterminant);
}

void Shader::prepareSlopes(int index, const SurfacePlanes &surface, Row &row) const
{
    const float *above = surface.heightUm[index];
    const float *here = surface.heightUm[index + 1];
    const float *below = surface.heightUm[index + 2];
    for (std::size_t i = 0; i < row.norm.size(); ++i) {
        row.slopeX[i] = (here[i + 2] - here[i]) * m_slopePerUm;
        row.slopeY[i] = (below[i + 1] - above[i + 1]) * m_slopePerUm;
        row.ambient[i] = m_ambient * std::max(0.15F, 1.0F + m_facingX * row.slopeX[i] + m_facingY * row.slopeY[i]);
    }
}

void Shader::prepareRow(const cv::Rect &area, int index, const SurfacePlanes &surface, Row &row) const
{
    prepareSlopes(index, surface, row);
    const float *gloss = surface.gloss[index];
    const float *smear = surface.smear[index];
    const float *ploughedAlpha2 = surface.smearAlpha2[index];
    const cv::Vec2f *grain = surface.grain.empty() ? nullptr : surface.grain[index];
    for (std::size_t i = 0; i < row.norm.size(); ++i) {
        const float change = std::max(0.4F, 1.0F + gloss[i]);
        const float u = m_alpha2Along + (ploughedAlpha2[i] - m_alpha2Along) * smear[i];
        const float across = m_alpha2Across * change * change;
        const float v = across + (ploughedAlpha2[i] - across) * smear[i];
        spread(i, grain != nullptr ? grain + i : nullptr, u, v, row);
        row.gain[i] =
            m_gain * vignette(static_cast<float>(area.x + static_cast<int>(i)), static_cast<float>(area.y + index));
    }
    if (!surface.cavity.empty())
        for (std::size_t i = 0; i < row.gain.size(); ++i)
            row.gain[i] *= 1.0F - surface.cavity[index][i];
}

/// Columns [from, to) of the area.
void Shader::addSamples(const cv::Rect &area, int from, int to, const KnotRow &knots, Row &row) const
{
    std::fill(row.specular.begin() + from, row.specular.begin() + to, 0.0F);
    const auto samples = static_cast<std::size_t>(m_rig.samples());
    const float perSpacing = 1.0F / static_cast<float>(m_spacing);
    for (int start = from; start < to;) {
        const int position = area.x + start + shadingMarginPx;
        const int knot = std::clamp(position / m_spacing, 0, m_knotColumns - 2);
        const int end = std::min(to, start + std::max(1, (knot + 1) * m_spacing - position));
        for (std::size_t i = 0; i < samples; ++i) {
            const Knot &a = knots.samples[static_cast<std::size_t>(knot) * samples + i];
            const Knot &b = knots.samples[(static_cast<std::size_t>(knot) + 1) * samples + i];
            const float origin = static_cast<float>(position - knot * m_spacing - start) * perSpacing;
            for (int x = start; x < end; ++x) {
                const auto at = static_cast<std::size_t>(x);
                const float t = origin + static_cast<float>(x) * perSpacing;
                const float u = a.x + (b.x - a.x) * t - row.slopeX[at];
                const float v = a.y + (b.y - a.y) * t - row.slopeY[at];
                const float q = 1.0F + u * u * row.xx[at] + u * v * row.xy[at] + v * v * row.yy[at];
                row.specular[at] += (a.weight + (b.weight - a.weight) * t) * row.norm[at] / (q * q);
            }
        }
        start = end;
    }
}

/// What the lamp gives; the light of the surroundings stays.
void Shader::castShadow(int index, const SurfacePlanes &surface, Row &row)
{
    const float *shadow = surface.shadow[index];
    for (std::size_t i = 0; i < row.specular.size(); ++i) {
        const float lit = 1.0F - shadow[i];
        row.specular[i] *= lit;
        row.diffuse[i] *= lit;
        row.level[i] *= lit;
    }
}

void Shader::addDiffuse(const cv::Rect &area, const KnotRow &knots, Row &row) const
{
    const float perSpacing = 1.0F / static_cast<float>(m_spacing);
    for (int x = 0; x < area.width; ++x) {
        const int position = area.x + x + shadingMarginPx;
        const int knot = std::clamp(position / m_spacing, 0, m_knotColumns - 2);
        const float t = static_cast<float>(position - knot * m_spacing) * perSpacing;
        const DiffuseKnot &a = knots.diffuse[static_cast<std::size_t>(knot)];
        const DiffuseKnot &b = knots.diffuse[static_cast<std::size_t>(knot) + 1];
        const auto at = static_cast<std::size_t>(x);
        row.level[at] = a.level + (b.level - a.level) * t;
        const float lean = (a.slopeX + (b.slopeX - a.slopeX) * t) * row.slopeX[at] +
                           (a.slopeY + (b.slopeY - a.slopeY) * t) * row.slopeY[at];
        row.diffuse[at] = std::max(0.0F, row.level[at] + lean);
    }
}

void Shader::writeClean(int index, const SurfacePlanes &surface, const Row &row, cv::Mat3f &rgb) const
{
    const Rgb &lamp = m_rig.lampColour();
    const Rgb &around = m_rig.ambientColour();
    const Rgb &metal = m_material.reflectance;
    const Rgb &below = m_material.albedo;
    const cv::Vec3f *tone = surface.texture.empty() ? nullptr : surface.texture[index];
    cv::Vec3f *out = rgb[index];
    for (int x = 0; x < rgb.cols; ++x) {
        const auto at = static_cast<std::size_t>(x);
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const float mirrored =
                metal[channel] * (row.specular[at] * lamp[channel] + row.ambient[at] * around[channel]);
            const float scattered = below[channel] * (row.diffuse[at] * lamp[channel] + m_ambient * around[channel]);
            out[x][2 - static_cast<int>(channel)] = row.gain[at] * (mirrored + scattered);
        }
        if (tone != nullptr)
            out[x] = out[x].mul(tone[x]);
    }
}

void Shader::tint(int index, const SurfacePlanes &surface, cv::Mat3f &rgb)
{
    const float *rust = surface.rust[index];
    cv::Vec3f *out = rgb[index];
    for (int x = 0; x < rgb.cols; ++x)
        if (rust[x] > 0.0F)
            out[x] = out[x].mul(rustTint(rust[x]));
}

/// Light to how many times more of it than from the untouched surface.
void Shader::divide(const cv::Mat3f &reference, int index, cv::Mat3f &rgb) const
{
    const cv::Vec3f *before = reference[0];
    cv::Vec3f *out = rgb[index];
    for (int x = 0; x < rgb.cols; ++x) {
        for (int channel = 0; channel < 3; ++channel)
            out[x][channel] = before[x][channel] > 0.0F ? out[x][channel] / before[x][channel] : 1.0F;
        if (m_material.grey)
            out[x] = cv::Vec3f::all(0.114F * out[x][0] + 0.587F * out[x][1] + 0.299F * out[x][2]);
    }
}

void Shader::shade(const cv::Rect &area, const SurfacePlanes &surface, const DepositPlanes *deposit,
                   cv::Mat3f &rgb) const
{
    rgb.create(area.height, area.width);
    const bool ratio = m_material.texture == TextureKind::Lit;
    const SurfacePlanes untouched(ratio ? cv::Size(area.width, 1) : cv::Size(0, 0));
    cv::Mat3f reference(1, ratio ? area.width : 0);
    Row row(area.width);
    Row top(area.width);
    KnotRow knots;
    const int from = deposit != nullptr ? deposit->area().x - area.x : 0;
    const auto light = [&](int y, int index, const SurfacePlanes &planes, std::span<const Deposit> lying) {
        prepareRow({area.x, y - index, area.width, 1}, index, planes, row);
        addDiffuse(area, knots, row);
        applyDeposit(lying, from, row);
        addSamples(area, 0, area.width, knots, row);
        if (!planes.shadow.empty())
            castShadow(index, planes, row);
    };
    for (int index = 0; index < area.height; ++index) {
        const int y = area.y + index;
        const std::span<const Deposit> lying = lyingOn(y, deposit);
        if (ratio && !isTouched(index, surface, lying)) {
            rgb.row(index).setTo(cv::Scalar::all(1.0));
            continue;
        }
        interpolateKnots(y, knots);
        light(y, index, surface, lying);
        writeClean(index, surface, row, rgb);
        addGloss(area, lying, from, knots, top);
        const cv::Vec3f *tone = surface.texture.empty() ? nullptr : surface.texture[index] + from;
        writeDeposit(lying, from, row, top, tone, rgb[index]);
        if (!surface.rust.empty())
            tint(index, surface, rgb);
        if (!ratio)
            continue;
        light(y, 0, untouched, {});
        writeClean(0, untouched, row, reference);
        divide(reference, index, rgb);
    }
}

} // namespace patina::synthesis
