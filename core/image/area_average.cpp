#include "core/image/area_average.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace patina::detail {

namespace {

constexpr std::int64_t bandBytes = std::int64_t{16} << 20;

/// One axis in units in which a source pixel is `reduced` long and a reduced pixel `full` long: overlaps are integers.
struct Axis
{
    std::int64_t full = 1;
    std::int64_t reduced = 1;

    int firstUnder(int i) const { return static_cast<int>(i * full / reduced); }
    int endUnder(int i) const { return static_cast<int>(((i + 1) * full + reduced - 1) / reduced); }
    std::uint32_t overlap(int sourcePixel, int i) const
    {
        const std::int64_t start = std::max(sourcePixel * reduced, i * full);
        const std::int64_t end = std::min((sourcePixel + 1) * reduced, (i + 1) * full);
        return static_cast<std::uint32_t>(end - start);
    }
};

/// The source rows under the reduced area, from the top to the bottom, read in bands.
class RowReader
{
public:
    RowReader(ImageSource &source, cv::Range columns, int endRow)
        : m_source(source), m_columns(columns), m_endRow(endRow)
    {
        const auto &info = source.info();
        const std::int64_t rowBytes = std::int64_t{columns.size()} * info.channels * (info.bitDepth / 8);
        m_bandRows = static_cast<int>(std::clamp<std::int64_t>(bandBytes / rowBytes, 1, info.height));
    }

    /// Rows may repeat the last one or go on from it.
    Result<cv::Mat> row(int y)
    {
        if (m_band.empty() || y >= m_firstRow + m_band.rows) {
            m_band.release();
            const int rows = std::min(m_bandRows, m_endRow - y);
            auto band = m_source.read({m_columns.start, y, m_columns.size(), rows});
            if (!band)
                return band;
            m_band = std::move(*band);
            m_firstRow = y;
        }
        return m_band.row(y - m_firstRow);
    }

private:
    ImageSource &m_source;
    cv::Range m_columns;
    int m_endRow;
    int m_bandRows = 1;
    int m_firstRow = 0;
    cv::Mat m_band;
};

template <typename Value, typename Sum>
void addRow(const cv::Mat &row, std::uint32_t weight, std::vector<Sum> &sums)
{
    const Value *values = row.ptr<Value>();
    for (std::size_t i = 0; i < sums.size(); ++i)
        sums[i] += static_cast<Sum>(values[i]) * weight;
}

/// Sums of one reduced row over its source rows become its pixels.
template <typename Value, typename Sum>
void averageColumns(const std::vector<Sum> &sums, int firstColumn, int channels, const Axis &across,
                    std::uint64_t total, int firstPixel, cv::Mat row)
{
    Value *pixels = row.ptr<Value>();
    for (int i = 0; i < row.cols; ++i) {
        const int pixel = firstPixel + i;
        for (int c = 0; c < channels; ++c) {
            std::uint64_t sum = total / 2;
            for (int x = across.firstUnder(pixel); x < across.endUnder(pixel); ++x) {
                const auto at = static_cast<std::size_t>(x - firstColumn) * static_cast<std::size_t>(channels);
                sum += std::uint64_t{sums[at + static_cast<std::size_t>(c)]} * across.overlap(x, pixel);
            }
            pixels[i * channels + c] = static_cast<Value>(sum / total);
        }
    }
}

template <typename Value, typename Sum>
Result<cv::Mat> average(ImageSource &source, cv::Size size, const cv::Rect &area)
{
    const ImageInfo &info = source.info();
    const Axis across{info.width, size.width};
    const Axis down{info.height, size.height};
    const auto total = static_cast<std::uint64_t>(across.full) * static_cast<std::uint64_t>(down.full);
    const cv::Range columns(across.firstUnder(area.x), across.endUnder(area.br().x - 1));
    RowReader reader(source, columns, down.endUnder(area.br().y - 1));
    std::vector<Sum> sums(static_cast<std::size_t>(columns.size()) * static_cast<std::size_t>(info.channels));
    cv::Mat pixels(area.size(), CV_MAKETYPE(cv::DataType<Value>::depth, info.channels));
    for (int i = 0; i < area.height; ++i) {
        const int pixelRow = area.y + i;
        std::fill(sums.begin(), sums.end(), Sum{0});
        for (int y = down.firstUnder(pixelRow); y < down.endUnder(pixelRow); ++y) {
            auto row = reader.row(y);
            if (!row)
                return row;
            addRow<Value>(*row, down.overlap(y, pixelRow), sums);
        }
        averageColumns<Value>(sums, columns.start, info.channels, across, total, area.x, pixels.row(i));
    }
    return pixels;
}

} // namespace

Result<cv::Mat> averageArea(ImageSource &source, cv::Size size, const cv::Rect &area)
{
    try {
        const bool shortSums = std::int64_t{source.info().height} * 65535 <= std::int64_t{UINT32_MAX};
        if (source.info().bitDepth == 8)
            return average<std::uint8_t, std::uint32_t>(source, size, area);
        return shortSums ? average<std::uint16_t, std::uint32_t>(source, size, area)
                         : average<std::uint16_t, std::uint64_t>(source, size, area);
    } catch (const std::exception &) {
        return fail(ErrorCode::OutOfMemory,
                    fmt::format("no memory to reduce an image to {}x{}", area.width, area.height));
    }
}

} // namespace patina::detail
