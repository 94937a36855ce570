#include "core/torch/tensor_stage.h"

#include "core/network/axis_geometry.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <utility>

namespace patina {

namespace {

constexpr auto channelsLast = at::MemoryFormat::ChannelsLast;

/// The last rows of `tensor` in memory of their own: a view would keep all of it. Undefined where there are none.
at::Tensor keptRows(const at::Tensor &tensor, std::int64_t first, std::int64_t count)
{
    if (count <= 0)
        return {};
    return first == 0 ? tensor : tensor.narrow(2, first, count).clone(channelsLast);
}

/// One windowed layer in a stream: keeps the rows of its input that later outputs still need.
class TensorWindow
{
public:
    TensorWindow(const WindowOperator &window, AxisGeometry rows, AxisGeometry columns)
        : m_window(&window), m_rows(rows), m_columns(columns)
    {
    }

    /// \returns the new output rows, or an undefined tensor where there are none yet.
    at::Tensor push(const at::Tensor &rows)
    {
        const int kernel = m_window->spec().kernel;
        const int stride = m_window->spec().stride;
        if (!rows.defined() || (kernel == 1 && stride == 1))
            return rows.defined() ? m_window->apply(rows) : rows;
        at::Tensor buffer = gather(rows);
        const auto have = static_cast<int>(buffer.size(2));
        const int outputs = have < kernel ? 0 : (have - kernel) / stride + 1;
        const int used = outputs * stride;
        m_skip = std::max(0, used - have);
        m_rest = keptRows(buffer, used, have - used);
        return outputs > 0 ? m_window->apply(buffer) : at::Tensor();
    }

private:
    /// The kept rows, the new ones and the zero padding of the true borders, in one channels-last tensor.
    at::Tensor gather(const at::Tensor &rows)
    {
        const bool first = m_received == 0;
        m_received += static_cast<int>(rows.size(2));
        const auto skipped = std::min<std::int64_t>(m_skip, rows.size(2));
        const at::Tensor fresh = rows.narrow(2, skipped, rows.size(2) - skipped);
        const std::int64_t before = first ? m_rows.padBefore : 0;
        const std::int64_t kept = m_rest.defined() ? m_rest.size(2) : 0;
        const std::int64_t after = m_received == m_rows.in ? m_rows.padAfter : 0;
        const std::int64_t width = m_columns.padBefore + rows.size(3) + m_columns.padAfter;
        at::Tensor buffer = at::empty({1, rows.size(1), before + kept + fresh.size(2) + after, width},
                                      rows.options().memory_format(channelsLast));
        if (before > 0)
            buffer.narrow(2, 0, before).zero_();
        if (kept > 0)
            buffer.narrow(2, before, kept).copy_(m_rest);
        at::Tensor middle = buffer.narrow(2, before + kept, fresh.size(2));
        if (m_columns.padBefore > 0)
            middle.narrow(3, 0, m_columns.padBefore).zero_();
        if (m_columns.padAfter > 0)
            middle.narrow(3, width - m_columns.padAfter, m_columns.padAfter).zero_();
        middle.narrow(3, m_columns.padBefore, rows.size(3)).copy_(fresh);
        if (after > 0)
            buffer.narrow(2, buffer.size(2) - after, after).zero_();
        return buffer;
    }

    const WindowOperator *m_window;
    AxisGeometry m_rows;
    AxisGeometry m_columns;
    at::Tensor m_rest;
    int m_received = 0;
    int m_skip = 0; ///< rows to pass over: the stride went beyond the last kept row
};

} // namespace

struct TensorStage::State
{
    State(const TensorStageWeights &stage, cv::Size &piece, cv::Size &whole) : m_stage(&stage)
    {
        if (stage.projection)
            m_projection.emplace(window(*stage.projection, piece, whole));
        for (const auto &layer : stage.main) {
            m_main.push_back(window(layer, piece, whole));
            const int stride = layer.spec().stride;
            piece = {ceilDiv(piece.width, stride), ceilDiv(piece.height, stride)};
            whole = {ceilDiv(whole.width, stride), ceilDiv(whole.height, stride)};
        }
    }

    at::Tensor push(const at::Tensor &rows)
    {
        if (m_stage->spec.shortcut != Shortcut::None)
            wait(m_projection ? m_projection->push(rows) : rows);
        at::Tensor output = rows;
        for (auto &layer : m_main)
            output = layer.push(output);
        if (!output.defined() || m_stage->spec.shortcut == Shortcut::None)
            return output;
        const std::int64_t ready = output.size(2);
        output.add_(m_waiting.narrow(2, 0, ready));
        m_waiting = keptRows(m_waiting, ready, m_waiting.size(2) - ready);
        if (m_stage->spec.after == Activation::Relu)
            output.relu_();
        return output;
    }

private:
    static TensorWindow window(const WindowOperator &layer, cv::Size piece, cv::Size whole)
    {
        const auto &spec = layer.spec();
        return {layer, axisGeometry(spec.padding, spec.kernel, spec.stride, piece.height, whole.height),
                axisGeometry(spec.padding, spec.kernel, spec.stride, piece.width, whole.width)};
    }

    void wait(const at::Tensor &rows)
    {
        if (!rows.defined())
            return;
        m_waiting = !m_waiting.defined() ? rows : at::cat({m_waiting, rows}, 2).contiguous(channelsLast);
    }

    const TensorStageWeights *m_stage;
    std::vector<TensorWindow> m_main;
    std::optional<TensorWindow> m_projection;
    at::Tensor m_waiting;
};

TensorStage::TensorStage(const TensorStageWeights &stage, cv::Size &piece, cv::Size &whole)
    : m_state(std::make_unique<State>(stage, piece, whole))
{
}

TensorStage::TensorStage(TensorStage &&) noexcept = default;
TensorStage::~TensorStage() = default;

at::Tensor TensorStage::push(const at::Tensor &rows)
{
    return m_state->push(rows);
}

} // namespace patina
