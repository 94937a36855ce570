#pragma once

#include "core/base/result.h"
#include "core/base/tensor_archive.h"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace patina {

/// Architectures Patina can build. TorchScript modules carry their own code and run only when trusted.
enum class Architecture { EfficientNetLite0, ResNet18, ResNet50, ResNet50Caffe, WideResNet50x2, TorchScript, Tiny };

/// "efficientnet-lite0", "resnet18", "resnet50", "resnet50-caffe", "wide_resnet50_2", "torchscript", "tiny".
std::string_view architectureName(Architecture architecture);
Result<Architecture> architectureFromName(std::string_view name);

/// How 0..255 RGB becomes the network's input: channel order, then (x - mean) / deviation per channel.
struct InputNormalisation
{
    bool bgr = false;
    std::array<float, 3> mean{};
    std::array<float, 3> deviation{1, 1, 1};
    bool operator==(const InputNormalisation &) const = default;
};

struct BackboneLayer
{
    std::string name; ///< "blocks.2", "layer2", ...
    int stride = 8;
    int channels = 0;
    bool operator==(const BackboneLayer &) const = default;
};

/// Everything a backbone file says about itself.
struct BackboneInfo
{
    std::string name;
    Architecture architecture = Architecture::EfficientNetLite0;
    std::vector<BackboneLayer> layers;      ///< every layer that can be tapped
    std::vector<std::string> defaultLayers; ///< those used unless the user says otherwise
    InputNormalisation normalisation;
    std::string source;  ///< package or file it came from
    std::string licence; ///< SPDX name, or "unknown"
    std::string sha256;  ///< identity: backboneSha256() of weights, architecture and normalisation
    int haloPx = -1;     ///< TorchScript only: pixels of context a side; -1 = not applicable
};

/// A backbone in memory: facts, tensors (empty for TorchScript) and the module file of a TorchScript one.
struct Backbone
{
    BackboneInfo info;
    TensorArchive tensors;
    std::filesystem::path modulePath;
};

} // namespace patina
