#include "ui/canvas/tone.h"

#include "core/image/image_source.h"

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr int kValues = 65536;

template <typename Value>
void count(const cv::Mat &pixels, std::vector<std::int64_t> &counts)
{
    for (int y = 0; y < pixels.rows; ++y) {
        const Value *row = pixels.ptr<Value>(y);
        for (int x = 0; x < pixels.cols * pixels.channels(); ++x)
            ++counts[row[x]];
    }
}

std::vector<std::int64_t> countsOf(const cv::Mat &pixels)
{
    std::vector<std::int64_t> counts(kValues);
    if (pixels.depth() == CV_8U)
        count<uchar>(pixels, counts);
    else
        count<ushort>(pixels, counts);
    return counts;
}

/// The first value at which `wanted` pixels have passed.
template <typename Counts>
int valueAfter(const Counts &counts, double wanted)
{
    double passed = 0.0;
    int value = 0;
    for (const std::int64_t number : counts) {
        passed += static_cast<double>(number);
        if (passed > wanted)
            return value;
        ++value;
    }
    return kValues - 1;
}

} // namespace

ToneWindow usualTone(int bitDepth, int largestValue)
{
    const IntensityScale scale = intensityScaleFor(bitDepth, largestValue);
    return {static_cast<int>(scale.black), static_cast<int>(scale.white)};
}

ToneWindow toneByShare(const cv::Mat &pixels, double share)
{
    if (pixels.empty())
        return {};
    std::vector<std::int64_t> counts = countsOf(pixels);
    const double wanted = share * static_cast<double>(pixels.total()) * pixels.channels();
    const int black = valueAfter(counts, wanted);
    std::ranges::reverse(counts);
    const int white = kValues - 1 - valueAfter(counts, wanted);
    return {std::min(black, kValues - 2), std::max(white, black + 1)};
}

std::vector<double> valueHistogram(const cv::Mat &pixels, int bins, int fullScale)
{
    std::vector<double> parts(static_cast<std::size_t>(bins));
    if (pixels.empty())
        return parts;
    const std::vector<std::int64_t> counts = countsOf(pixels);
    for (int value = 0; value <= std::min(fullScale, kValues - 1); ++value) {
        const auto bin = static_cast<std::size_t>(std::int64_t{value} * bins / (fullScale + 1));
        parts[bin] += static_cast<double>(counts[static_cast<std::size_t>(value)]);
    }
    return parts;
}

ToneTable::ToneTable(const ToneWindow &window) : m_window(window), m_shown(kValues)
{
    const double gain = 255.0 / std::max(1, window.white - window.black);
    for (int value = 0; value < kValues; ++value)
        m_shown[static_cast<std::size_t>(value)] = cv::saturate_cast<uchar>(std::lround((value - window.black) * gain));
}

cv::Mat ToneTable::applied(const cv::Mat &stored) const
{
    if (stored.depth() == CV_8U && m_window == ToneWindow{})
        return stored;
    cv::Mat shown(stored.size(), CV_MAKETYPE(CV_8U, stored.channels()));
    const int values = stored.cols * stored.channels();
    for (int y = 0; y < stored.rows; ++y) {
        uchar *out = shown.ptr<uchar>(y);
        if (stored.depth() == CV_8U) {
            const uchar *in = stored.ptr<uchar>(y);
            for (int x = 0; x < values; ++x)
                out[x] = m_shown[in[x]];
        } else {
            const ushort *in = stored.ptr<ushort>(y);
            for (int x = 0; x < values; ++x)
                out[x] = m_shown[in[x]];
        }
    }
    return shown;
}

} // namespace patina
