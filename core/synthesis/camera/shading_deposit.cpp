#include "core/synthesis/camera/shading_row.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr float liquidIndex = 1.48F;   ///< oils; water 1.33
constexpr float throughLiquid = 0.93F; ///< of the light passes both ways between air and liquid

} // namespace

/// The metal's slopes and roughness as they look from above what lies on it.
void Shader::applyDeposit(std::span<const Deposit> lying, int from, Row &row) const
{
    for (std::size_t i = 0; i < lying.size(); ++i) {
        const Deposit &deposit = lying[i];
        if (!deposit.touched)
            continue;
        const auto at = static_cast<std::size_t>(from) + i;
        const float bend = (liquidIndex - 1.0F) * deposit.flood;
        const float steeper = 1.0F + bend;
        row.slopeX[at] = steeper * row.slopeX[at] - bend * deposit.topSlopeX;
        row.slopeY[at] = steeper * row.slopeY[at] - bend * deposit.topSlopeY;
        const float perSpread = 1.0F / (row.xx[at] * row.yy[at] - 0.25F * row.xy[at] * row.xy[at]);
        const float alphaX = std::max(0.0F, row.yy[at] * perSpread - m_rig.widenX()) + deposit.roughen;
        const float alphaY = std::max(0.0F, row.xx[at] * perSpread - m_rig.widenY()) + deposit.roughen;
        const float a = alphaX * steeper * steeper + m_rig.widenX();
        const float b = -0.5F * row.xy[at] * perSpread * steeper * steeper;
        const float d = alphaY * steeper * steeper + m_rig.widenY();
        setSpread(at, a, b, d, row);
    }
}

/// The light that smooth tops mirror, for a reflectance of 1.
void Shader::addGloss(const cv::Rect &area, std::span<const Deposit> lying, int from, const KnotRow &knots,
                      Row &top) const
{
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
            top.slopeX[at] = deposit.topSlopeX;
            top.slopeY[at] = deposit.topSlopeY;
            setSpread(at, deposit.glossAlpha2 + m_rig.widenX(), 0.0F, deposit.glossAlpha2 + m_rig.widenY(), top);
        }
        addSamples(area, from + start, from + end, knots, top);
        start = end;
    }
}

/// From the metal upwards: film, opaque layer, liquid, scattering matter, gloss; then the shadow on all of it.
/// \param tone of the metal: B, G, R.
cv::Vec3f Shader::litDeposit(const Deposit &deposit, const Row &row, float topSpecular, const cv::Vec3f &tone,
                             std::size_t at) const
{
    const Rgb &lamp = m_rig.lampColour();
    const Rgb &around = m_rig.ambientColour();
    const Rgb &tint = m_tint.ratio(deposit.filmNm);
    const float unshadowed = 1.0F - deposit.shadow;
    const float facing = std::max(0.0F, 1.0F + m_lampSlopeX * deposit.topSlopeX + m_lampSlopeY * deposit.topSlopeY);
    const float openSky = 1.0F - 0.4F * deposit.shadow; // what shades from the lamp hides some of the surroundings too
    cv::Vec3f out;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const int stored = 2 - static_cast<int>(channel);
        const float lampLight = lamp[channel] * unshadowed;
        const float ambient = around[channel] * openSky;
        const float mirrored = m_material.reflectance[channel] * (1.0F + deposit.film * (tint[channel] - 1.0F)) *
                               (row.specular[at] * lampLight + row.ambient[at] * ambient);
        const float scattered = m_material.albedo[channel] * (row.diffuse[at] * lampLight + m_ambient * ambient);
        const float level = row.level[at] * lampLight + m_ambient * ambient;
        const float tilted = row.level[at] * lampLight * facing + m_ambient * ambient;
        const float passed = deposit.transmit[channel] * (1.0F + deposit.flood * (throughLiquid - 1.0F));
        float light = tone[stored] * (mirrored + scattered) * passed;
        light += deposit.cover * (deposit.coverColour[channel] * tilted - light);
        light += deposit.scatter * (deposit.scatterColour[channel] * level - light);
        light += deposit.gloss * (1.0F - deposit.scatter) * (topSpecular * lampLight + m_ambient * ambient);
        out[stored] = row.gain[at] * light;
    }
    return out;
}

/// \param tone, out their first pixel is that of `lying` and that of the row.
void Shader::writeDeposit(std::span<const Deposit> lying, int from, const Row &row, const Row &top,
                          const cv::Vec3f *tone, cv::Vec3f *out) const
{
    for (std::size_t i = 0; i < lying.size(); ++i) {
        const auto at = static_cast<std::size_t>(from) + i;
        if (lying[i].touched)
            out[at] = litDeposit(lying[i], row, lying[i].gloss > 0.0F ? top.specular[at] : 0.0F,
                                 tone != nullptr ? tone[i] : cv::Vec3f::all(1.0F), at);
    }
}

} // namespace patina::synthesis
