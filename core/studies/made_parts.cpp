#include "core/studies/made_parts.h"

#include "core/image/image_file.h"
#include "core/synthesis/dataset_writer.h"
#include "core/synthesis/surfaces/exemplar_images.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

namespace patina {

namespace {

namespace fs = std::filesystem;

using Size = std::pair<int, int>; ///< width, height

Result<std::map<Size, std::vector<fs::path>>> bySize(const Dataset &dataset)
{
    std::map<Size, std::vector<fs::path>> sizes;
    for (const ImageRecord &image : dataset.images) {
        auto info = probeImage(image.path);
        if (!info)
            return failFrom(std::move(info));
        sizes[{info->width, info->height}].push_back(image.path);
    }
    return sizes;
}

int shareOf(int total, std::size_t part, std::size_t all)
{
    return std::max(
        1, static_cast<int>(static_cast<double>(total) * static_cast<double>(part) / static_cast<double>(all) + 0.5));
}

} // namespace

Result<void> checkOneDepth(const Dataset &dataset)
{
    std::map<int, fs::path> depths;
    for (const ImageRecord &image : dataset.images) {
        if (image.split != Split::Train || !image.isGood())
            continue;
        const auto info = probeImage(image.path);
        if (!info)
            return tl::unexpected(info.error());
        depths.emplace(info->bitDepth, image.path);
        if (depths.size() > 1)
            return fail(ErrorCode::BadArgument,
                        fmt::format("the image {} has 8 bits a channel and {} has 16: a model takes one depth, leave "
                                    "out those of the other",
                                    depths.at(8).string(), depths.at(16).string()));
    }
    return {};
}

Result<Dataset> makeParts(const SynthesisSpec &recipe, const Dataset &like, std::uint64_t seed, const fs::path &folder,
                          int threads, const JobContext &context)
{
    if (recipe.surface != "exemplar")
        return fail(
            ErrorCode::BadArgument,
            fmt::format("the recipe makes the surface \"{}\"; parts like real ones have \"exemplar\"", recipe.surface));
    if (auto checked = checkOneDepth(like); !checked)
        return failFrom(std::move(checked));
    const auto sizes = bySize(like);
    if (!sizes)
        return tl::unexpected(sizes.error());
    std::vector<fs::path> all;
    for (const ImageRecord &image : like.images)
        all.push_back(image.path);
    const auto bitDepth = synthesis::bitDepthOf(all, context); // one for images of all sizes
    if (!bitDepth)
        return tl::unexpected(bitDepth.error());
    Dataset made;
    for (const auto &[size, paths] : *sizes) {
        auto chosen =
            synthesis::chooseExemplar(paths, recipe.exemplar.base, cv::Size(size.first, size.second), context);
        if (!chosen)
            return failFrom(std::move(chosen));
        SynthesisSpec spec = recipe;
        spec.exemplar = std::move(chosen->spec);
        spec.widthPx = size.first;
        spec.heightPx = size.second;
        spec.bitDepth = *bitDepth;
        spec.seed = recipe.seed + seed;
        spec.counts = {shareOf(recipe.counts.train, paths.size(), like.images.size()), 0, 0, 0, 0};
        spec.version = spec.impurities.empty() ? SynthesisVersion::Clean : SynthesisVersion::Stained;
        const std::string name = fmt::format("{}x{}", size.first, size.second);
        auto written = writeDataset(spec, folder / name, {threads}, context);
        if (!written)
            return failFrom(std::move(written));
        auto opened = openDataset(folder / name, context);
        if (!opened)
            return opened;
        for (ImageRecord &image : opened->images)
            image.id = name + "/" + image.id;
        std::ranges::move(opened->images, std::back_inserter(made.images));
        made.root = folder;
        made.classes = std::move(opened->classes);
    }
    return made;
}

} // namespace patina
