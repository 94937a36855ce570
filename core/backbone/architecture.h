#pragma once

#include "core/backbone/backbone.h"

#include <cstdint>
#include <string>
#include <vector>

namespace patina {

/// A tensor that a backbone of an architecture must hold, float32, of exactly this shape.
struct ExpectedTensor
{
    std::string name;
    std::vector<std::int64_t> shape;
    bool operator==(const ExpectedTensor &) const = default;
};

/// What is known of an architecture before any weights are read.
struct ArchitectureFacts
{
    Architecture architecture = Architecture::EfficientNetLite0;
    std::vector<BackboneLayer> layers; ///< every layer that can be tapped, from the input on; empty for TorchScript
    std::vector<std::string> defaultLayers;
    InputNormalisation normalisation;
    std::vector<ExpectedTensor> tensors; ///< in the order of the data flow; empty for TorchScript
};

/// Every architecture, in the order in which they are offered.
std::vector<Architecture> allArchitectures();

ArchitectureFacts architectureFacts(Architecture architecture);

/// The tensors of `found` that the architecture uses, everything else (classifier heads) left out.
/// Errors: BadFormat, naming the first tensor that is missing, of another type or shape, or not
/// finite, or a variance that is negative.
Result<TensorArchive> selectTensors(Architecture architecture, TensorArchive found);

/// A small network with He-normal weights (He et al. 2015) for tests and demonstrations: the same seed gives the same
/// bits on every machine. Layers "layer1", "layer2", "layer3" at strides 4, 8, 16 with 16, 24, 32 channels.
Backbone makeTinyBackbone(std::uint64_t seed);

} // namespace patina
