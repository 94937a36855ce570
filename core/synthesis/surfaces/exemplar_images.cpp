#include "core/synthesis/surfaces/exemplar_images.h"

#include "core/base/printable.h"
#include "core/base/sha256.h"
#include "core/dataset/text_file.h"
#include "core/image/image_source.h"
#include "core/synthesis/spec_fields.h"
#include "core/synthesis/synthesis_spec.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace patina {

std::string_view nameOf(ExemplarBase base)
{
    return base == ExemplarBase::Photo ? "photo" : "texture";
}

namespace synthesis {

namespace fs = std::filesystem;

namespace {

constexpr double mostShapeShare = 0.25;                        ///< machined textures have 0 to 0.16
constexpr std::int64_t mostPhotoBytes = std::int64_t{1} << 30; ///< should all of them be needed

std::int64_t bytesOf(int bitDepth)
{
    return bitDepth > 8 ? 2 : 1;
}

Result<void> checkFile(const ExemplarImage &image, const JobContext &context)
{
    auto found = sha256OfFile(image.path, context);
    if (!found && found.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::NotFound,
                    fmt::format("the exemplar image {} of the specification is gone; put it back or name the images "
                                "anew with --like",
                                image.path));
    if (!found)
        return failFrom(std::move(found));
    if (*found != image.sha256)
        return fail(ErrorCode::Corrupt,
                    fmt::format("the exemplar image {} has changed since the specification was made: its SHA-256 is "
                                "{}, not {}; restore it or name the images anew with --like",
                                image.path, *found, image.sha256));
    return {};
}

Result<void> checkSize(const std::string &path, cv::Size found, cv::Size least, std::string_view why)
{
    if (found.width >= least.width && found.height >= least.height)
        return {};
    return fail(ErrorCode::BadArgument, fmt::format("the exemplar image {} is {}x{}, {} at least {}x{}; leave it out "
                                                    "or ask for smaller images with --size",
                                                    path, found.width, found.height, why, least.width, least.height));
}

struct SizedImage
{
    fs::path path;
    cv::Size size;
    std::int64_t bytes; ///< in memory
};

/// Of them as many as `count`, evenly over the list.
std::vector<SizedImage> thinned(const std::vector<SizedImage> &images, std::size_t count)
{
    std::vector<SizedImage> kept;
    for (std::size_t i = 0; i < count; ++i)
        kept.push_back(images[i * images.size() / count]);
    return kept;
}

/// As many photos as may be in memory at the same time, and as a specification may name.
std::vector<SizedImage> thinnedPhotos(const std::vector<SizedImage> &images)
{
    std::size_t count = std::min(images.size(), std::size_t{largestExemplar});
    for (;;) {
        std::vector<SizedImage> kept = thinned(images, count);
        std::int64_t bytes = 0;
        for (const SizedImage &image : kept)
            bytes += image.bytes;
        if (bytes <= mostPhotoBytes || count == 1)
            return kept;
        const auto share = static_cast<double>(mostPhotoBytes) / static_cast<double>(bytes);
        const auto fitting = static_cast<std::size_t>(static_cast<double>(count) * share);
        count = std::clamp(fitting, std::size_t{1}, count - 1);
    }
}

/// Those that are large enough, or as many of them as there may be; of whole photos `chosen` learns the size.
Result<std::vector<SizedImage>> fittingOf(const std::vector<SizedImage> &images, ChosenExemplar &chosen)
{
    const bool whole = chosen.spec.whole;
    const bool photo = chosen.spec.base == ExemplarBase::Photo;
    const bool cut = !whole && photo;
    const cv::Size least = cut ? chosen.size : cv::Size(smallestSidePx, smallestSidePx);
    std::vector<SizedImage> fitting;
    for (const SizedImage &image : images)
        if (const cv::Size size = image.size; size.width >= least.width && size.height >= least.height &&
                                              (!whole || std::max(size.width, size.height) <= largestSidePx))
            fitting.push_back(image);
    if (fitting.empty() && whole)
        return fail(ErrorCode::BadArgument,
                    fmt::format("none of the {} images of --like has sides of {} to {} pixels, as images made like "
                                "them may have; the first is {}x{}",
                                images.size(), smallestSidePx, largestSidePx, images.front().size.width,
                                images.front().size.height));
    if (fitting.empty())
        return fail(ErrorCode::BadArgument,
                    fmt::format("none of the {} images of --like is as large as {}x{}; ask for smaller images with "
                                "--size",
                                images.size(), least.width, least.height));
    std::vector<SizedImage> kept =
        photo ? thinnedPhotos(fitting) : thinned(fitting, std::min(fitting.size(), std::size_t{mostTextures}));
    for (const auto &[path, size, bytes] : kept)
        if (whole)
            chosen.size = {std::max(chosen.size.width, size.width), std::max(chosen.size.height, size.height)};
    return kept;
}

void warnOfShape(const ExemplarImages &images, const JobContext &context)
{
    std::vector<double> shares;
    for (const PhotoLook &look : images.looks)
        shares.push_back(look.shapeShare);
    std::ranges::sort(shares);
    const double median = shares.empty() ? 0.0 : shares[shares.size() / 2];
    if (images.base == ExemplarBase::Texture && median > mostShapeShare)
        context.notice(fmt::format("the images of --like show the shape of a part (in half of them {:.0f} % or more of "
                                   "the contrast is between regions, {:.0f} % would pass for texture): new texture "
                                   "becomes blotches, --base photo keeps the shape",
                                   100.0 * median, 100.0 * mostShapeShare));
}

/// Looked at no longer than it takes to know whether any of them has colours.
Result<void> addPhoto(const std::string &path, cv::Size least, const JobContext &context, std::int64_t &bytes,
                      ExemplarImages &loaded)
{
    const auto info = probeImage(path);
    if (!info)
        return tl::unexpected(info.error());
    if (auto sized = checkSize(path, info->size(), least, "but photos are a base for images of"); !sized)
        return sized;
    bytes += std::int64_t{info->width} * info->height * info->channels * bytesOf(loaded.bitDepth);
    if (bytes > mostPhotoBytes)
        return fail(ErrorCode::TooLarge, fmt::format("the photos of the exemplar, up to {}, take more than {} MiB; "
                                                     "name fewer or smaller ones",
                                                     path, mostPhotoBytes >> 20));
    if (loaded.grey && info->channels != 1) {
        const auto pixels = readExemplar(path, loaded.bitDepth, context);
        if (!pixels)
            return tl::unexpected(pixels.error());
        loaded.grey = pixels->channels() == 1;
    }
    loaded.photos.add(path, info->size(), loaded.bitDepth);
    return {};
}

Result<void> addTexture(const std::string &path, cv::Size least, const JobContext &context, ExemplarImages &loaded)
{
    auto pixels = readExemplar(path, loaded.bitDepth, context);
    if (!pixels)
        return failFrom(std::move(pixels));
    if (auto sized = checkSize(path, pixels->size(), least, "but must be"); !sized)
        return sized;
    loaded.grey = loaded.grey && pixels->channels() == 1;
    const cv::Mat1f brightness = brightnessOf(*pixels, loaded.bitDepth);
    loaded.grain.push_back(grainOf(brightness));
    loaded.looks.push_back(lookOf(*pixels, loaded.bitDepth));
    if (loaded.bitDepth > 8)
        pixels->convertTo(*pixels, CV_8U, 255.0 / whiteOf(loaded.bitDepth));
    loaded.fits.push_back(fitExemplar(*pixels));
    return {};
}

} // namespace

Result<std::shared_ptr<const ExemplarImages>> loadExemplar(const ExemplarSpec &spec, cv::Size image,
                                                           const JobContext &context, int bitDepth)
{
    if (spec.images.empty())
        return fail(ErrorCode::BadArgument,
                    "surface is exemplar but exemplar.images is empty; name real images with --like");
    auto loaded = std::make_shared<ExemplarImages>();
    loaded->base = spec.base;
    loaded->bitDepth = bitDepth;
    loaded->grey = true;
    const bool photo = spec.base == ExemplarBase::Photo;
    const cv::Size least = photo && !spec.whole ? image : cv::Size(smallestSidePx, smallestSidePx);
    const auto total = static_cast<std::int64_t>(spec.images.size());
    context.report("exemplar", 0, total);
    std::int64_t bytes = 0;
    for (const ExemplarImage &one : spec.images) {
        auto added = checkFile(one, context).and_then([&] {
            return photo ? addPhoto(one.path, least, context, bytes, *loaded)
                         : addTexture(one.path, least, context, *loaded);
        });
        if (!added)
            return failFrom(std::move(added));
        loaded->paths.push_back(one.path);
        context.report("exemplar", static_cast<std::int64_t>(loaded->paths.size()), total);
    }
    warnOfShape(*loaded, context);
    return std::shared_ptr<const ExemplarImages>(std::move(loaded));
}

namespace {

/// As a specification, which is JSON, names an image.
Result<std::string> nameOf(const fs::path &path)
{
    std::error_code ignored;
    std::string name = fs::absolute(path, ignored).lexically_normal().string();
    if (!isUtf8(name))
        return fail(ErrorCode::Unsupported,
                    fmt::format("the name of the image {} or of its folder {} is not UTF-8, and a specification could "
                                "not name it: rename it",
                                printable(path.filename().string()), printable(path.parent_path().string())));
    return name;
}

} // namespace

Result<int> bitDepthOf(std::span<const fs::path> paths, const JobContext &context)
{
    for (const fs::path &path : paths) {
        const auto info = probeImage(path);
        if (!info)
            return tl::unexpected(info.error());
        if (info->bitDepth == 8)
            return 8;
    }
    if (paths.empty())
        return 8;
    double largest = 0.0;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (context.cancelled())
            return cancelledError();
        context.report("exemplar", static_cast<std::int64_t>(i), std::ssize(paths));
        const auto pixels = readExemplar(paths[i].string(), 16, context);
        if (!pixels)
            return tl::unexpected(pixels.error());
        double here = 0.0;
        cv::minMaxLoc(pixels->reshape(1), nullptr, &here);
        largest = std::max(largest, here);
    }
    for (const int bitDepth : synthesisBitDepths())
        if (bitDepth > 8 && largest <= whiteOf(bitDepth))
            return bitDepth;
    return 16;
}

