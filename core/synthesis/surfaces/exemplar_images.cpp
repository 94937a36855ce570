#include "core/synthesis/surfaces/exemplar_images.h"

#include "core/base/sha256.h"
#include "core/image/image_source.h"
#include "core/synthesis/spec_fields.h"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

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

constexpr double mostShapeShare = 0.25; ///< machined textures have 0 to 0.16
constexpr std::int64_t mostPhotoBytes = std::int64_t{1} << 30;

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

/// 8 bits; grey stays grey, and colours that are none become grey.
Result<cv::Mat> readExemplar(const std::string &path, const JobContext &context)
{
    auto source = openImage(path, {}, context);
    if (!source)
        return failFrom(std::move(source));
    const cv::Size size = (*source)->info().size();
    auto pixels = (*source)->read({0, 0, size.width, size.height});
    if (!pixels)
        return pixels;
    if (pixels->depth() == CV_16U) {
        double largest = 0.0;
        cv::minMaxLoc(pixels->reshape(1), nullptr, &largest);
        pixels->convertTo(*pixels, CV_8U, 255.0 / intensityScaleFor(16, largest).white);
    }
    if (pixels->channels() == 3) {
        std::vector<cv::Mat1b> channels;
        cv::split(*pixels, channels);
        if (cv::countNonZero(channels[0] != channels[1]) + cv::countNonZero(channels[1] != channels[2]) == 0)
            *pixels = channels[0];
    }
    return pixels;
}

cv::Mat1f brightnessOf(const cv::Mat &pixels)
{
    cv::Mat grey = pixels;
    if (pixels.channels() == 3)
        cv::cvtColor(pixels, grey, cv::COLOR_BGR2GRAY);
    cv::Mat1f brightness;
    grey.convertTo(brightness, CV_32F);
    return brightness;
}

Result<void> checkSize(const std::string &path, cv::Size found, cv::Size least, std::string_view why)
{
    if (found.width >= least.width && found.height >= least.height)
        return {};
    return fail(ErrorCode::BadArgument, fmt::format("the exemplar image {} is {}x{}, {} at least {}x{}; leave it out "
                                                    "or ask for smaller images with --size",
                                                    path, found.width, found.height, why, least.width, least.height));
}

using SizedImage = std::pair<fs::path, cv::Size>;

/// As many as `most`, spread over the images that are large enough; of whole photos `chosen` learns the size.
Result<std::vector<fs::path>> fittingOf(const std::vector<SizedImage> &images, ChosenExemplar &chosen, int most)
{
    const bool whole = chosen.spec.whole;
    const bool cut = !whole && chosen.spec.base == ExemplarBase::Photo;
    const cv::Size least = cut ? chosen.size : cv::Size(smallestSidePx, smallestSidePx);
    std::vector<SizedImage> fitting;
    for (const SizedImage &image : images)
        if (const cv::Size size = image.second; size.width >= least.width && size.height >= least.height &&
                                                (!whole || std::max(size.width, size.height) <= largestSidePx))
            fitting.push_back(image);
    if (fitting.empty() && whole)
        return fail(ErrorCode::BadArgument,
                    fmt::format("none of the {} images of --like has sides of {} to {} pixels, as images made like "
                                "them may have; the first is {}x{}",
                                images.size(), smallestSidePx, largestSidePx, images.front().second.width,
                                images.front().second.height));
    if (fitting.empty())
        return fail(ErrorCode::BadArgument,
                    fmt::format("none of the {} images of --like is as large as {}x{}; ask for smaller images with "
                                "--size",
                                images.size(), least.width, least.height));
    const std::size_t count = std::min(fitting.size(), static_cast<std::size_t>(most));
    std::vector<fs::path> kept;
    for (std::size_t i = 0; i < count; ++i) {
        const auto &[path, size] = fitting[i * fitting.size() / count];
        kept.push_back(path);
        if (whole)
            chosen.size = {std::max(chosen.size.width, size.width), std::max(chosen.size.height, size.height)};
    }
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

} // namespace

Result<std::shared_ptr<const ExemplarImages>> loadExemplar(const ExemplarSpec &spec, cv::Size image,
                                                           const JobContext &context)
{
    if (spec.images.empty())
        return fail(ErrorCode::BadArgument,
                    "surface is exemplar but exemplar.images is empty; name real images with --like");
    auto loaded = std::make_shared<ExemplarImages>();
    loaded->base = spec.base;
    loaded->grey = true;
    std::int64_t bytes = 0;
    const bool photo = spec.base == ExemplarBase::Photo;
    context.report("exemplar", 0, static_cast<std::int64_t>(spec.images.size()));
    for (const ExemplarImage &one : spec.images) {
        if (auto checked = checkFile(one, context); !checked)
            return failFrom(std::move(checked));
        auto pixels = readExemplar(one.path, context);
        if (!pixels)
            return failFrom(std::move(pixels));
        const auto sized = photo && !spec.whole
                               ? checkSize(one.path, pixels->size(), image, "but photos are a base for images of")
                               : checkSize(one.path, pixels->size(), {smallestSidePx, smallestSidePx}, "but must be");
        if (!sized)
            return tl::unexpected(sized.error());
        bytes += static_cast<std::int64_t>(pixels->total() * pixels->elemSize());
        if (photo && bytes > mostPhotoBytes)
            return fail(ErrorCode::TooLarge,
                        fmt::format("the {} photos of the exemplar take more than {} MiB; name fewer or smaller ones",
                                    spec.images.size(), mostPhotoBytes >> 20));
        loaded->grey = loaded->grey && pixels->channels() == 1;
        loaded->paths.push_back(one.path);
        const cv::Mat1f brightness = brightnessOf(*pixels);
        loaded->grain.push_back(grainOf(brightness));
        loaded->looks.push_back(lookOf(brightness));
        if (photo)
            loaded->photos.push_back(*pixels);
        else
            loaded->fits.push_back(fitExemplar(*pixels));
        context.report("exemplar", static_cast<std::int64_t>(loaded->paths.size()),
                       static_cast<std::int64_t>(spec.images.size()));
    }
    warnOfShape(*loaded, context);
    return std::shared_ptr<const ExemplarImages>(std::move(loaded));
}

Result<ChosenExemplar> chooseExemplar(std::span<const fs::path> paths, ExemplarBase base,
                                      std::optional<cv::Size> wanted, const JobContext &context)
{
    std::vector<SizedImage> images;
    std::map<std::pair<int, int>, int> sizes;
    for (const fs::path &path : paths) {
        auto info = probeImage(path);
        if (!info)
            return failFrom(std::move(info));
        if (context.cancelled())
            return cancelledError();
        images.emplace_back(path, info->size());
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
    auto fitting = fittingOf(images, chosen, photo ? mostPhotos : mostTextures);
    if (!fitting)
        return tl::unexpected(fitting.error());
    for (const fs::path &path : *fitting) {
        auto sha256 = sha256OfFile(path, context);
        if (!sha256)
            return failFrom(std::move(sha256));
        std::error_code ignored;
        const fs::path whole = fs::absolute(path, ignored);
        chosen.spec.images.push_back({whole.lexically_normal().string(), *sha256});
    }
    return chosen;
}

} // namespace synthesis

} // namespace patina
