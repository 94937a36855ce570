#include "core/backbone/architecture.h"
#include "core/backbone/backbone_metadata.h"
#include "core/base/random.h"

#include <fmt/format.h>

#include <cmath>

namespace patina {

Backbone makeTinyBackbone(std::uint64_t seed)
{
    ArchitectureFacts facts = architectureFacts(Architecture::Tiny);
    Backbone backbone;
    Random random(seed);
    for (const ExpectedTensor &tensor : facts.tensors) {
        // He: deviation sqrt(2 / fan-in). Biases get a small spread, so that padding and folding errors show.
        const bool isBias = tensor.shape.size() == 1;
        const std::int64_t fanIn = isBias ? 1 : *shapeCount(tensor.shape) / tensor.shape[0];
        const double deviation = isBias ? 0.1 : std::sqrt(2.0 / static_cast<double>(fanIn));
        std::vector<float> values(static_cast<std::size_t>(*shapeCount(tensor.shape)));
        for (float &value : values)
            value = static_cast<float>(random.normal() * deviation);
        backbone.tensors.tensors.emplace(tensor.name, makeTensor(tensor.shape, values));
    }
    backbone.info = {"tiny",
                     Architecture::Tiny,
                     std::move(facts.layers),
                     std::move(facts.defaultLayers),
                     facts.normalisation,
                     fmt::format("generated from seed {}", seed),
                     "CC0-1.0",
                     {},
                     -1};
    backbone.info.sha256 = backboneSha256(backbone.info, tensorsSha256(backbone.tensors));
    return backbone;
}

} // namespace patina
