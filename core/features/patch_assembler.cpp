#include "core/features/patch_assembler.h"

#include "core/network/axis_geometry.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace patina {

namespace {

/// Where a coarser layer is sampled: two neighbours and the weight of the second.
struct Sample
{
    int low = 0;
    int high = 0;
    float weight = 0.0F;
};

Sample sampleAt(int index, double step, int count)
{
    const double position = std::clamp((index + 0.5) * step - 0.5, 0.0, static_cast<double>(count - 1));
    const int low = static_cast<int>(position);
    return {low, std::min(low + 1, count - 1), static_cast<float>(position - low)};
}

/// Adds the 3-column sums of `row` to `sums` (columns x channels).
void addColumnSums(const std::vector<float> &row, int columns, int channels, std::vector<float> &sums)
{
    for (int x = 0; x < columns; ++x)
        for (int neighbour = std::max(0, x - 1); neighbour <= std::min(columns - 1, x + 1); ++neighbour) {
            const float *in = row.data() + static_cast<std::ptrdiff_t>(neighbour) * channels;
            float *out = sums.data() + static_cast<std::ptrdiff_t>(x) * channels;
            for (int c = 0; c < channels; ++c)
                out[c] += in[c];
        }
}

} // namespace

/// Outside of parallel loops, where nothing may fail.
void PatchAssembler::RowQueue::addRows(int count, std::size_t size)
{
    for (int row = 0; row < count; ++row)
        rows.emplace_back(size);
}

void PatchAssembler::RowQueue::dropBefore(int index)
{
    while (!rows.empty() && first < index) {
        rows.pop_front();
        ++first;
    }
}

int PatchAssembler::patchStridePx(const std::vector<BackboneLayer> &taps)
{
    int finest = std::numeric_limits<int>::max();
    for (const auto &tap : taps)
        finest = std::min(finest, tap.stride);
    return std::max(8, finest);
}

int PatchAssembler::dimension(const std::vector<BackboneLayer> &taps)
{
    int dimension = 0;
    for (const auto &tap : taps)
        dimension += tap.channels;
    return dimension;
}

PatchGrid PatchAssembler::gridFor(const std::vector<BackboneLayer> &taps, cv::Size image)
{
    const int stride = patchStridePx(taps);
    return {ceilDiv(image.height, stride), ceilDiv(image.width, stride), stride};
}

PatchAssembler::PatchAssembler(const std::vector<BackboneLayer> &taps, cv::Size image, int threads)
    : m_grid(gridFor(taps, image)), m_dimension(dimension(taps)), m_threads(threads)
{
    for (const auto &tap : taps) {
        Layer layer;
        layer.channels = tap.channels;
        layer.pool = std::max(1, m_grid.stridePx / tap.stride);
        layer.step = std::min(1.0, static_cast<double>(m_grid.stridePx) / tap.stride);
        layer.inColumns = ceilDiv(image.width, tap.stride);
        layer.inRows = ceilDiv(image.height, tap.stride);
        layer.columns = ceilDiv(layer.inColumns, layer.pool);
        layer.rows = ceilDiv(layer.inRows, layer.pool);
        m_layers.push_back(std::move(layer));
    }
}

FeatureBand PatchAssembler::push(const std::vector<LayerRows> &layers)
{
    int ready = m_grid.rows;
    for (std::size_t i = 0; i < m_layers.size(); ++i) {
        Layer &layer = m_layers[i];
        for (int r = 0; r < layers[i].rows; ++r)
            layer.raw.rows.emplace_back(layers[i].row(r),
                                        layers[i].row(r) + std::ptrdiff_t{layer.inColumns} * layer.channels);
        pool(layer);
        mean(layer);
        int complete = m_nextRow;
        while (complete < m_grid.rows && lastRowNeeded(layer, complete) < layer.meaned.end())
            ++complete;
        ready = std::min(ready, complete);
    }
    FeatureBand band{m_nextRow, ready - m_nextRow, {}};
    if (band.rows <= 0)
        return {m_nextRow, 0, {}};
    band.features = FeatureMatrix(static_cast<std::int64_t>(band.rows) * m_grid.columns, m_dimension);
#pragma omp parallel for schedule(static) num_threads(m_threads)
    for (int row = m_nextRow; row < ready; ++row) {
        float *patches = band.features.row(static_cast<std::int64_t>(row - m_nextRow) * m_grid.columns).data();
        int offset = 0;
        for (const Layer &layer : m_layers) {
            write(layer, row, patches, offset);
            offset += layer.channels;
        }
    }
    m_nextRow = ready;
    for (Layer &layer : m_layers)
        layer.meaned.dropBefore(m_nextRow < m_grid.rows ? sampleAt(m_nextRow, layer.step, layer.rows).low : layer.rows);
    return band;
}

