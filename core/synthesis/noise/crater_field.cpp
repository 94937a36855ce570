#include "core/synthesis/noise/crater_field.h"

#include "core/synthesis/noise/counter_random.h"

#include <algorithm>
#include <cmath>

namespace patina::synthesis {

namespace {

constexpr float rimReach = 1.45F; ///< radii to where the rim ends
constexpr int radiusSteps = 64;

/// The bowl and its rim at t radii from the centre: -1 in the middle, 0 from rimReach on.
float craterProfile(float t2, float rim)
{
    const float fade = 1.0F - t2 * (1.0F / (rimReach * rimReach));
    const float bowl = t2 < 1.0F ? (t2 - 1.0F) * (1.0F - 0.25F * t2) : 0.0F;
    return bowl + rim * 4.0F * t2 * fade * fade;
}

class Strewer
{
public:
    Strewer(const CraterScale &scale, const cv::Rect &area, cv::Mat1f &plane)
        : m_scale(scale), m_area(area), m_plane(plane)
    {
        layRadii();
        m_cell = std::max(4.0, 2.0 * scale.largestRadiusPx);
        m_perCell = m_scale.coverage * m_cell * m_cell / (pi * m_meanSquare);
    }

    void strew() const
    {
        const double reach = static_cast<double>(rimReach) * std::max(0.8, m_scale.largestRadiusPx) + 1.0;
        const auto cellOf = [&](double at) { return static_cast<std::int64_t>(std::floor(at / m_cell)); };
        const std::int64_t lastRow = cellOf(m_area.y + m_area.height + reach);
        const std::int64_t lastColumn = cellOf(m_area.x + m_area.width + reach);
        for (std::int64_t row = cellOf(m_area.y - reach); row <= lastRow; ++row)
            for (std::int64_t column = cellOf(m_area.x - reach); column <= lastColumn; ++column)
                strewCell(column, row);
    }

private:
    /// Radii at even steps of probability, by the inverse of their distribution.
    void layRadii()
    {
        const double low = std::max(0.1, m_scale.smallestRadiusPx);
        const double ratio = std::max(1.0, m_scale.largestRadiusPx / low);
        const double e = 1.0 - m_scale.sizeExponent;
        const double span = power(ratio, e) - 1.0;
        m_meanSquare = 0.0;
        for (int i = 0; i < radiusSteps; ++i) {
            const double u = (i + 0.5) / radiusSteps;
            m_radii[i] = static_cast<float>(low * (ratio > 1.0 ? power(1.0 + u * span, 1.0 / e) : 1.0));
            m_meanSquare += static_cast<double>(m_radii[i] * m_radii[i]) / radiusSteps;
        }
    }

    void strewCell(std::int64_t column, std::int64_t row) const
    {
        const std::uint64_t cell = latticeKey(m_scale.key, column, row);
        // The fraction is another impact in that share of the cells.
        const int count = static_cast<int>(m_perCell + static_cast<double>(unit16(cell, 3)));
        for (int i = 0; i < count; ++i) {
            const std::uint64_t place = mix64(cell + 0x9E3779B97F4A7C15ULL * static_cast<std::uint64_t>(i + 1));
            const auto at = [&](std::int64_t index, std::uint64_t bits) {
                return static_cast<float>(
                    (static_cast<double>(index) + static_cast<double>(bits & 0xFFFFFF) * 0x1p-24) * m_cell);
            };
            drawImpact(at(column, place), at(row, place >> 24), mix64(place));
        }
    }

    void drawImpact(float x, float y, std::uint64_t shape) const
    {
        const float drawn = m_radii[shape & (radiusSteps - 1)];
        const float radius = std::max(0.8F, drawn);
        // A crater under the sampling limit keeps its volume.
        const float shallow = drawn * drawn / (radius * radius);
        const float depth =
            static_cast<float>(m_scale.depthToRadius) * drawn * shallow * (0.6F + 0.8F * unit16(shape, 1));
        const float squeeze = 1.0F / (1.0F - static_cast<float>(m_scale.oblique) * unit16(shape, 2));
        const SineCosine turn = sineCosineTurns(static_cast<double>(unit16(shape, 3)));
        const auto c = static_cast<float>(turn.cosine);
        const auto s = static_cast<float>(turn.sine);
        const float reach = rimReach * radius;
        const int left = std::max(m_area.x, static_cast<int>(std::ceil(x - reach)));
        const int right = std::min(m_area.x + m_area.width - 1, static_cast<int>(std::floor(x + reach)));
        const int top = std::max(m_area.y, static_cast<int>(std::ceil(y - reach)));
        const int bottom = std::min(m_area.y + m_area.height - 1, static_cast<int>(std::floor(y + reach)));
        const auto rim = static_cast<float>(m_scale.rim);
        const auto levels = static_cast<float>(m_scale.levels);
        for (int row = top; row <= bottom; ++row) {
            float *out = m_plane[row - m_area.y] - m_area.x;
            const float dy = (static_cast<float>(row) - y) / radius;
            for (int column = left; column <= right; ++column) {
                const float dx = (static_cast<float>(column) - x) / radius;
                const float u = dx * c + dy * s;
                const float v = (dy * c - dx * s) * squeeze;
                const float t2 = u * u + v * v;
                if (t2 >= rimReach * rimReach)
                    continue;
                const float kept = t2 < 1.2F ? 1.0F - levels * shallow * (1.0F - t2 * (1.0F / 1.2F)) : 1.0F;
                out[column] = out[column] * kept + depth * craterProfile(t2, rim);
            }
        }
    }

    const CraterScale &m_scale;
    cv::Rect m_area;
    cv::Mat1f &m_plane;
    double m_cell = 1.0;
    double m_perCell = 0.0;
    double m_meanSquare = 1.0;
    float m_radii[radiusSteps] = {};
};

} // namespace

void addCraters(const CraterScale &scale, const cv::Rect &area, cv::Mat1f &plane)
{
    Strewer(scale, area, plane).strew();
}

} // namespace patina::synthesis
