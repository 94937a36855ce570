#include "core/backbone/architecture.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <utility>

namespace patina {

namespace {

constexpr std::array<std::pair<Architecture, std::string_view>, 7> names{
    {{Architecture::EfficientNetLite0, "efficientnet-lite0"},
     {Architecture::ResNet18, "resnet18"},
     {Architecture::ResNet50, "resnet50"},
     {Architecture::ResNet50Caffe, "resnet50-caffe"},
     {Architecture::WideResNet50x2, "wide_resnet50_2"},
     {Architecture::TorchScript, "torchscript"},
     {Architecture::Tiny, "tiny"}}};

/// ImageNet statistics of torchvision's models, on 0..255 instead of 0..1.
constexpr InputNormalisation torchvisionInput{false, {123.675F, 116.28F, 103.53F}, {58.395F, 57.12F, 57.375F}};
/// The first ResNets (Caffe, Keras): BGR minus the mean pixel.
constexpr InputNormalisation caffeInput{true, {103.939F, 116.779F, 123.68F}, {1, 1, 1}};
constexpr InputNormalisation centredInput{false, {127, 127, 127}, {128, 128, 128}};
constexpr InputNormalisation tinyInput{false, {127, 127, 127}, {64, 64, 64}};

/// Collects the tensors of convolutions and batch norms in the order of the data flow.
class TensorList
{
public:
    enum class Bias { None, Present };

