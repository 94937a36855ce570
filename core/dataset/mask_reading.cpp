#include "core/dataset/mask_reading.h"

#include "core/image/image_source.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina {

namespace {

constexpr int stripRows = 1024;

/// A mask is held whole, one byte a pixel: 2 GiB at most, whatever its header says.
constexpr ImageLimits maskLimits{.maxPixels = std::int64_t{2} << 30};

cv::Mat overZero(const cv::Mat &pixels)
{
    cv::Mat marked(pixels.size(), CV_8UC1, cv::Scalar(0));
    for (int channel = 0; channel < pixels.channels(); ++channel) {
        cv::Mat plane;
        cv::extractChannel(pixels, plane, channel);
        cv::bitwise_or(marked, plane > 0, marked);
    }
    return marked;
}

} // namespace

Result<cv::Mat> readMask(const std::filesystem::path &path, cv::Size imageSize)
{
    Result<std::unique_ptr<ImageSource>> source = openImage(path, maskLimits);
    if (!source)
        return failFrom(std::move(source));
    const ImageInfo info = (*source)->info();
    if (!imageSize.empty() && info.size() != imageSize)
        return fail(ErrorCode::ShapeMismatch,
                    fmt::format("mask {}x{} does not match image {}x{} ({})", info.width, info.height, imageSize.width,
                                imageSize.height, path.string()));
    try {
        cv::Mat mask(info.size(), CV_8UC1);
        for (int top = 0; top < info.height; top += stripRows) {
            const cv::Rect area(0, top, info.width, std::min(stripRows, info.height - top));
            Result<cv::Mat> strip = (*source)->read(area);
            if (!strip)
                return failFrom(std::move(strip));
            overZero(*strip).copyTo(mask(area));
        }
        return mask;
    } catch (const cv::Exception &error) {
        const bool memory = error.code == cv::Error::StsNoMem;
        return fail(memory ? ErrorCode::OutOfMemory : ErrorCode::Internal,
                    path.string() + (memory ? ": not enough memory for this mask" : ": the mask cannot be converted"));
    }
}

} // namespace patina
