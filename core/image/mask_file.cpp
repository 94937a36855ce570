#include "core/image/mask_file.h"

#include "core/image/image_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace patina {

namespace {

constexpr std::int64_t bandBytes = std::int64_t{16} << 20;

cv::Mat anyChannelOverZero(const cv::Mat &pixels)
{
    // Channels side by side as columns, so that one comparison serves them all.
    cv::Mat over = pixels.reshape(1) > 0;
    if (pixels.channels() == 1)
        return over;
    std::vector<cv::Mat> channels;
    cv::split(over.reshape(pixels.channels()), channels);
    for (std::size_t c = 1; c < channels.size(); ++c)
        cv::bitwise_or(channels[0], channels[c], channels[0]);
    return channels[0];
}

} // namespace

Result<cv::Mat> readGreyMask(const std::filesystem::path &path, const ImageLimits &limits, const JobContext &context)
{
    auto source = openImage(path, limits, context);
    if (!source)
        return failFrom(std::move(source));
    const ImageInfo info = (*source)->info();
    if (std::int64_t{info.width} * info.height > limits.maxDecodedBytes) {
        return detail::imageError(ErrorCode::TooLarge, path,
                                  fmt::format("a mask of {}x{} pixels is over the limit of {} bytes", info.width,
                                              info.height, limits.maxDecodedBytes));
    }
    auto mask = detail::allocatePixels(path, info.size(), CV_8UC1);
    if (!mask)
        return mask;
    const std::int64_t rowBytes = std::int64_t{info.width} * info.channels * (info.bitDepth / 8);
    const int bandRows = static_cast<int>(std::clamp<std::int64_t>(bandBytes / rowBytes, 1, info.height));
    for (int y = 0; y < info.height; y += bandRows) {
        if (context.cancelled())
            return cancelledError();
        const cv::Rect band(0, y, info.width, std::min(bandRows, info.height - y));
        auto pixels = (*source)->read(band);
        if (!pixels)
            return pixels;
        try {
            anyChannelOverZero(*pixels).copyTo((*mask)(band));
        } catch (const std::exception &) {
            return detail::imageError(ErrorCode::OutOfMemory, path, "no memory to read the mask");
        }
    }
    return mask;
}

} // namespace patina
