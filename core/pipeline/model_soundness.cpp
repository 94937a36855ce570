#include "core/pipeline/model_soundness.h"

#include <fmt/format.h>

#include <cstdint>

namespace patina {

namespace {

constexpr int largestSidePx = 1 << 24;

std::string unsoundVersion(const ModelInfo &info)
{
    auto left = static_cast<std::int64_t>(info.images.size());
    for (const DatasetVersion &version : info.versions) {
        if (version.images < 0 || version.images > left)
            return fmt::format("version '{}' has {} images of {}", version.name, version.images, info.images.size());
        left -= version.images;
    }
    return left == 0 ? std::string() : fmt::format("versions lack {} of {} images", left, info.images.size());
}

std::string unsoundSuspect(const ModelInfo &info)
{
    const auto side = [](int px) { return px >= 0 && px <= largestSidePx; };
    for (const SuspectRegion &suspect : info.suspects)
        if (suspect.image.empty() || !side(suspect.areaPx.x) || !side(suspect.areaPx.y) ||
            !side(suspect.areaPx.width) || !side(suspect.areaPx.height))
            return fmt::format("support has a suspect outside its image '{}'", suspect.image);
    return {};
}

} // namespace

std::string unsoundField(const ModelInfo &info)
{
    if (info.layers.empty())
        return "backbone.layers is empty";
    if (info.tilePx < 0 || info.tilePx > 1 << 16)
        return fmt::format("tilePx {} is outside 0..65536", info.tilePx);
    if (!(info.scale > 0.0 && info.scale <= 1.0))
        return fmt::format("scale {} is outside (0, 1]", info.scale);
    if (info.bitDepth != 8 && info.bitDepth != 16)
        return fmt::format("bitDepth {} is neither 8 nor 16", info.bitDepth);
    if (info.shards < 1)
        return fmt::format("shards {} is below 1", info.shards);
    if (!(info.intensity.white > info.intensity.black))
        return fmt::format("intensity white {} is not above black {}", info.intensity.white, info.intensity.black);
    if (!(info.sigmaPx >= 0.0 && info.sigmaPx <= 1000.0))
        return fmt::format("sigmaPx {} is outside 0..1000", info.sigmaPx);
    if (info.scoreScale.images < 0 || (info.scoreScale.images > 0 && !(info.scoreScale.upper > info.scoreScale.median)))
        return fmt::format("scoreScale upper {} is not above median {}", info.scoreScale.upper, info.scoreScale.median);
    const std::string version = unsoundVersion(info);
    return version.empty() ? unsoundSuspect(info) : version;
}

} // namespace patina
