#include "core/synthesis/impurities/fingerprint.h"
#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/lattice_noise.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr float broadStepMm = 0.08F;
constexpr float finestPrintMm = 0.016F; ///< of the grid that a sliding finger smears
constexpr float poreMm = 0.30F;         ///< distance of sweat pores along a ridge
constexpr int slideSteps = 5;

/// Between the four nodes around a place; \returns false outside.
struct Cell
{
    std::size_t first = 0;
    float right = 0.0F;
    float down = 0.0F;
};
bool cellAt(float x, float y, int columns, int rows, Cell &cell)
{
    if (!(x >= 0.0F && y >= 0.0F))
        return false;
    const auto i = static_cast<int>(x);
    const auto j = static_cast<int>(y);
    if (i + 1 >= columns || j + 1 >= rows)
        return false;
    cell = {static_cast<std::size_t>(j) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(i),
            x - static_cast<float>(i), y - static_cast<float>(j)};
    return true;
}

float between(float a, float b, float c, float d, const Cell &cell)
{
    const float upper = a + (b - a) * cell.right;
    return upper + (c + (d - c) * cell.right - upper) * cell.down;
}

} // namespace

/// Falls off towards the edge of the pad, uneven over it; below 0 where the skin did not touch.
float Fingerprint::pressureAt(float u, float v) const
{
    const float eu = u / m_halfWidthMm;
    const float ev = v / m_halfHeightMm;
    // A pad is blunter than an ellipse.
    const float r = std::sqrt(std::sqrt(eu * eu * eu * eu + ev * ev * ev * ev + 1.2F * eu * eu * ev * ev));
    const float edge = 1.0F + 0.16F * fbm2(m_key + 5, u / 2.6F, v / 2.6F, 4);
    const float inside = smoothStep(edge, 0.72F * edge, r);
    const float cut =
        smoothStep(0.8F, -1.6F, u * m_cutU + v * m_cutV - m_cutAtMm + fbm2(m_key + 6, u / 3.0F, v / 3.0F, 3));
    const float uneven = 0.38F * fbm2(m_key + 7, u / 3.4F, v / 3.4F, 3);
    return std::min(inside, cut) * (0.35F + m_pressure + uneven) - 0.12F;
}

/// Share that sweat pores leave out, on the crests of ridges.
float Fingerprint::porePart(float u, float v) const
{
    const float cellU = std::floor(u / poreMm);
    const float cellV = std::floor(v / poreMm);
    float part = 0.0F;
    for (int j = -1; j <= 1; ++j)
        for (int i = -1; i <= 1; ++i) {
            const auto column = static_cast<std::int64_t>(cellU) + i;
            const auto row = static_cast<std::int64_t>(cellV) + j;
            const std::uint64_t bits = latticeKey(m_key + 17, column, row);
            const float radius = 0.035F + 0.045F * unit16(bits, 0);
            const float du = u - (static_cast<float>(column) + unit16(bits, 1)) * poreMm;
            const float dv = v - (static_cast<float>(row) + unit16(bits, 2)) * poreMm;
            part = std::max(part, smoothStep(1.3F * radius, 0.5F * radius, std::sqrt(du * du + dv * dv)));
        }
    return part;
}

template <typename Value, typename At>
void Fingerprint::lay(float stepMm, Grid<Value> &grid, const At &at) const
{
    grid.stepMm = stepMm;
    grid.columns = static_cast<int>(2.0F * m_reachU / stepMm) + 2;
    grid.rows = static_cast<int>(2.0F * m_reachV / stepMm) + 2;
    grid.nodes.reserve(static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows));
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column)
            grid.nodes.push_back(
                at(static_cast<float>(column) * stepMm - m_reachU, static_cast<float>(row) * stepMm - m_reachV));
}

void Fingerprint::press()
{
    lay(broadStepMm, m_broad, [&](float u, float v) { return broadAt(u, v); });
    if (m_smearMm > 0.0F)
        lay(std::max(finestPrintMm, m_mmPerPixel), m_print,
            [&](float u, float v) { return leftAt(u, v, broadFrom(u, v)); });
}

