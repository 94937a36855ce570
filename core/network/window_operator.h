#pragma once

#include "core/base/result.h"
#include "core/network/network_plan.h"

#include <memory>
#include <string>

namespace at {
class Tensor;
}

namespace patina {

/// A convolution or pooling with its weights, shared by all streams of a network. Copies share the weights.
class WindowOperator
{
public:
    /// \param device of LibTorch. Errors: BadFormat (tensor missing or of another shape, named).
    static Result<WindowOperator> create(const WindowSpec &spec, const TensorArchive &tensors, double normEpsilon,
                                         const std::string &device);

    const WindowSpec &spec() const;
    /// Channels of the output for an input of `inChannels`.
    int outChannels(int inChannels) const;

    /// \param input 1 x C x h x w, padded already, channels last. \returns 1 x C' x h' x w', channels last.
    at::Tensor apply(const at::Tensor &input) const;

private:
    struct State;
    explicit WindowOperator(std::shared_ptr<const State> state) : m_state(std::move(state)) {}

    std::shared_ptr<const State> m_state;
};

} // namespace patina