void PatchAssembler::pool(Layer &layer) const
{
    const int before = layer.pooled.end();
    const int end = layer.raw.end() == layer.inRows ? layer.rows : layer.raw.end() / layer.pool;
    if (layer.pool == 1) {
        std::ranges::move(layer.raw.rows, std::back_inserter(layer.pooled.rows));
    } else {
        layer.pooled.addRows(end - before, layer.rowSize());
#pragma omp parallel for schedule(dynamic, 1) num_threads(m_threads)
        for (int row = before; row < end; ++row)
            poolRow(layer, row, layer.pooled.at(row));
    }
    layer.raw.dropBefore(std::min(end * layer.pool, layer.inRows));
}

void PatchAssembler::poolRow(const Layer &layer, int row, std::vector<float> &out)
{
    const int first = row * layer.pool;
    const int last = std::min(first + layer.pool, layer.inRows);
    for (int x = 0; x < layer.columns; ++x) {
        const int left = x * layer.pool;
        const int right = std::min(left + layer.pool, layer.inColumns);
        const float share = 1.0F / static_cast<float>((right - left) * (last - first));
        float *sum = out.data() + static_cast<std::ptrdiff_t>(x) * layer.channels;
        for (int y = first; y < last; ++y) {
            const float *in = layer.raw.at(y).data() + static_cast<std::ptrdiff_t>(left) * layer.channels;
            for (int column = left; column < right; ++column, in += layer.channels)
                for (int c = 0; c < layer.channels; ++c)
                    sum[c] += in[c] * share;
        }
    }
}

void PatchAssembler::mean(Layer &layer) const
{
    const int before = layer.meaned.end();
    const int end = layer.pooled.end() == layer.rows ? layer.rows : std::max(before, layer.pooled.end() - 1);
    layer.meaned.addRows(end - before, layer.rowSize());
#pragma omp parallel for schedule(dynamic, 1) num_threads(m_threads)
    for (int row = before; row < end; ++row) {
        std::vector<float> &sums = layer.meaned.at(row);
        for (int y = std::max(0, row - 1); y <= std::min(row + 1, layer.rows - 1); ++y)
            addColumnSums(layer.pooled.at(y), layer.columns, layer.channels, sums);
        for (float &value : sums)
            value *= 1.0F / 9.0F;
    }
    layer.pooled.dropBefore(end - 1);
}

int PatchAssembler::lastRowNeeded(const Layer &layer, int patchRow)
{
    return sampleAt(patchRow, layer.step, layer.rows).high;
}

void PatchAssembler::write(const Layer &layer, int patchRow, float *patches, int offset) const
{
    const Sample vertical = sampleAt(patchRow, layer.step, layer.rows);
    const float *top = layer.meaned.at(vertical.low).data();
    const float *bottom = layer.meaned.at(vertical.high).data();
    for (int x = 0; x < m_grid.columns; ++x) {
        const Sample horizontal = sampleAt(x, layer.step, layer.columns);
        const auto left = static_cast<std::ptrdiff_t>(horizontal.low) * layer.channels;
        const auto right = static_cast<std::ptrdiff_t>(horizontal.high) * layer.channels;
        float *out = patches + static_cast<std::ptrdiff_t>(x) * m_dimension + offset;
        for (int c = 0; c < layer.channels; ++c) {
            const float above = top[left + c] + (top[right + c] - top[left + c]) * horizontal.weight;
            const float below = bottom[left + c] + (bottom[right + c] - bottom[left + c]) * horizontal.weight;
            out[c] = above + (below - above) * vertical.weight;
        }
    }
}

} // namespace patina