Result<ChosenExemplar> chooseExemplar(std::span<const fs::path> paths, ExemplarBase base,
                                      std::optional<cv::Size> wanted, const JobContext &context)
{
    std::vector<SizedImage> images;
    std::map<std::pair<int, int>, int> sizes;
    for (const fs::path &path : paths) {
        if (const auto name = nameOf(path); !name)
            return tl::unexpected(name.error());
        auto info = probeImage(path);
        if (!info)
            return failFrom(std::move(info));
        if (context.cancelled())
            return cancelledError();
        images.push_back(
            {path, info->size(), std::int64_t{info->width} * info->height * info->channels * bytesOf(info->bitDepth)});
        ++sizes[{info->width, info->height}];
    }
    if (images.empty())
        return fail(ErrorCode::BadArgument,
                    "--like names no good images; name a data set with train/good or a folder of images");
    const bool photo = base == ExemplarBase::Photo;
    ChosenExemplar chosen;
    chosen.spec.base = base;
    chosen.spec.whole = photo && !wanted;
    const auto frequent = std::ranges::max_element(sizes, {}, [](const auto &size) { return size.second; })->first;
    chosen.size = wanted.value_or(chosen.spec.whole ? cv::Size() : cv::Size(frequent.first, frequent.second));
    auto fitting = fittingOf(images, chosen);
    if (!fitting)
        return tl::unexpected(fitting.error());
    std::vector<fs::path> kept;
    for (const SizedImage &image : *fitting) {
        auto sha256 = sha256OfFile(image.path, context);
        if (!sha256)
            return failFrom(std::move(sha256));
        chosen.spec.images.push_back({*nameOf(image.path), *sha256});
        kept.push_back(image.path);
    }
    const auto bitDepth = bitDepthOf(kept, context);
    if (!bitDepth)
        return tl::unexpected(bitDepth.error());
    chosen.bitDepth = *bitDepth;
    return chosen;
}

} // namespace synthesis

} // namespace patina
