#include "core/synthesis/camera/shading.h"

#include "core/synthesis/noise/portable_math.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr int marginPx = 64;           ///< strips reach over the image's edge by less than this
constexpr float liquidIndex = 1.48F;   ///< oils; water 1.33
constexpr float throughLiquid = 0.93F; ///< of the light passes both ways between air and liquid

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
    const LightArrival mean = m_rig.middleArrival();
    for (int row = 0; row < grid; ++row)
        for (int column = 0; column < grid; ++column) {
            const float x = (static_cast<float>(column) + 0.5F) / grid * static_cast<float>(m_image.width);
            const float y = (static_cast<float>(row) + 0.5F) / grid * static_cast<float>(m_image.height);
            const float radiance = flatRadiance(x, y);
            specular += static_cast<double>(radiance);
            vignetted += static_cast<double>(radiance * vignette(x, y));
            falloff += static_cast<double>(vignette(x, y));
        }
    const float size = std::sqrt(mean.halfSlopeX * mean.halfSlopeX + mean.halfSlopeY * mean.halfSlopeY) + 1e-6F;
    m_lampSlopeX = 2.0F * mean.halfSlopeX;
    m_lampSlopeY = 2.0F * mean.halfSlopeY;
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

void Shader::prepareRow(const cv::Rect &area, int index, const SurfacePlanes &surface, Row &row) const
{
    const float *above = surface.heightUm[index];
    const float *here = surface.heightUm[index + 1];
    const float *below = surface.heightUm[index + 2];
    const float *gloss = surface.gloss[index];
    const float *smear = surface.smear[index];
    const float *ploughedAlpha2 = surface.smearAlpha2[index];
    const float c = m_material.grainCosine;
    const float s = m_material.grainSine;
    for (std::size_t i = 0; i < row.norm.size(); ++i) {
        const float x = (here[i + 2] - here[i]) * m_slopePerUm;
        const float y = (below[i + 1] - above[i + 1]) * m_slopePerUm;
        row.slopeU[i] = x * c + y * s;
        row.slopeV[i] = y * c - x * s;
        row.ambient[i] = m_ambient * std::max(0.15F, 1.0F + m_facingX * x + m_facingY * y);
        const float change = std::max(0.4F, 1.0F + gloss[i]);
        const float u = m_alpha2Along + (ploughedAlpha2[i] - m_alpha2Along) * smear[i];
        const float grain = m_alpha2Across * change * change;
        const float v = grain + (ploughedAlpha2[i] - grain) * smear[i];
        row.perAlphaU[i] = 1.0F / (u + m_widenAlong);
        row.perAlphaV[i] = 1.0F / (v + m_widenAcross);
        row.gain[i] =
            m_gain * vignette(static_cast<float>(area.x + static_cast<int>(i)), static_cast<float>(area.y + index));
        row.norm[i] = std::sqrt(row.perAlphaU[i] * row.perAlphaV[i]);
    }
}

/// The metal's slopes and roughness as they look from above what lies on it.
void Shader::applyDeposit(std::span<const Deposit> lying, int from, Row &row) const
{
    const float c = m_material.grainCosine;
    const float s = m_material.grainSine;
    for (std::size_t i = 0; i < lying.size(); ++i) {
        const Deposit &deposit = lying[i];
        if (!deposit.touched)
            continue;
        const auto at = static_cast<std::size_t>(from) + i;
        const float bend = (liquidIndex - 1.0F) * deposit.flood;
        const float steeper = 1.0F + bend;
        const float u = deposit.topSlopeX * c + deposit.topSlopeY * s;
        const float v = deposit.topSlopeY * c - deposit.topSlopeX * s;
        row.slopeU[at] = steeper * row.slopeU[at] - bend * u;
        row.slopeV[at] = steeper * row.slopeV[at] - bend * v;
        const float alphaU = std::max(0.0F, 1.0F / row.perAlphaU[at] - m_widenAlong) + deposit.roughen;
        const float alphaV = std::max(0.0F, 1.0F / row.perAlphaV[at] - m_widenAcross) + deposit.roughen;
        row.perAlphaU[at] = 1.0F / (alphaU * steeper * steeper + m_widenAlong);
        row.perAlphaV[at] = 1.0F / (alphaV * steeper * steeper + m_widenAcross);
        row.norm[at] = std::sqrt(row.perAlphaU[at] * row.perAlphaV[at]);
    }
}

