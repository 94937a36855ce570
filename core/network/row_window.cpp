#include "core/network/row_window.h"

#include "core/network/row_kernels.h"

#include <algorithm>
#include <array>

namespace patina {

namespace {

constexpr int mostColumns = 96;
constexpr int fewestColumns = 16;

} // namespace

int segmentColumns(int columns, int most, int threads)
{
    const int segments = std::max(ceilDiv(columns, most), std::min(threads, ceilDiv(columns, fewestColumns)));
    return ceilDiv(ceilDiv(columns, segments), 8) * 8;
}

Result<WindowWeights> createWindow(const WindowSpec &spec, const TensorArchive &tensors, double normEpsilon,
                                   int inChannels)
{
    WindowWeights window{spec, {}};
    if (spec.kind == WindowKind::MaxPool)
        return window;
    return foldForKernels(spec, tensors, normEpsilon, inChannels).map([&](const FoldedConvolution &folded) {
        window.convolution = packConvolution(folded, spec.kernel);
        return std::move(window);
    });
}

void RowWindow::push(const RowBlock &in, RowBlock &out, const RowBlock *added, Activation activation)
{
    const RowBlock &padded = m_gather.push(in);
    out.reshape(m_gather.complete() - m_gather.taken(), m_gather.outColumns(), m_weights->outChannels(in.channels()));
    const int columns = segmentColumns(out.columns(), mostColumns, m_threads);
    const int segments = ceilDiv(out.columns(), columns);
#pragma omp parallel for schedule(dynamic, 1) num_threads(m_threads)
    for (int task = 0; task < out.rows() * segments; ++task) {
        const int first = task % segments * columns;
        compute(padded, out, {task / segments, first, std::min(columns, out.columns() - first)}, added, activation);
    }
    m_gather.take();
}

void RowWindow::compute(const RowBlock &padded, RowBlock &out, const Segment &segment, const RowBlock *added,
                        Activation activation) const
{
    const WindowSpec &spec = m_weights->spec;
    std::array<const float *, largestWindow> rows{};
    for (int y = 0; y < spec.kernel; ++y)
        rows[static_cast<std::size_t>(y)] = padded.pixel(segment.row * spec.stride + y, segment.column * spec.stride);
    float *to = out.pixel(segment.row, segment.column);
    if (spec.kind == WindowKind::MaxPool) {
        ChannelwiseRow pool;
        pool.rows = rows.data();
        pool.kernel = spec.kernel;
        pool.stride = spec.stride;
        pool.channels = padded.channels();
        pool.pixelStep = padded.channels();
        pool.pixels = segment.columns;
        pool.out = to;
        rowKernels().maxPool(pool);
        return;
    }
    const PackedConvolution &packed = m_weights->convolution;
    ConvolutionRow convolution;
    convolution.rows = rows.data();
    convolution.kernelRows = spec.kernel;
    convolution.runLength = packed.runLength();
    convolution.pixelStep = std::ptrdiff_t{spec.stride} * padded.channels();
    convolution.weight = packed.weight.data();
    convolution.bias = packed.bias.data();
    convolution.outChannels = packed.outChannels;
    convolution.pixels = segment.columns;
    convolution.out = to;
    convolution.outStep = packed.outChannels;
    convolution.added = added != nullptr ? added->pixel(segment.row, segment.column) : nullptr;
    convolution.addedStep = packed.outChannels;
    convolution.activation = activation;
    rowKernels().convolution(convolution);
}

} // namespace patina
