#include "core/backbone/tfjs_reader.h"
#include "core/base/printable.h"

#include <fmt/format.h>

#include <array>
#include <cstring>
#include <optional>
#include <string_view>

namespace patina {

namespace {

struct NamePair
{
    std::string_view keras;
    std::string_view torchvision;
};

constexpr std::array<NamePair, 4> branches{{{"branch2a", "1"}, {"branch2b", "2"}, {"branch2c", "3"}, {"branch1", ""}}};
constexpr std::array<NamePair, 2> convolutionParts{{{"kernel", "weight"}, {"bias", "bias"}}};
constexpr std::array<NamePair, 4> normParts{
    {{"gamma", "weight"}, {"beta", "bias"}, {"moving_mean", "running_mean"}, {"moving_variance", "running_var"}}};

template <std::size_t Size>
std::optional<std::string_view> lookUp(const std::array<NamePair, Size> &pairs, std::string_view keras)
{
    for (const auto &pair : pairs)
        if (pair.keras == keras)
            return pair.torchvision;
    return std::nullopt;
}

/// "2a_branch2b" -> "layer1.0.conv2" or "layer1.0.bn2"; branch1 is the shortcut.
std::optional<std::string> blockName(std::string_view place, bool norm)
{
    if (place.size() < 4 || place[0] < '2' || place[0] > '5' || place[1] < 'a' || place[1] > 'f' || place[2] != '_')
        return std::nullopt;
    const auto branch = lookUp(branches, place.substr(3));
    if (!branch)
        return std::nullopt;
    const std::string block = fmt::format("layer{}.{}.", place[0] - '1', place[1] - 'a');
    if (branch->empty())
        return block + (norm ? "downsample.1" : "downsample.0");
    return fmt::format("{}{}{}", block, norm ? "bn" : "conv", *branch);
}

/// The torchvision name of a Keras one, nothing if it is no part of the network.
std::optional<std::string> torchvisionName(std::string_view keras)
{
    const std::size_t slash = keras.find('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    const std::string_view layer = keras.substr(0, slash);
    const bool norm = layer.starts_with("bn");
    const auto part =
        norm ? lookUp(normParts, keras.substr(slash + 1)) : lookUp(convolutionParts, keras.substr(slash + 1));
    std::optional<std::string> name;
    if (layer == "conv1")
        name = "conv1";
    else if (layer == "bn_conv1")
        name = "bn1";
    else if (norm)
        name = blockName(layer.substr(2), true);
    else if (layer.starts_with("res"))
        name = blockName(layer.substr(3), false);
    if (!part || !name)
        return std::nullopt;
    return fmt::format("{}.{}", *name, *part);
}

/// height x width x in x out -> out x in x height x width
StoredTensor transposedKernel(const StoredTensor &kernel)
{
    const auto side = [&](std::size_t axis) { return static_cast<std::size_t>(kernel.shape[axis]); };
    const std::size_t pixels = side(0) * side(1);
    const std::size_t in = side(2);
    const std::size_t out = side(3);
    StoredTensor turned{TensorType::Float32,
                        {kernel.shape[3], kernel.shape[2], kernel.shape[0], kernel.shape[1]},
                        std::vector<std::uint8_t>(kernel.bytes.size())};
    for (std::size_t o = 0; o < out; ++o)
        for (std::size_t i = 0; i < in; ++i)
            for (std::size_t p = 0; p < pixels; ++p)
                std::memcpy(turned.bytes.data() + ((o * in + i) * pixels + p) * sizeof(float),
                            kernel.bytes.data() + ((p * in + i) * out + o) * sizeof(float), sizeof(float));
    return turned;
}

} // namespace

Result<TensorArchive> convertKerasResNet50(const TensorArchive &keras)
{
    TensorArchive converted;
    for (const auto &[name, tensor] : keras.tensors) {
        if (name.starts_with("fc1000/") || name.starts_with("probs/"))
            continue;
        const auto target = torchvisionName(name);
        if (!target)
            return fail(ErrorCode::BadFormat,
                        fmt::format("weight \"{}\" is no part of Keras' ResNet-50", printable(name)));
        const bool kernel = name.ends_with("/kernel");
        if (kernel && (tensor.shape.size() != 4 || tensor.type != TensorType::Float32 || tensor.bytes.empty()))
            return fail(ErrorCode::BadFormat, fmt::format("kernel \"{}\" of shape {} is not height x width x in x out",
                                                          printable(name), shapeText(tensor.shape)));
        converted.tensors.emplace(*target, kernel ? transposedKernel(tensor) : tensor);
    }
    return converted;
}

} // namespace patina
