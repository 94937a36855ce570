#pragma once

#include "core/synthesis/noise/portable_math.h"

#include <opencv2/core.hpp>

#include <array>
#include <vector>

namespace patina::synthesis {

/// Adds a smooth function known on a coarse grid of the plane: a uniform cubic B-spline with the grid's values as its
/// control points, so that slopes and curvatures go on over the grid's lines.
/// \param spacing pixels between grid points. \param valueAt valueAt(x, y) at a grid point, in pixels.
template <typename Function>
void addSpline(int spacing, const cv::Rect &area, cv::Mat1f &plane, Function &&valueAt)
{
    const auto down = [=](int value) { return value >= 0 ? value / spacing : -((spacing - 1 - value) / spacing); };
    const int left = down(area.x) - 1;
    const int top = down(area.y) - 1;
    cv::Mat1f grid(down(area.y + area.height - 1) - top + 3, down(area.x + area.width - 1) - left + 3);
    for (int j = 0; j < grid.rows; ++j)
        for (int i = 0; i < grid.cols; ++i)
            grid(j, i) = valueAt(static_cast<float>((left + i) * spacing), static_cast<float>((top + j) * spacing));
    std::vector<std::array<float, 4>> weights;
    for (int n = 0; n < spacing; ++n) {
        const float t = static_cast<float>(n) / static_cast<float>(spacing);
        const float s = 1.0F - t;
        weights.push_back({s * s * s / 6.0F, (3.0F * t * t * t - 6.0F * t * t + 4.0F) / 6.0F,
                           (3.0F * s * s * s - 6.0F * s * s + 4.0F) / 6.0F, t * t * t / 6.0F});
    }
    std::vector<float> line(static_cast<std::size_t>(grid.cols));
    for (int y = 0; y < area.height; ++y) {
        const int j = down(area.y + y);
        const auto &v = weights[static_cast<std::size_t>(area.y + y - j * spacing)];
        const int row = j - top - 1;
        for (int i = 0; i < grid.cols; ++i)
            line[static_cast<std::size_t>(i)] =
                v[0] * grid(row, i) + v[1] * grid(row + 1, i) + v[2] * grid(row + 2, i) + v[3] * grid(row + 3, i);
        float *out = plane[y];
        for (int x = 0; x < area.width; ++x) {
            const int i = down(area.x + x);
            const auto &u = weights[static_cast<std::size_t>(area.x + x - i * spacing)];
            const float *at = line.data() + (i - left - 1);
            out[x] += u[0] * at[0] + u[1] * at[1] + u[2] * at[2] + u[3] * at[3];
        }
    }
}

} // namespace patina::synthesis
