#include "core/synthesis/noise/blended_tile.h"

#include "core/synthesis/noise/counter_random.h"
#include "core/synthesis/noise/fourier.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

namespace patina::synthesis {

namespace {

int floorDivide(int a, int b)
{
    return a >= 0 ? a / b : -((b - 1 - a) / b);
}

} // namespace

BlendedTile::BlendedTile(const cv::Mat1f &tile) : m_side(tile.cols), m_cell(tile.cols / 2)
{
    assert(tile.rows == tile.cols && tile.cols >= 16 && std::has_single_bit(static_cast<unsigned>(tile.cols)));
    cv::hconcat(tile, tile, m_wide);
    for (int i = 0; i < m_cell; ++i) {
        const float t = smoothStep(0.0F, 1.0F, (static_cast<float>(i) + 0.5F) / static_cast<float>(m_cell));
        const SineCosine fade = sineCosineTurns(0.25 * static_cast<double>(t));
        m_fadeOut.push_back(static_cast<float>(fade.cosine));
        m_fadeIn.push_back(static_cast<float>(fade.sine));
    }
}

void BlendedTile::addTo(const cv::Rect &area, std::uint64_t key, float amplitude, cv::Mat1f &plane) const
{
    const int mask = m_side - 1;
    const auto rowOf = [&](std::uint64_t place, int y) {
        return m_wide[(static_cast<int>(place & 0xFFFF) + y) & mask];
    };
    const auto columnOf = [&](std::uint64_t place, int x) {
        return (static_cast<int>(place >> 32 & 0xFFFF) + x) & mask;
    };
    for (int y = area.y; y < area.y + area.height; ++y) {
        const int j = floorDivide(y, m_cell);
        const auto v = static_cast<std::size_t>(y - j * m_cell);
        const float top = amplitude * m_fadeOut[v];
        const float bottom = amplitude * m_fadeIn[v];
        float *out = plane[y - area.y];
        for (int x = area.x; x < area.x + area.width;) {
            const int i = floorDivide(x, m_cell);
            const int end = std::min(area.x + area.width, (i + 1) * m_cell);
            const std::uint64_t a = latticeKey(key, i, j);
            const std::uint64_t b = latticeKey(key, i + 1, j);
            const std::uint64_t c = latticeKey(key, i, j + 1);
            const std::uint64_t d = latticeKey(key, i + 1, j + 1);
            const float *ta = rowOf(a, y) + columnOf(a, x);
            const float *tb = rowOf(b, y) + columnOf(b, x);
            const float *tc = rowOf(c, y) + columnOf(c, x);
            const float *td = rowOf(d, y) + columnOf(d, x);
            const float *fadeOut = m_fadeOut.data() + (x - i * m_cell);
            const float *fadeIn = m_fadeIn.data() + (x - i * m_cell);
            float *to = out + (x - area.x);
            for (int n = 0; n < end - x; ++n)
                to[n] += fadeOut[n] * (top * ta[n] + bottom * tc[n]) + fadeIn[n] * (top * tb[n] + bottom * td[n]);
            x = end;
        }
    }
}

cv::Mat1f gaussianTile(int sidePx, const std::function<double(double, double)> &spectrum, std::uint64_t key)
{
    const auto side = static_cast<std::size_t>(sidePx);
    std::vector<Complex> field(side * side);
    const auto frequency = [&](std::size_t i) {
        return (static_cast<double>(i) - (i <= side / 2 ? 0.0 : static_cast<double>(side))) / static_cast<double>(side);
    };
    for (std::size_t y = 0; y < side; ++y)
        for (std::size_t x = 0; x < side; ++x) {
            const std::uint64_t place = latticeKey(key, static_cast<std::int64_t>(x), static_cast<std::int64_t>(y));
            const double amplitude = std::sqrt(spectrum(frequency(x), frequency(y)));
            field[y * side + x] = {amplitude * static_cast<double>(pixelGaussian(place)),
                                   amplitude * static_cast<double>(pixelGaussian(mix64(place)))};
        }
    field[0] = {};
    fourier(field, sidePx, sidePx, Transform::Inverse);
    double squares = 0.0;
    for (const Complex &value : field)
        squares += value.re * value.re;
    const double scale = squares > 0.0 ? std::sqrt(static_cast<double>(field.size()) / squares) : 0.0;
    cv::Mat1f tile(sidePx, sidePx);
    std::ranges::transform(field, tile.begin(),
                           [&](const Complex &value) { return static_cast<float>(value.re * scale); });
    return tile;
}

std::function<double(double, double)> roughSpectrum(double correlationPx, double hurst)
{
    return [=](double x, double y) {
        const double turns = 2.0 * pi * correlationPx;
        return power(1.0 + turns * turns * (x * x + y * y), -1.0 - hurst);
    };
}

} // namespace patina::synthesis
