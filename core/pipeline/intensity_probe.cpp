#include "core/pipeline/intensity_probe.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina {

namespace {

constexpr std::size_t imagesToProbe = 16;
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

} // namespace

Result<ImageIntensity> probeIntensity(const Dataset &dataset, const std::vector<std::size_t> &images,
                                      const JobContext &context)
{
    ImageIntensity intensity{0, {}};
    std::string problem = "there is none";
    double largest = 0.0;
    std::size_t probed = 0;
    const std::size_t step = std::max<std::size_t>(1, images.size() / imagesToProbe);
    for (std::size_t i = 0; i < images.size(); ++i) {
        if (intensity.bitDepth == 8 || probed == imagesToProbe)
            break;
        // Past the first readable image only every step-th one is looked at.
        if (intensity.bitDepth != 0 && i % step != 0)
            continue;
        auto source = openImage(dataset.images[images[i]].path);
        if (!source) {
            problem = source.error().detail;
            continue;
        }
        const int depth = (*source)->info().bitDepth;
        intensity.bitDepth = intensity.bitDepth == 0 ? depth : intensity.bitDepth;
        if (depth == 8)
            continue;
        auto value = largestValue(**source, context);
        if (!value && value.error().code == ErrorCode::Cancelled)
            return failFrom(std::move(value));
        largest = std::max(largest, value.value_or(0.0));
        ++probed;
    }
    if (intensity.bitDepth == 0)
        return fail(ErrorCode::Unreadable, fmt::format("no training image can be read: {}", problem));
    intensity.scale = intensityScaleFor(intensity.bitDepth, largest);
    return intensity;
}

} // namespace patina
