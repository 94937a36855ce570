#include "core/pipeline/same_space.h"

#include "core/base/sha256.h"
#include "core/base/tensor_archive.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>
#include <vector>

namespace patina {

namespace {

/// Words and values of what decides the features of an image.
std::vector<std::pair<std::string, std::string>> featureSettings(const ModelInfo &info)
{
    return {{"backbone", info.backboneName},
            {"SHA-256 of the backbone", info.backboneSha256},
            {"layers", fmt::format("{}", fmt::join(info.layers, ","))},
            {"scale", fmt::format("{}", info.scale)},
            {"bit depth", fmt::format("{}", info.bitDepth)},
            {"intensity", fmt::format("{}..{}", info.intensity.black, info.intensity.white)}};
}

std::string projectionText(const FeatureMatrix &projection)
{
    if (projection.dim() == 0)
        return "none";
    return fmt::format("{} to {} ({})", projection.rows(), projection.dim(),
                       sha256Of(bytesOf(projection.values())).substr(0, 8));
}

} // namespace

std::optional<SpaceDifference> differenceOfFeatures(const ModelInfo &one, const ModelInfo &other)
{
    const auto ofOne = featureSettings(one);
    const auto ofOther = featureSettings(other);
    for (std::size_t i = 0; i < ofOne.size(); ++i)
        if (ofOne[i].second != ofOther[i].second)
            return SpaceDifference{ofOne[i].first, ofOne[i].second, ofOther[i].second};
    return std::nullopt;
}

std::optional<SpaceDifference> differenceOfModels(const Model &one, const Model &other)
{
    if (auto difference = differenceOfFeatures(one.info, other.info))
        return difference;
    const std::string ofOne = projectionText(one.projection);
    const std::string ofOther = projectionText(other.projection);
    if (ofOne != ofOther)
        return SpaceDifference{"projection", ofOne, ofOther};
    return std::nullopt;
}

} // namespace patina
