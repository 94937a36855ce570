#include "core/scoring/score_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <vector>

namespace patina {
namespace {

constexpr double maxSigmaPx = 500.0;

/// Raising and smoothing are both linear and separable, so one axis of both together is a short weighted sum over the
/// patch grid: per output pixel `taps` consecutive grid indices from `first`, the border rules included in the weights.
/// At stride 8 and sigma 4 that is 7 products instead of 33 and gives the same map up to rounding.
struct AxisWeights
{
    int taps = 0;
    std::vector<int> first;     ///< one per output pixel
    std::vector<float> weights; ///< taps per output pixel

    const float *at(int pixel) const
    {
        return weights.data() + static_cast<std::size_t>(pixel) * static_cast<std::size_t>(taps);
    }
};

/// Normalised Gaussian from -radius to radius, radius = round(4 sigma).
std::vector<double> gaussianKernel(double sigmaPx)
{
    const int radius = static_cast<int>(std::lround(4.0 * sigmaPx));
    std::vector<double> kernel(2 * static_cast<std::size_t>(radius) + 1, 1.0);
    double sum = 1.0;
    for (int i = 1; i <= radius; ++i) {
        const double value = std::exp(-0.5 * i * i / (sigmaPx * sigmaPx));
        kernel[static_cast<std::size_t>(radius) + static_cast<std::size_t>(i)] = value;
        kernel[static_cast<std::size_t>(radius) - static_cast<std::size_t>(i)] = value;
        sum += 2.0 * value;
    }
    for (double &value : kernel)
        value /= sum;
    return kernel;
}

/// Where an output pixel falls between two grid cells: value = (1 - share) * grid[low] + share * grid[high].
struct Between
{
    int low = 0;
    int high = 0;
    double share = 0.0;
};

Between betweenCells(int pixel, int stridePx, int cells)
{
    const double position = (pixel + 0.5) / stridePx - 0.5;
    const double clamped = std::clamp(position, 0.0, static_cast<double>(cells - 1));
    const int low = static_cast<int>(clamped);
    return {low, std::min(low + 1, cells - 1), clamped - low};
}

AxisWeights axisWeights(int pixels, int cells, int stridePx, double sigmaPx)
{
    const std::vector<double> kernel = gaussianKernel(sigmaPx);
    const int radius = static_cast<int>(kernel.size() / 2);
    std::vector<Between> raised(static_cast<std::size_t>(pixels));
    for (int i = 0; i < pixels; ++i)
        raised[static_cast<std::size_t>(i)] = betweenCells(i, stridePx, cells);

    AxisWeights axis;
    axis.taps = std::min(cells, 2 * radius / stridePx + 3);
    axis.first.resize(static_cast<std::size_t>(pixels));
    axis.weights.resize(static_cast<std::size_t>(pixels) * static_cast<std::size_t>(axis.taps));
    std::vector<double> sums(static_cast<std::size_t>(axis.taps));
    for (int i = 0; i < pixels; ++i) {
        const int lowest = raised[static_cast<std::size_t>(std::max(0, i - radius))].low;
        const int first = std::min(lowest, cells - axis.taps);
        std::fill(sums.begin(), sums.end(), 0.0);
        for (std::size_t tap = 0; tap < kernel.size(); ++tap) {
            const int k = static_cast<int>(tap) - radius;
            const auto source = static_cast<std::size_t>(cv::borderInterpolate(i + k, pixels, cv::BORDER_REFLECT_101));
            const Between &cell = raised[source];
            const double weight = kernel[tap];
            sums[static_cast<std::size_t>(cell.low - first)] += weight * (1.0 - cell.share);
            sums[static_cast<std::size_t>(cell.high - first)] += weight * cell.share;
        }
        axis.first[static_cast<std::size_t>(i)] = first;
        std::transform(sums.begin(), sums.end(), axis.weights.begin() + static_cast<std::ptrdiff_t>(i) * axis.taps,
                       [](double sum) { return static_cast<float>(sum); });
    }
    return axis;
}

class MapRenderer
{
public:
    MapRenderer(const PatchDistances &distances, const RenderSettings &settings, const ScoreScale &scale)
        : m_distances(distances.distancesL2), m_scale(scale), m_width(settings.imageSize.width),
          m_horizontal(
              axisWeights(settings.imageSize.width, distances.grid.columns, distances.grid.stridePx, settings.sigmaPx)),
          m_vertical(
              axisWeights(settings.imageSize.height, distances.grid.rows, distances.grid.stridePx, settings.sigmaPx))
    {
    }

