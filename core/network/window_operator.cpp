#include "core/network/window_operator.h"

#include <ATen/ATen.h>
#include <array>
#include <utility>

namespace patina {

namespace {

constexpr auto channelsLast = at::MemoryFormat::ChannelsLast;

} // namespace

struct WindowOperator::State
{
    WindowSpec spec;
    at::Tensor weight;
    at::Tensor bias;
    std::int64_t groups = 1;
};

Result<WindowOperator> WindowOperator::create(const WindowSpec &spec, const TensorArchive &tensors, double normEpsilon,
                                              const std::string &device)
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
            .clone()
            .to(at::Device(device));
    state->bias = at::from_blob(folded->bias.data(), {folded->outChannels}).clone().to(at::Device(device));
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

at::Tensor WindowOperator::apply(const at::Tensor &input) const
{
    const WindowSpec &spec = m_state->spec;
    // An IntArrayRef owns nothing: what it points to has to live on.
    const std::array<std::int64_t, 2> stride{spec.stride, spec.stride};
    if (spec.kind == WindowKind::MaxPool)
        return at::max_pool2d(input, at::IntArrayRef{spec.kernel, spec.kernel}, stride);
    at::Tensor output = at::conv2d(input, m_state->weight, m_state->bias, stride, at::IntArrayRef{0, 0},
                                   at::IntArrayRef{1, 1}, m_state->groups);
    if (spec.activation == Activation::Relu6)
        output.clamp_(0, 6);
    else if (spec.activation == Activation::Relu)
        output.relu_();
    return output;
}

} // namespace patina