/// Columns [from, to) of the area.
void Shader::addSamples(const cv::Rect &area, int from, int to, const std::vector<Knot> &knots, Row &row) const
{
    std::fill(row.specular.begin() + from, row.specular.begin() + to, 0.0F);
    std::fill(row.diffuse.begin() + from, row.diffuse.begin() + to, 0.0F);
    const auto samples = static_cast<std::size_t>(m_rig.samples());
    const float perSpacing = 1.0F / static_cast<float>(m_spacing);
    for (int start = from; start < to;) {
        const int position = area.x + start + marginPx;
        const int knot = std::clamp(position / m_spacing, 0, m_knotColumns - 2);
        const int end = std::min(to, start + std::max(1, (knot + 1) * m_spacing - position));
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

/// The light that smooth tops mirror, for a reflectance of 1.
void Shader::addGloss(const cv::Rect &area, std::span<const Deposit> lying, int from, const std::vector<Knot> &knots,
                      Row &top) const
{
    const float c = m_material.grainCosine;
    const float s = m_material.grainSine;
    const int count = static_cast<int>(lying.size());
    for (int start = 0; start < count;) {
        if (lying[static_cast<std::size_t>(start)].gloss <= 0.0F) {
            ++start;
            continue;
        }
        int end = start;
        for (; end < count && lying[static_cast<std::size_t>(end)].gloss > 0.0F; ++end) {
            const Deposit &deposit = lying[static_cast<std::size_t>(end)];
            const auto at = static_cast<std::size_t>(from + end);
            top.slopeU[at] = deposit.topSlopeX * c + deposit.topSlopeY * s;
            top.slopeV[at] = deposit.topSlopeY * c - deposit.topSlopeX * s;
            top.perAlphaU[at] = 1.0F / (deposit.glossAlpha2 + m_widenAlong);
            top.perAlphaV[at] = 1.0F / (deposit.glossAlpha2 + m_widenAcross);
            top.norm[at] = std::sqrt(top.perAlphaU[at] * top.perAlphaV[at]);
        }
        addSamples(area, from + start, from + end, knots, top);
        start = end;
    }
}

/// From the metal upwards: film, opaque layer, liquid, scattering matter, gloss; then the shadow on all of it.
cv::Vec3f Shader::litDeposit(const Deposit &deposit, const Row &row, float topSpecular, std::size_t at) const
{
    const Rgb &lamp = m_rig.lampColour();
    const Rgb &around = m_rig.ambientColour();
    const Rgb &tint = m_tint.ratio(deposit.filmNm);
    const float unshadowed = 1.0F - deposit.shadow;
    const float facing = m_lampSlopeX * deposit.topSlopeX + m_lampSlopeY * deposit.topSlopeY;
    const float openSky = 1.0F - 0.4F * deposit.shadow; // what shades from the lamp hides some of the surroundings too
    cv::Vec3f out;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const float lampLight = lamp[channel] * unshadowed;
        const float ambient = around[channel] * openSky;
        const float mirrored = row.specular[at] * lampLight + row.ambient[at] * ambient;
        const float flat = row.diffuse[at] * lampLight + m_ambient * ambient;
        const float tilted = row.diffuse[at] * lampLight * std::max(0.0F, 1.0F + facing) + m_ambient * ambient;
        const float passed = deposit.transmit[channel] * (1.0F + deposit.flood * (throughLiquid - 1.0F));
        float light =
            m_material.reflectance[channel] * (1.0F + deposit.film * (tint[channel] - 1.0F)) * mirrored * passed;
        light += deposit.cover * (deposit.coverColour[channel] * tilted - light);
        light += deposit.scatter * (deposit.scatterColour[channel] * flat - light);
        light += deposit.gloss * (1.0F - deposit.scatter) * (topSpecular * lampLight + m_ambient * ambient);
        out[2 - static_cast<int>(channel)] = row.gain[at] * light;
    }
    return out;
}

void Shader::writeDeposit(std::span<const Deposit> lying, int from, const Row &row, const Row &top,
                          cv::Vec3f *out) const
{
    for (std::size_t i = 0; i < lying.size(); ++i) {
        const auto at = static_cast<std::size_t>(from) + i;
        if (lying[i].touched)
            out[at] = litDeposit(lying[i], row, lying[i].gloss > 0.0F ? top.specular[at] : 0.0F, at);
    }
}

void Shader::shade(const cv::Rect &area, const SurfacePlanes &surface, const DepositPlanes *deposit,
                   cv::Mat3f &rgb) const
{
    rgb.create(area.height, area.width);
    Row row(area.width);
    Row top(area.width);
    std::vector<Knot> knots;
    for (int index = 0; index < area.height; ++index) {
        const int y = area.y + index;
        interpolateKnots(y, knots);
        prepareRow(area, index, surface, row);
        std::span<const Deposit> lying;
        if (deposit != nullptr && y >= deposit->area().y && y < deposit->area().br().y)
            lying = {deposit->row(y), static_cast<std::size_t>(deposit->area().width)};
        const int from = lying.empty() ? 0 : deposit->area().x - area.x;
        applyDeposit(lying, from, row);
        addSamples(area, 0, area.width, knots, row);
        writeClean(index, row, rgb);
        addGloss(area, lying, from, knots, top);
        writeDeposit(lying, from, row, top, rgb[index]);
    }
}

} // namespace patina::synthesis
