#include "core/network/depthwise_stage.h"

#include "core/network/row_kernels.h"
#include "core/network/row_window.h"

#include <algorithm>
#include <array>
#include <omp.h>

namespace patina {

namespace {

constexpr int mostColumns = 64; ///< of a segment

} // namespace

DepthwiseStage::DepthwiseStage(const DepthwiseWeights &weights, const AxisGeometry (&expanded)[2],
                               const AxisGeometry (&filtered)[2], int threads)
    : m_weights(&weights), m_threads(threads), m_rows(filtered[0]), m_columns(filtered[1]),
      m_gather(weights.m_expand.kernel, weights.m_expand.stride, expanded[0], expanded[1])
{
}

/// What the segments work in. Nothing may be allocated, and fail, inside a parallel loop.
void DepthwiseStage::prepare()
{
    const WindowSpec &spec = m_weights->m_depthwise;
    const int width = segmentColumns(m_columns.out, mostColumns, m_threads);
    for (int first = 0; first < m_columns.out; first += width) {
        const int end = std::min(first + width, m_columns.out);
        Segment segment{
            first, end, first * spec.stride - m_columns.padBefore, (end - first - 1) * spec.stride + spec.kernel, {}};
        for (const ChannelGroup &group : m_weights->m_groups) {
            const auto rowSize =
                static_cast<std::size_t>(segment.span) * static_cast<std::size_t>(group.channels.count);
            segment.rings.emplace_back(static_cast<std::size_t>(spec.kernel) * rowSize);
            m_largestRow = std::max(m_largestRow, rowSize);
        }
        m_segments.push_back(std::move(segment));
    }
    m_scratch.resize(2 * m_largestRow * static_cast<std::size_t>(m_threads));
}

const RowBlock &DepthwiseStage::push(const RowBlock &rows)
{
    if (m_segments.empty())
        prepare();
    if (m_weights->m_adds)
        m_waiting.append(rows);
    const RowBlock &padded = m_gather.push(rows);
    const WindowSpec &spec = m_weights->m_depthwise;
    m_outputEnd = completeOutputs(m_rows, spec.kernel, spec.stride, m_gather.complete());
    m_output.reshape(m_outputEnd - m_delivered, m_columns.out, m_weights->outChannels());
#pragma omp parallel for schedule(dynamic, 1) num_threads(m_threads)
    for (Segment &segment : m_segments)
        for (std::size_t group = 0; group < m_weights->m_groups.size(); ++group)
            runGroup(padded, segment, group);
    m_gather.take();
    m_delivered = m_outputEnd;
    if (m_weights->m_adds)
        m_waiting.dropFront(m_output.rows());
    return m_output;
}

void DepthwiseStage::runGroup(const RowBlock &padded, Segment &segment, std::size_t groupIndex)
{
    const WindowSpec &spec = m_weights->m_depthwise;
    const ChannelGroup &group = m_weights->m_groups[groupIndex];
    const auto rowSize = static_cast<std::size_t>(segment.span) * static_cast<std::size_t>(group.channels.count);
    float *const zeros = m_scratch.data() + 2 * m_largestRow * static_cast<std::size_t>(omp_get_thread_num());
    float *const filtered = zeros + m_largestRow;
    std::fill_n(zeros, rowSize, 0.0F);
    float *const ring = segment.rings[groupIndex].data();
    const auto expandUpTo = [&](int &row, int end) {
        for (; row < end; ++row)
            expandRow(padded, segment, group, row, ring + static_cast<std::size_t>(row % spec.kernel) * rowSize);
    };
    int next = m_gather.taken();
    for (int output = m_delivered; output < m_outputEnd; ++output) {
        expandUpTo(next, std::min(output * spec.stride - m_rows.padBefore + spec.kernel, m_rows.in));
        depthwiseRow(segment, group, output, ring, zeros, filtered);
        projectRow(segment, groupIndex, output, filtered);
    }
    expandUpTo(next, m_gather.complete());
}

void DepthwiseStage::expandRow(const RowBlock &padded, const Segment &segment, const ChannelGroup &group, int row,
                               float *out) const
{
    const WindowSpec &spec = m_weights->m_expand;
    const int count = group.channels.count;
    const int from = std::max(0, segment.left);
    const int to = std::min(m_columns.in, segment.left + segment.span);
    float *const first = std::fill_n(out, std::ptrdiff_t{from - segment.left} * count, 0.0F);
    std::fill_n(first + std::ptrdiff_t{to - from} * count, std::ptrdiff_t{segment.left + segment.span - to} * count,
                0.0F);
    std::array<const float *, largestWindow> rows{};
    for (int y = 0; y < spec.kernel; ++y)
        rows[static_cast<std::size_t>(y)] =
            padded.pixel((row - m_gather.taken()) * spec.stride + y, from * spec.stride);
    ConvolutionRow expand;
    expand.rows = rows.data();
    expand.kernelRows = spec.kernel;
    expand.runLength = group.expand.runLength();
    expand.pixelStep = std::ptrdiff_t{spec.stride} * padded.channels();
    expand.weight = group.expand.weight.data();
    expand.bias = group.expand.bias.data();
    expand.outChannels = count;
    expand.pixels = to - from;
    expand.out = first;
    expand.outStep = count;
    expand.activation = spec.activation;
    rowKernels().convolution(expand);
}

void DepthwiseStage::depthwiseRow(const Segment &segment, const ChannelGroup &group, int output, const float *ring,
                                  const float *zeros, float *out) const
{
    const WindowSpec &spec = m_weights->m_depthwise;
    const auto rowSize = static_cast<std::ptrdiff_t>(segment.span) * group.channels.count;
    std::array<const float *, largestWindow> rows{};
    for (int y = 0; y < spec.kernel; ++y) {
        const int row = output * spec.stride - m_rows.padBefore + y;
        const bool outside = row < 0 || row >= m_rows.in;
        rows[static_cast<std::size_t>(y)] = outside ? zeros : ring + row % spec.kernel * rowSize;
    }
    ChannelwiseRow depthwise;
    depthwise.rows = rows.data();
    depthwise.kernel = spec.kernel;
    depthwise.stride = spec.stride;
    depthwise.channels = group.channels.count;
    depthwise.pixelStep = group.channels.count;
    depthwise.weight = m_weights->m_weight.data() + group.channels.first;
    depthwise.weightStep = m_weights->m_expanded;
    depthwise.bias = m_weights->m_bias.data() + group.channels.first;
    depthwise.pixels = segment.end - segment.first;
    depthwise.out = out;
    depthwise.activation = spec.activation;
    rowKernels().depthwise(depthwise);
}

void DepthwiseStage::projectRow(const Segment &segment, std::size_t groupIndex, int output, const float *in)
{
    const PackedConvolution &packed = m_weights->m_groups[groupIndex].project;
    const bool last = groupIndex + 1 == m_weights->m_groups.size();
    const int row = output - m_delivered;
    ConvolutionRow project;
    project.rows = &in;
    project.runLength = packed.inChannels;
    project.pixelStep = packed.inChannels;
    project.weight = packed.weight.data();
    project.bias = groupIndex == 0 ? m_weights->m_projectBias.data() : nullptr;
    project.outChannels = packed.outChannels;
    project.pixels = segment.end - segment.first;
    project.out = m_output.pixel(row, segment.first);
    project.outStep = packed.outChannels;
    if (last && m_weights->m_adds) {
        project.added = m_waiting.pixel(row, segment.first);
        project.addedStep = packed.outChannels;
    }
    project.activation = last ? m_weights->m_activation : Activation::None;
    rowKernels().convolution(project);
}

} // namespace patina
