#include "core/image/tiff_samples.h"

#include <cstdint>
#include <vector>

namespace patina::detail {

namespace {

/// Copies sample `first + i * direction` of each pixel to channel i.
template <typename Value>
void pickSamples(const cv::Mat &samples, const TiffLayout &layout, cv::Mat &pixels)
{
    const auto stride = static_cast<std::size_t>(samples.channels());
    for (int y = 0; y < samples.rows; ++y) {
        const Value *from = samples.ptr<Value>(y);
        Value *to = pixels.ptr<Value>(y);
        const auto width = static_cast<std::size_t>(samples.cols);
        if (layout.image.channels == 1) {
            for (std::size_t x = 0; x < width; ++x)
                to[x] = from[x * stride];
            continue;
        }
        for (std::size_t x = 0; x < width; ++x) {
            to[3 * x] = from[x * stride + 2];
            to[3 * x + 1] = from[x * stride + 1];
            to[3 * x + 2] = from[x * stride];
        }
    }
}

} // namespace

void pixelsFromSamples(std::span<const cv::Mat> planes, const TiffLayout &layout, cv::Mat &pixels)
{
    if (layout.separatePlanes && layout.image.channels == 3)
        cv::merge(std::vector<cv::Mat>{planes[2], planes[1], planes[0]}, pixels);
    else if (planes[0].channels() == 1)
        planes[0].copyTo(pixels);
    else if (pixels.depth() == CV_8U)
        pickSamples<std::uint8_t>(planes[0], layout, pixels);
    else
        pickSamples<std::uint16_t>(planes[0], layout, pixels);
    if (layout.inverted)
        cv::bitwise_not(pixels, pixels);
}

} // namespace patina::detail