    void convolution(const std::string &name, int out, int inPerGroup, int kernel, Bias bias)
    {
        m_tensors.push_back({name + ".weight", {out, inPerGroup, kernel, kernel}});
        if (bias == Bias::Present)
            m_tensors.push_back({name + ".bias", {out}});
    }
    void batchNorm(const std::string &name, int channels)
    {
        for (const char *part : {".weight", ".bias", ".running_mean", ".running_var"})
            m_tensors.push_back({name + part, {channels}});
    }
    std::vector<ExpectedTensor> take() { return std::move(m_tensors); }

private:
    std::vector<ExpectedTensor> m_tensors;
};

/// Tan, Le 2019 (EfficientNet), the "lite" variant: no squeeze-excite, ReLU6, stem and head of fixed width.
ArchitectureFacts efficientNetLite0()
{
    struct Group
    {
        int kernel, stride, expansion, channels, repeats;
    };
    ArchitectureFacts facts{
        Architecture::EfficientNetLite0, {}, {"blocks.2", "blocks.4", "blocks.10"}, centredInput, {}};
    TensorList list;
    list.convolution("_conv_stem", 32, 3, 3, TensorList::Bias::None);
    list.batchNorm("_bn0", 32);
    int in = 32;
    int stride = 2;
    int index = 0;
    for (const Group group :
         {Group{3, 1, 1, 16, 1}, Group{3, 2, 6, 24, 2}, Group{5, 2, 6, 40, 2}, Group{3, 2, 6, 80, 3},
          Group{5, 1, 6, 112, 3}, Group{5, 2, 6, 192, 4}, Group{3, 1, 6, 320, 1}}) {
        stride *= group.stride;
        for (int i = 0; i < group.repeats; ++i) {
            const std::string prefix = fmt::format("_blocks.{}.", index);
            const int wide = in * group.expansion;
            if (group.expansion != 1) {
                list.convolution(prefix + "_expand_conv", wide, in, 1, TensorList::Bias::None);
                list.batchNorm(prefix + "_bn0", wide);
            }
            list.convolution(prefix + "_depthwise_conv", wide, 1, group.kernel, TensorList::Bias::None);
            list.batchNorm(prefix + "_bn1", wide);
            list.convolution(prefix + "_project_conv", group.channels, wide, 1, TensorList::Bias::None);
            list.batchNorm(prefix + "_bn2", group.channels);
            facts.layers.push_back({fmt::format("blocks.{}", index), stride, group.channels});
            in = group.channels;
            ++index;
        }
    }
    facts.tensors = list.take();
    return facts;
}

struct ResNetShape
{
    Architecture architecture;
    std::array<int, 4> blocks;
    int expansion; ///< output channels of a block over its nominal width: 1 basic, 4 bottleneck
    int widening;  ///< width of the 3x3 convolution of a bottleneck over its nominal width
    TensorList::Bias bias;
};

void resNetBlock(TensorList &list, const ResNetShape &shape, const std::string &prefix, int in, int nominal)
{
    const int out = nominal * shape.expansion;
    const int width = nominal * shape.widening;
    const auto layer = [&](int number, int outChannels, int inChannels, int kernel) {
        list.convolution(fmt::format("{}conv{}", prefix, number), outChannels, inChannels, kernel, shape.bias);
        list.batchNorm(fmt::format("{}bn{}", prefix, number), outChannels);
    };
    if (shape.expansion == 1) {
        layer(1, nominal, in, 3);
        layer(2, nominal, nominal, 3);
    } else {
        layer(1, width, in, 1);
        layer(2, width, width, 3);
        layer(3, out, width, 1);
    }
}

/// He et al. 2016 and Zagoruyko, Komodakis 2016 (wide), under torchvision's names.
ArchitectureFacts resNet(const ResNetShape &shape)
{
    const bool caffe = shape.bias == TensorList::Bias::Present;
    ArchitectureFacts facts{shape.architecture, {}, {"layer2", "layer3"}, caffe ? caffeInput : torchvisionInput, {}};
    TensorList list;
    list.convolution("conv1", 64, 3, 7, shape.bias);
    list.batchNorm("bn1", 64);
    int in = 64;
    for (int stage = 0; stage < 4; ++stage) {
        const int nominal = 64 << stage;
        const int out = nominal * shape.expansion;
        for (int block = 0; block < shape.blocks[static_cast<std::size_t>(stage)]; ++block) {
            const std::string prefix = fmt::format("layer{}.{}.", stage + 1, block);
            resNetBlock(list, shape, prefix, in, nominal);
            if (block == 0 && in != out) {
                list.convolution(prefix + "downsample.0", out, in, 1, shape.bias);
                list.batchNorm(prefix + "downsample.1", out);
            }
            in = out;
        }
        facts.layers.push_back({fmt::format("layer{}", stage + 1), 4 << stage, out});
    }
    facts.tensors = list.take();
    return facts;
}

ArchitectureFacts tiny()
{
    ArchitectureFacts facts{Architecture::Tiny, {}, {"layer1", "layer2", "layer3"}, tinyInput, {}};
    TensorList list;
    list.convolution("stem", 8, 3, 3, TensorList::Bias::Present);
    int in = 8;
    int stride = 2;
    for (const int out : {16, 24, 32}) {
        stride *= 2;
        const std::string name = fmt::format("layer{}", facts.layers.size() + 1);
        list.convolution(name, out, in, 3, TensorList::Bias::Present);
        facts.layers.push_back({name, stride, out});
        in = out;
    }
    facts.tensors = list.take();
    return facts;
}

/// Every value is finite and at least `smallest`.
bool allSane(const StoredTensor &tensor, float smallest)
{
    for (std::size_t i = 0; i < tensor.bytes.size(); i += sizeof(float)) {
        float value = 0;
        std::memcpy(&value, tensor.bytes.data() + i, sizeof value);
        if (!std::isfinite(value) || value < smallest)
            return false;
    }
    return true;
}

} // namespace

std::string_view architectureName(Architecture architecture)
{
    const auto found = std::ranges::find(names, architecture, &decltype(names)::value_type::first);
    return found == names.end() ? std::string_view() : found->second;
}

Result<Architecture> architectureFromName(std::string_view name)
{
    const auto found = std::ranges::find(names, name, &decltype(names)::value_type::second);
    if (found != names.end())
        return found->first;
    std::string known;
    for (const auto &entry : names)
        known += fmt::format("{}{}", known.empty() ? "" : ", ", entry.second);
    return fail(ErrorCode::BadArgument, fmt::format("unknown architecture \"{}\"; known are {}", name, known));
}

std::vector<Architecture> allArchitectures()
{
    std::vector<Architecture> all;
    all.reserve(names.size());
    for (const auto &entry : names)
        all.push_back(entry.first);
    return all;
}

ArchitectureFacts architectureFacts(Architecture architecture)
{
    using Bias = TensorList::Bias;
    switch (architecture) {
    case Architecture::EfficientNetLite0:
        return efficientNetLite0();
    case Architecture::ResNet18:
        return resNet({architecture, {2, 2, 2, 2}, 1, 1, Bias::None});
    case Architecture::ResNet50:
        return resNet({architecture, {3, 4, 6, 3}, 4, 1, Bias::None});
    case Architecture::ResNet50Caffe:
        return resNet({architecture, {3, 4, 6, 3}, 4, 1, Bias::Present});
    case Architecture::WideResNet50x2:
        return resNet({architecture, {3, 4, 6, 3}, 4, 2, Bias::None});
    case Architecture::Tiny:
        return tiny();
    case Architecture::TorchScript:
        break;
    }
    return {architecture, {}, {}, torchvisionInput, {}};
}

Result<TensorArchive> selectTensors(Architecture architecture, TensorArchive found)
{
    TensorArchive selected;
    for (const auto &[name, shape] : architectureFacts(architecture).tensors) {
        auto node = found.tensors.extract(name);
        if (node.empty())
            return fail(ErrorCode::BadFormat, fmt::format("tensor \"{}\" is missing: these are no {} weights", name,
                                                          architectureName(architecture)));
        const StoredTensor &tensor = node.mapped();
        if (tensor.type != TensorType::Float32 || tensor.shape != shape)
            return fail(ErrorCode::BadFormat,
                        fmt::format("tensor \"{}\" is {} {}, but {} wants F32 {}", name, tensorTypeName(tensor.type),
                                    shapeText(tensor.shape), architectureName(architecture), shapeText(shape)));
        const bool variance = name.ends_with(".running_var");
        if (!allSane(tensor, variance ? 0.0F : std::numeric_limits<float>::lowest()))
            return fail(ErrorCode::BadFormat, fmt::format("tensor \"{}\" holds values that are not finite{}", name,
                                                          variance ? " or negative" : ""));
        selected.tensors.insert(std::move(node));
    }
    return selected;
}

} // namespace patina
