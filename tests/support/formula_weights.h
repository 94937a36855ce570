#pragma once

#include "core/backbone/architecture.h"

#include <opencv2/core.hpp>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

/// Weights and images that tests/reference/make_network_goldens.py makes by the same formulas.
namespace patina::support {

/// FNV-1a of the name seeds SplitMix64; 24 bits a value, in [0, 1).
inline std::vector<double> uniformFromName(const std::string &name, std::int64_t count)
{
    std::uint64_t state = 0xCBF29CE484222325ULL;
    for (const char letter : name)
        state = (state ^ static_cast<unsigned char>(letter)) * 0x100000001B3ULL;
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count; ++i) {
        state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        z ^= z >> 31U;
        values.push_back(static_cast<double>(z >> 40U) / (1U << 24U));
    }
    return values;
}

inline StoredTensor formulaTensor(const ExpectedTensor &expected)
{
    const std::int64_t count = shapeCount(expected.shape).value();
    const bool isKernel = expected.shape.size() == 4;
    const double bound = isKernel ? std::sqrt(6.0 / static_cast<double>(count / expected.shape[0])) : 0.0;
    std::vector<float> values;
    for (const double u : uniformFromName(expected.name, count)) {
        double value = 0.1 * (2 * u - 1);
        if (isKernel)
            value = (2 * u - 1) * bound;
        else if (expected.name.ends_with("running_var"))
            value = 1 + 0.5 * u;
        else if (expected.name.ends_with(".weight"))
            value = 1 + 0.1 * (2 * u - 1);
        values.push_back(static_cast<float>(value));
    }
    return makeTensor(expected.shape, values);
}

inline Backbone formulaBackbone(Architecture architecture)
{
    const ArchitectureFacts facts = architectureFacts(architecture);
    Backbone backbone;
    backbone.info.name = architectureName(architecture);
    backbone.info.architecture = architecture;
    backbone.info.layers = facts.layers;
    backbone.info.defaultLayers = facts.defaultLayers;
    backbone.info.normalisation = facts.normalisation;
    for (const ExpectedTensor &tensor : facts.tensors)
        backbone.tensors.tensors[tensor.name] = formulaTensor(tensor);
    return backbone;
}

/// CV_8UC3, B, G, R; the formula speaks of R, G, B.
inline cv::Mat formulaImage(int width, int height)
{
    cv::Mat image(height, width, CV_8UC3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < 3; ++c)
                image.at<cv::Vec3b>(y, x)[2 - c] =
                    static_cast<unsigned char>((x * 7 + y * 13 + c * 29 + (x * y) % 17 * 5) % 256);
    return image;
}

} // namespace patina::support
