#include "core/pipeline/intensity_probe.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

namespace patina {

namespace {

constexpr std::size_t headersToProbe = 256;
constexpr std::size_t imagesToDecode = 16;
constexpr int probeRows = 256;

/// Largest stored value of an image, in bands of rows.
Result<double> largestValue(ImageSource &image, const JobContext &context)
{
    const ImageInfo &info = image.info();
    double largest = 0.0;
    for (int y = 0; y < info.height; y += probeRows) {
        if (context.cancelled())
            return cancelledError();
        auto pixels = image.read({0, y, info.width, std::min(probeRows, info.height - y)});
        if (!pixels)
            return failFrom(std::move(pixels));
        double bandLargest = 0.0;
        cv::minMaxIdx(pixels->reshape(1), nullptr, &bandLargest);
        largest = std::max(largest, bandLargest);
    }
    return largest;
}

/// At most `count` of `values`, spread evenly.
std::vector<std::size_t> spread(const std::vector<std::size_t> &values, std::size_t count)
{
    if (values.size() <= count)
        return values;
    std::vector<std::size_t> some;
    for (std::size_t i = 0; i < count; ++i)
        some.push_back(values[i * values.size() / count]);
    return some;
}

/// What the headers of images say.
struct HeaderCounts
{
    std::map<int, std::vector<std::size_t>> byDepth;
    std::string problem = "there is none"; ///< of the last that could not be read
};

Result<HeaderCounts> countHeaders(const Dataset &dataset, const std::vector<std::size_t> &images,
                                  const JobContext &context)
{
    HeaderCounts counts;
    for (const std::size_t image : images) {
        if (context.cancelled())
            return cancelledError();
        if (const auto info = probeImage(dataset.images[image].path))
            counts.byDepth[info->bitDepth].push_back(image);
        else
            counts.problem = info.error().detail;
    }
    return counts;
}

/// The images of the depth that most have. Errors: Unreadable (none can be read), BadArgument (no depth is in the
/// majority).
Result<std::pair<int, std::vector<std::size_t>>> commonDepth(const HeaderCounts &counts)
{
    if (counts.byDepth.empty())
        return fail(ErrorCode::Unreadable, fmt::format("no training image can be read: {}", counts.problem));
    std::size_t all = 0;
    std::string depths;
    for (const auto &[depth, images] : counts.byDepth) {
        all += images.size();
        depths += fmt::format("{}{} with {} bits a channel", depths.empty() ? "" : " and ", images.size(), depth);
    }
    for (const auto &[depth, images] : counts.byDepth)
        if (2 * images.size() > all)
            return std::pair{depth, images};
    return fail(
        ErrorCode::BadArgument,
        fmt::format("the training images have no common bit depth, there are {}: a model takes one depth, train "
                    "one for each",
                    depths));
}

Result<double> largestValueOf(const Dataset &dataset, const std::vector<std::size_t> &images, const JobContext &context)
{
    double largest = 0.0;
    for (const std::size_t image : images) {
        const auto value =
            openImage(dataset.images[image].path, {}, context).and_then([&](std::unique_ptr<ImageSource> &&source) {
                return largestValue(*source, context);
            });
        if (!value && value.error().code == ErrorCode::Cancelled)
            return cancelledError();
        largest = std::max(largest, value.value_or(0.0));
    }
    return largest;
}

} // namespace

Result<ImageIntensity> probeIntensity(const Dataset &dataset, const std::vector<std::size_t> &images,
                                      const JobContext &context)
{
    auto counts = countHeaders(dataset, spread(images, headersToProbe), context);
    if (counts && counts->byDepth.empty())
        counts = countHeaders(dataset, images, context);
    if (!counts)
        return failFrom(std::move(counts));
    auto common = commonDepth(*counts);
    if (!common)
        return failFrom(std::move(common));
    const auto &[depth, alike] = *common;
    Result<double> largest = 0.0;
    if (depth != 8)
        largest = largestValueOf(dataset, spread(alike, imagesToDecode), context);
    if (!largest)
        return failFrom(std::move(largest));
    return ImageIntensity{depth, intensityScaleFor(depth, *largest)};
}

} // namespace patina
