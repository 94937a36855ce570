#include "core/network/network_plan.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <span>

namespace patina {

namespace {

StageSpec mobileBlock(int index, int kernel, int stride, bool expand, bool residual)
{
    const std::string prefix = fmt::format("_blocks.{}.", index);
    const auto same = PaddingStyle::TensorFlowSame;
    StageSpec stage;
    stage.name = fmt::format("blocks.{}", index);
    if (expand)
        stage.main.push_back(
            {WindowKind::Convolution, prefix + "_expand_conv", prefix + "_bn0", false, 1, 1, same, Activation::Relu6});
    stage.main.push_back({WindowKind::Depthwise, prefix + "_depthwise_conv", prefix + "_bn1", false, kernel, stride,
                          same, Activation::Relu6});
    stage.main.push_back(
        {WindowKind::Convolution, prefix + "_project_conv", prefix + "_bn2", false, 1, 1, same, Activation::None});
    stage.shortcut = residual ? Shortcut::Identity : Shortcut::None;
    return stage;
}

/// Tan, Le 2019 (EfficientNet), the "lite" variant without squeeze-excite and with ReLU6.
NetworkPlan efficientNetLite0()
{
    struct Group
    {
        int kernel, stride, repeats;
        bool expand;
    };
    NetworkPlan plan;
    plan.normEpsilon = 1e-3;
    int index = 0;
    for (const Group group : {Group{3, 1, 1, false}, Group{3, 2, 2, true}, Group{5, 2, 2, true}, Group{3, 2, 3, true},
                              Group{5, 1, 3, true}, Group{5, 2, 4, true}, Group{3, 1, 1, true}})
        for (int i = 0; i < group.repeats; ++i)
            plan.stages.push_back(mobileBlock(index++, group.kernel, i == 0 ? group.stride : 1, group.expand, i > 0));
    // The first block expands nothing: the stem stands where others have their expanding convolution.
    std::vector<WindowSpec> &first = plan.stages.front().main;
    first.insert(first.begin(), {WindowKind::Convolution, "_conv_stem", "_bn0", false, 3, 2,
                                 PaddingStyle::TensorFlowSame, Activation::Relu6});
    return plan;
}

struct ResNetShape
{
    std::vector<int> blocks;
    bool bottleneck = true;
    bool caffe = false; ///< convolution biases, stride in the first 1x1 convolution of a stage
};

StageSpec resNetBlock(const ResNetShape &shape, int layer, int block)
{
    const std::string prefix = fmt::format("layer{}.{}.", layer, block);
    const int stride = layer > 1 && block == 0 ? 2 : 1;
    const auto window = [&](int number, int kernel, int step, Activation activation) {
        return WindowSpec{WindowKind::Convolution,
                          fmt::format("{}conv{}", prefix, number),
                          fmt::format("{}bn{}", prefix, number),
                          shape.caffe,
                          kernel,
                          step,
                          PaddingStyle::Symmetric,
                          activation};
    };
    StageSpec stage;
    if (shape.bottleneck) {
        stage.main = {window(1, 1, shape.caffe ? stride : 1, Activation::Relu),
                      window(2, 3, shape.caffe ? 1 : stride, Activation::Relu), window(3, 1, 1, Activation::None)};
    } else {
        stage.main = {window(1, 3, stride, Activation::Relu), window(2, 3, 1, Activation::None)};
    }
    const bool projects = block == 0 && (layer > 1 || shape.bottleneck);
    stage.shortcut = projects ? Shortcut::Projection : Shortcut::Identity;
    if (projects)
        stage.projection = {
            WindowKind::Convolution, prefix + "downsample.0", prefix + "downsample.1", shape.caffe, 1, stride,
            PaddingStyle::Symmetric, Activation::None};
    stage.after = Activation::Relu;
    return stage;
}

/// He et al. 2016; torchvision's order of strides, or that of the Keras/Caffe models.
NetworkPlan resNet(const ResNetShape &shape)
{
    NetworkPlan plan;
    plan.normEpsilon = shape.caffe ? 1e-3 : 1e-5;
    StageSpec stem;
    stem.main = {
        {WindowKind::Convolution, "conv1", "bn1", shape.caffe, 7, 2, PaddingStyle::Symmetric, Activation::Relu},
        {WindowKind::MaxPool, "", "", false, 3, 2, PaddingStyle::Symmetric, Activation::None}};
    plan.stages.push_back(std::move(stem));
    for (int layer = 1; layer <= 4; ++layer) {
        const int blocks = shape.blocks[static_cast<std::size_t>(layer - 1)];
        for (int block = 0; block < blocks; ++block) {
            plan.stages.push_back(resNetBlock(shape, layer, block));
            if (block == blocks - 1)
                plan.stages.back().name = fmt::format("layer{}", layer);
        }
    }
    return plan;
}

NetworkPlan tiny()
{
    NetworkPlan plan;
    for (const char *name : {"stem", "layer1", "layer2", "layer3"}) {
        StageSpec stage;
        stage.name = std::string_view(name) == "stem" ? "" : name;
        stage.main = {{WindowKind::Convolution, name, "", true, 3, 2, PaddingStyle::Symmetric, Activation::Relu}};
        plan.stages.push_back(std::move(stage));
    }
    return plan;
}

/// Values of a float tensor of exactly this shape (-1: any), or which one is missing or wrong.
Result<std::span<const float>> floats(const TensorArchive &tensors, const std::string &name,
                                      const std::vector<std::int64_t> &shape)
{
    const auto found = tensors.tensors.find(name);
    if (found == tensors.tensors.end())
        return fail(ErrorCode::BadFormat, fmt::format("the backbone lacks the tensor {}", name));
    const StoredTensor &tensor = found->second;
    bool matches = tensor.type == TensorType::Float32 && tensor.shape.size() == shape.size();
    for (std::size_t i = 0; matches && i < shape.size(); ++i)
        matches = tensor.shape[i] > 0 && (shape[i] < 0 || tensor.shape[i] == shape[i]);
    if (!matches)
        return fail(ErrorCode::BadFormat, fmt::format("the backbone's tensor {} has shape [{}], expected float32 [{}]",
                                                      name, fmt::join(tensor.shape, ", "), fmt::join(shape, ", ")));
    return std::span(reinterpret_cast<const float *>(tensor.bytes.data()), tensor.bytes.size() / sizeof(float));
}

/// Scale and shift of a batch norm per channel, folded into weight and bias.
Result<void> foldNorm(FoldedConvolution &folded, const std::string &prefix, const TensorArchive &tensors,
                      double epsilon)
{
    const std::vector<std::int64_t> shape{folded.outChannels};
    std::vector<std::span<const float>> parts;
    for (const char *part : {".weight", ".bias", ".running_mean", ".running_var"}) {
        auto values = floats(tensors, prefix + part, shape);
        if (!values)
            return failFrom(std::move(values));
        parts.push_back(*values);
    }
    const std::size_t perChannel = folded.weight.size() / static_cast<std::size_t>(folded.outChannels);
    for (std::size_t c = 0; c < folded.bias.size(); ++c) {
        const double factor = parts[0][c] / std::sqrt(static_cast<double>(parts[3][c]) + epsilon);
        for (std::size_t i = 0; i < perChannel; ++i)
            folded.weight[c * perChannel + i] = static_cast<float>(folded.weight[c * perChannel + i] * factor);
        folded.bias[c] = static_cast<float>(parts[1][c] + (folded.bias[c] - parts[2][c]) * factor);
    }
    return {};
}

} // namespace

Result<NetworkPlan> networkPlan(Architecture architecture)
{
    switch (architecture) {
    case Architecture::EfficientNetLite0:
        return efficientNetLite0();
    case Architecture::ResNet18:
        return resNet({{2, 2, 2, 2}, false, false});
    case Architecture::ResNet50:
    case Architecture::WideResNet50x2:
        return resNet({{3, 4, 6, 3}, true, false});
    case Architecture::ResNet50Caffe:
        return resNet({{3, 4, 6, 3}, true, true});
    case Architecture::Tiny:
        return tiny();
    case Architecture::TorchScript:
        break;
    }
    return fail(ErrorCode::Unsupported, "a TorchScript backbone carries its own code and has no built-in plan");
}

Result<NetworkPlan> truncatedPlan(NetworkPlan plan, const std::vector<std::string> &layers)
{
    if (layers.empty())
        return fail(ErrorCode::BadArgument, "no layer was named");
    std::size_t last = 0;
    for (const auto &layer : layers) {
        const auto stage = std::ranges::find(plan.stages, layer, &StageSpec::name);
        if (layer.empty() || stage == plan.stages.end())
            return fail(ErrorCode::BadArgument, fmt::format("the backbone has no layer {}", layer));
        last = std::max(last, static_cast<std::size_t>(stage - plan.stages.begin()));
    }
    plan.stages.resize(last + 1);
    return plan;
}

int planHaloPx(const NetworkPlan &plan, int alignmentPx)
{
    int field = 1;
    int jump = 1;
    for (const auto &stage : plan.stages)
        for (const auto &window : stage.main) {
            field += (window.kernel - 1) * jump;
            jump *= window.stride;
        }
    // Half the receptive field, and a sampling point that may lie up to one stride off the centre.
    return ceilDiv((field + 1) / 2 + jump, alignmentPx) * alignmentPx;
}

int planStridePx(const NetworkPlan &plan)
{
    int stride = 1;
    for (const auto &stage : plan.stages)
        for (const auto &window : stage.main)
            stride *= window.stride;
    return stride;
}

Result<FoldedConvolution> foldConvolution(const WindowSpec &spec, const TensorArchive &tensors, double normEpsilon)
{
    const std::int64_t inChannels = spec.kind == WindowKind::Depthwise ? 1 : -1;
    const auto weight = floats(tensors, spec.weight + ".weight", {-1, inChannels, spec.kernel, spec.kernel});
    if (!weight)
        return tl::unexpected(weight.error());
    const auto &shape = tensors.tensors.at(spec.weight + ".weight").shape;
    FoldedConvolution folded;
    folded.outChannels = static_cast<int>(shape[0]);
    folded.inChannels = static_cast<int>(shape[1]);
    folded.weight.assign(weight->begin(), weight->end());
    folded.bias.assign(static_cast<std::size_t>(folded.outChannels), 0.0F);
    if (spec.hasBias) {
        const auto bias = floats(tensors, spec.weight + ".bias", {folded.outChannels});
        if (!bias)
            return tl::unexpected(bias.error());
        folded.bias.assign(bias->begin(), bias->end());
    }
    if (!spec.norm.empty())
        if (auto done = foldNorm(folded, spec.norm, tensors, normEpsilon); !done)
            return failFrom(std::move(done));
    return folded;
}

} // namespace patina
