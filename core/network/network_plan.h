#pragma once

#include "core/backbone/backbone.h"
#include "core/base/result.h"
#include "core/network/activation.h"
#include "core/network/axis_geometry.h"

#include <optional>
#include <string>
#include <vector>

namespace patina {

enum class WindowKind { Convolution, Depthwise, MaxPool };

/// One convolution (with what is folded into it) or one max-pooling.
struct WindowSpec
{
    WindowKind kind = WindowKind::Convolution;
    std::string weight; ///< tensor name without ".weight"/".bias"; empty for pooling
    std::string norm;   ///< batch-norm prefix folded into the convolution; empty: none
    bool hasBias = false;
    int kernel = 1;
    int stride = 1;
    PaddingStyle padding = PaddingStyle::Symmetric;
    Activation activation = Activation::None;
};

/// What adds the input of a stage to its output.
enum class Shortcut { None, Identity, Projection };

/// A residual block or a plain chain.
struct StageSpec
{
    std::string name; ///< layer name where the output can be tapped; empty: it cannot
    std::vector<WindowSpec> main;
    Shortcut shortcut = Shortcut::None;
    WindowSpec projection;               ///< for Shortcut::Projection
    Activation after = Activation::None; ///< after the addition
};

/// The stages of a network, in order.
struct NetworkPlan
{
    std::vector<StageSpec> stages;
    double normEpsilon = 1e-5;
};

/// The stages of a built-in architecture. Errors: Unsupported (TorchScript has no plan).
Result<NetworkPlan> networkPlan(Architecture architecture);

/// The plan cut off after the last stage that `layers` names. Errors: BadArgument (unknown layer, named; empty list).
Result<NetworkPlan> truncatedPlan(NetworkPlan plan, const std::vector<std::string> &layers);

/// Pixels of context a side on which an output of the last stage depends, rounded up to `alignmentPx`.
int planHaloPx(const NetworkPlan &plan, int alignmentPx);

/// Product of all strides.
int planStridePx(const NetworkPlan &plan);

/// A convolution with its batch norm folded in: y = activation(conv(x, weight) + bias).
struct FoldedConvolution
{
    std::vector<float> weight; ///< out x in x k x k (depthwise: channels x 1 x k x k)
    std::vector<float> bias;   ///< out
    int outChannels = 0;
    int inChannels = 0; ///< per group
};

/// Reads and folds the tensors of one convolution. Errors: BadFormat (tensor missing or of another shape, named).
Result<FoldedConvolution> foldConvolution(const WindowSpec &spec, const TensorArchive &tensors, double normEpsilon);

} // namespace patina
