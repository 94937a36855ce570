#include "core/features/architecture.h"
#include "core/features/backbone_metadata.h"

#include <fmt/format.h>

#include <cmath>

namespace patina {

namespace {

/// SplitMix64 (Steele, Lea, Flood 2014): the standard library's distributions differ between implementations.
class PortableNormal
{
public:
    explicit PortableNormal(std::uint64_t seed) : m_state(seed) {}

    /// Mean 0, variance 1: the sum of twelve uniforms less 6 (Irwin-Hall). Additions only, so the same bits everywhere.
    double operator()()
    {
        double sum = -6.0;
        for (int i = 0; i < 12; ++i)
            sum += static_cast<double>(next() >> 11U) * 0x1p-53;
        return sum;
    }

private:
    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }

    std::uint64_t m_state;
};

} // namespace

Backbone makeTinyBackbone(std::uint64_t seed)
{
    ArchitectureFacts facts = architectureFacts(Architecture::Tiny);
    Backbone backbone;
    PortableNormal normal(seed);
    for (const ExpectedTensor &tensor : facts.tensors) {
        // He: deviation sqrt(2 / fan-in). Biases get a small spread, so that padding and folding errors show.
        const bool isBias = tensor.shape.size() == 1;
        const std::int64_t fanIn = isBias ? 1 : *shapeCount(tensor.shape) / tensor.shape[0];
        const double deviation = isBias ? 0.1 : std::sqrt(2.0 / static_cast<double>(fanIn));
        std::vector<float> values(static_cast<std::size_t>(*shapeCount(tensor.shape)));
        for (float &value : values)
            value = static_cast<float>(normal() * deviation);
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