    cv::Mat rows(int firstRow, int count) const
    {
        cv::Mat out(count, m_width, CV_32FC1);
        if (count == 0)
            return out;
        const int firstCell = m_vertical.first[static_cast<std::size_t>(firstRow)];
        const int lastCell = m_vertical.first[static_cast<std::size_t>(firstRow + count - 1)] + m_vertical.taps;
        const cv::Mat wide = widened(firstCell, lastCell);
        for (int i = 0; i < count; ++i) {
            const int first =
                m_vertical.first[static_cast<std::size_t>(firstRow) + static_cast<std::size_t>(i)] - firstCell;
            combineRows(wide, first, m_vertical.at(firstRow + i), out.ptr<float>(i));
        }
        return out;
    }

private:
    /// Grid rows [begin, end) raised and smoothed along the row: (end - begin) x width.
    cv::Mat widened(int begin, int end) const
    {
        cv::Mat wide(end - begin, m_width, CV_32FC1);
        for (int row = begin; row < end; ++row) {
            const auto *cells = m_distances.ptr<float>(row);
            auto *out = wide.ptr<float>(row - begin);
            for (int x = 0; x < m_width; ++x) {
                const float *weights = m_horizontal.at(x);
                const float *from = cells + m_horizontal.first[static_cast<std::size_t>(x)];
                float sum = 0.0F;
                for (int k = 0; k < m_horizontal.taps; ++k)
                    sum += weights[k] * from[k];
                out[x] = sum;
            }
        }
        return wide;
    }

    void combineRows(const cv::Mat &wide, int first, const float *weights, float *out) const
    {
        std::fill(out, out + m_width, 0.0F);
        for (int k = 0; k < m_vertical.taps; ++k) {
            const auto *from = wide.ptr<float>(first + k);
            const float weight = weights[k];
            for (int x = 0; x < m_width; ++x)
                out[x] += weight * from[x];
        }
        if (!m_scale.calibrated())
            return;
        // In double and by the scale's own function: a map's maximum is exactly the normalised raw maximum.
        for (int x = 0; x < m_width; ++x)
            out[x] = static_cast<float>(m_scale.normalise(static_cast<double>(out[x])));
    }

    const cv::Mat m_distances;
    const ScoreScale m_scale;
    const int m_width;
    const AxisWeights m_horizontal;
    const AxisWeights m_vertical;
};

bool matchesGrid(const PatchDistances &distances)
{
    const cv::Mat &values = distances.distancesL2;
    return values.type() == CV_32FC1 && values.rows == distances.grid.rows && values.cols == distances.grid.columns;
}

Result<void> checkInput(const PatchDistances &distances, const RenderSettings &settings, const ScoreScale &scale)
{
    const PatchGrid &grid = distances.grid;
    const cv::Size size = settings.imageSize;
    if (grid.rows < 1 || grid.columns < 1 || grid.stridePx < 1 || size.width < 1 || size.height < 1)
        return fail(ErrorCode::BadArgument,
                    fmt::format("no score map of {}x{} px from {} x {} patches at stride {}", size.width, size.height,
                                grid.rows, grid.columns, grid.stridePx));
    if (!matchesGrid(distances))
        return fail(ErrorCode::ShapeMismatch,
                    fmt::format("{} x {} distances do not match a grid of {} x {} patches", distances.distancesL2.rows,
                                distances.distancesL2.cols, grid.rows, grid.columns));
    if (!std::isfinite(settings.sigmaPx) || settings.sigmaPx < 0.0 || settings.sigmaPx > maxSigmaPx)
        return fail(ErrorCode::BadArgument,
                    fmt::format("a sigma of {:g} px is not within 0 and {:g}", settings.sigmaPx, maxSigmaPx));
    if (scale.calibrated() && !(scale.upper > scale.median))
        return fail(ErrorCode::BadArgument,
                    fmt::format("a score scale from {:g} to {:g} is empty", scale.median, scale.upper));
    for (int row = 0; row < grid.rows; ++row) {
        const auto *values = distances.distancesL2.ptr<float>(row);
        for (int column = 0; column < grid.columns; ++column)
            if (!std::isfinite(values[column]))
                return fail(
                    ErrorCode::BadArgument,
                    fmt::format("the distance of the patch in row {}, column {} is not a finite number", row, column));
    }
    return {};
}

/// About 1 MiB a band: stays in cache, and the shared grid rows between bands are computed twice at little cost.
int bandRows(int width)
{
    return std::clamp((1 << 18) / width, 16, 512);
}

} // namespace

cv::Mat renderRows(const PatchDistances &distances, const RenderSettings &settings, const ScoreScale &scale,
                   int firstRow, int rows)
{
    assert(matchesGrid(distances) && distances.grid.count() > 0);
    assert(firstRow >= 0 && rows >= 0 && firstRow + rows <= settings.imageSize.height);
    return MapRenderer(distances, settings, scale).rows(firstRow, rows);
}

Result<double> renderMap(const PatchDistances &distances, const RenderSettings &settings, const ScoreScale &scale,
                         const MapRowSink &sink, const JobContext &context)
{
    if (auto checked = checkInput(distances, settings, scale); !checked)
        return failFrom(std::move(checked));
    const MapRenderer renderer(distances, settings, scale);
    const int height = settings.imageSize.height;
    const int band = bandRows(settings.imageSize.width);
    double largest = -std::numeric_limits<double>::infinity();
    for (int row = 0; row < height; row += band) {
        if (context.cancelled())
            return cancelledError();
        const cv::Mat rows = renderer.rows(row, std::min(band, height - row));
        double bandLargest = 0.0;
        cv::minMaxLoc(rows, nullptr, &bandLargest);
        largest = std::max(largest, bandLargest);
        if (!sink)
            continue;
        if (auto taken = sink(row, rows); !taken)
            return failFrom(std::move(taken));
    }
    return largest;
}

} // namespace patina
