#include "core/features/window_operator.h"

#include <ATen/ATen.h>
#include <algorithm>
#include <array>
#include <exception>
#include <utility>

namespace patina {

namespace {

constexpr auto channelsLast = at::MemoryFormat::ChannelsLast;

/// Output columns that one thread computes at a time. Operators run on one thread each: LibTorch sums in another order
/// on one thread than on several, and features have to be the same bits on any number of them.
constexpr std::int64_t segmentColumns = 64;

} // namespace

struct WindowOperator::State
{
    WindowSpec spec;
    at::Tensor weight;
    at::Tensor bias;
    std::int64_t groups = 1;

    at::Tensor applyTo(const at::Tensor &input) const
    {
        // An IntArrayRef owns nothing: what it points to has to live on.
        const std::array<std::int64_t, 2> stride{spec.stride, spec.stride};
        if (spec.kind == WindowKind::MaxPool)
            return at::max_pool2d(input, at::IntArrayRef{spec.kernel, spec.kernel}, stride);
        at::Tensor output =
            at::conv2d(input, weight, bias, stride, at::IntArrayRef{0, 0}, at::IntArrayRef{1, 1}, groups);
        if (spec.activation == Activation::Relu6)
            output.clamp_(0, 6);
        else if (spec.activation == Activation::Relu)
            output.relu_();
        return output;
    }
};

Result<WindowOperator> WindowOperator::create(const WindowSpec &spec, const TensorArchive &tensors, double normEpsilon)
{
    auto state = std::make_shared<State>();
    state->spec = spec;
    if (spec.kind == WindowKind::MaxPool)
        return WindowOperator(std::move(state));
    auto folded = foldConvolution(spec, tensors, normEpsilon);
    if (!folded)
        return failFrom(std::move(folded));
    state->groups = spec.kind == WindowKind::Depthwise ? folded->outChannels : 1;
    state->weight =
        at::from_blob(folded->weight.data(), {folded->outChannels, folded->inChannels, spec.kernel, spec.kernel})
            .contiguous(channelsLast)
            .clone();
    state->bias = at::from_blob(folded->bias.data(), {folded->outChannels}).clone();
    return WindowOperator(std::move(state));
}

const WindowSpec &WindowOperator::spec() const
{
    return m_state->spec;
}

int WindowOperator::outChannels(int inChannels) const
{
    return m_state->weight.defined() ? static_cast<int>(m_state->weight.size(0)) : inChannels;
}

at::Tensor WindowOperator::apply(const at::Tensor &input, int threads) const
{
    const WindowSpec &spec = m_state->spec;
    const std::int64_t rows = (input.size(2) - spec.kernel) / spec.stride + 1;
    const std::int64_t columns = (input.size(3) - spec.kernel) / spec.stride + 1;
    const std::int64_t channels = outChannels(static_cast<int>(input.size(1)));
    at::Tensor output = at::empty({1, channels, rows, columns}, input.options().memory_format(channelsLast));
    std::exception_ptr failure;
#pragma omp parallel for schedule(dynamic, 1) num_threads(threads)
    for (std::int64_t first = 0; first < columns; first += segmentColumns) {
        try {
            const c10::InferenceMode inference; // belongs to the thread
            const std::int64_t count = std::min(segmentColumns, columns - first);
            const at::Tensor seen = input.narrow(3, first * spec.stride, (count - 1) * spec.stride + spec.kernel);
            output.narrow(3, first, count).copy_(m_state->applyTo(seen.contiguous(channelsLast)));
        } catch (...) {
#pragma omp critical
            failure = std::current_exception();
        }
    }
    if (failure)
        std::rethrow_exception(failure);
    return output;
}

} // namespace patina