Fingerprint::Broad Fingerprint::broadAt(float u, float v) const
{
    Broad broad;
    broad.pressure = pressureAt(u, v);
    // Skin stretches where it is pressed.
    broad.stretchU = 0.45F * fbm2(m_key + 8, u / 5.0F, v / 5.0F, 2);
    broad.stretchV = 0.45F * fbm2(m_key + 9, u / 5.0F, v / 5.0F, 2);
    broad.amount = std::clamp(0.75F + 0.9F * fbm2(m_key + 11, u / 1.1F, v / 1.1F, 4), 0.08F, 1.3F);
    // Only some of the skin slid.
    broad.slid = smoothStep(-0.35F, 0.35F, fbm2(m_key + 12, u / 5.5F, v / 5.5F, 2));
    return broad;
}

Fingerprint::Broad Fingerprint::broadFrom(float u, float v) const
{
    Cell cell;
    if (!cellAt((u + m_reachU) / m_broad.stepMm, (v + m_reachV) / m_broad.stepMm, m_broad.columns, m_broad.rows, cell))
        return {};
    const Broad *upper = m_broad.nodes.data() + cell.first;
    const Broad *lower = upper + m_broad.columns;
    const auto mixed = [&](float Broad::*field) {
        return between(upper[0].*field, upper[1].*field, lower[0].*field, lower[1].*field, cell);
    };
    return {mixed(&Broad::pressure), mixed(&Broad::amount), mixed(&Broad::stretchU), mixed(&Broad::stretchV),
            mixed(&Broad::slid)};
}

float Fingerprint::printFrom(float u, float v) const
{
    Cell cell;
    if (!cellAt((u + m_reachU) / m_print.stepMm, (v + m_reachV) / m_print.stepMm, m_print.columns, m_print.rows, cell))
        return 0.0F;
    const float *upper = m_print.nodes.data() + cell.first;
    const float *lower = upper + m_print.columns;
    return between(upper[0], upper[1], lower[0], lower[1], cell);
}

float Fingerprint::leftAt(float u, float v, const Broad &broad) const
{
    const float pressure = broad.pressure;
    if (pressure <= 0.0F)
        return 0.0F;
    float ridge = m_pattern.at((u + broad.stretchU) / m_periodMm, (v + broad.stretchV) / m_periodMm);
    ridge += 0.35F * fbm2(m_key + 10, u / 0.11F, v / 0.11F, 3); // ragged sides
    const float bar = 0.75F - 1.15F * pressure;
    const float touched = smoothStep(bar - 0.28F, bar + 0.42F, ridge);
    if (touched <= 0.0F)
        return 0.0F;
    const float pores = ridge > 0.3F ? 1.0F - 0.8F * porePart(u, v) * smoothStep(0.3F, 0.8F, ridge) : 1.0F;
    return touched * broad.amount * pores * std::min(1.0F, 2.2F * pressure);
}

float Fingerprint::slidAt(float u, float v) const
{
    const Broad broad = broadFrom(u, v);
    const float here = leftAt(u, v, broad);
    if (m_smearMm <= 0.0F || broad.slid <= 0.0F)
        return here;
    float sum = 0.0F;
    for (int i = 1; i <= slideSteps; ++i) {
        const float back = m_smearMm * static_cast<float>(i) / slideSteps;
        sum += printFrom(u - back * m_smearU, v - back * m_smearV);
    }
    if (sum <= 0.0F)
        return here * (1.0F - broad.slid);
    const float moved = sum / slideSteps;
    const float along = u * m_smearU + v * m_smearV;
    const float across = v * m_smearU - u * m_smearV;
    const float streaks = 0.8F + 0.7F * fbm2(m_key + 13, along / 4.0F, across / 0.12F, 3);
    return here + broad.slid * (0.85F * moved * std::max(0.2F, streaks) - here);
}

cv::Mat1f Fingerprint::leftIn(const cv::Rect &box) const
{
    cv::Mat1f left(box.size());
    for (int y = 0; y < box.height; ++y)
        for (int x = 0; x < box.width; ++x) {
            const float dx = (static_cast<float>(box.x + x) - m_centreX) * m_mmPerPixel;
            const float dy = (static_cast<float>(box.y + y) - m_centreY) * m_mmPerPixel;
            const float share = slidAt(dx * m_cosine + dy * m_sine, dy * m_cosine - dx * m_sine);
            left(y, x) = share < leastShare ? 0.0F : share;
        }
    return left;
}

} // namespace patina::synthesis
