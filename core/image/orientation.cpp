#include "core/image/orientation.h"

#include <optional>
#include <utility>

namespace patina {

cv::Size Orientation::shownSize(cv::Size stored) const
{
    return swapsAxes() ? cv::Size(stored.height, stored.width) : stored;
}

cv::Rect Orientation::storedArea(cv::Rect shown, cv::Size stored) const
{
    const cv::Size size = shownSize(stored);
    if (flipsColumns())
        shown.x = size.width - shown.x - shown.width;
    if (flipsRows())
        shown.y = size.height - shown.y - shown.height;
    return swapsAxes() ? cv::Rect(shown.y, shown.x, shown.height, shown.width) : shown;
}

cv::Mat Orientation::apply(cv::Mat stored) const
{
    if (swapsAxes()) {
        cv::Mat turned;
        cv::transpose(stored, turned);
        stored = std::move(turned);
    }
    if (flipsColumns() || flipsRows())
        cv::flip(stored, stored, !flipsRows() ? 1 : !flipsColumns() ? 0 : -1);
    return stored;
}

namespace {

constexpr unsigned orientationTag = 0x0112;
constexpr unsigned shortType = 3;

/// Numbers of a TIFF structure, none of them read past the end.
class ExifBlock
{
public:
    explicit ExifBlock(std::span<const std::uint8_t> bytes) : m_bytes(bytes)
    {
        m_littleEndian = bytes.size() >= 2 && bytes[0] == 'I';
    }

    std::optional<std::uint32_t> number(std::size_t offset, std::size_t byteCount) const
    {
        if (offset > m_bytes.size() || m_bytes.size() - offset < byteCount)
            return std::nullopt;
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < byteCount; ++i)
            value = (value << 8) | m_bytes[offset + (m_littleEndian ? byteCount - 1 - i : i)];
        return value;
    }

private:
    std::span<const std::uint8_t> m_bytes;
    bool m_littleEndian = false;
};

} // namespace

Orientation orientationFromExif(std::span<const std::uint8_t> block)
{
    const ExifBlock exif(block);
    if (exif.number(2, 2) != 42u)
        return {};
    const std::size_t directory = exif.number(4, 4).value_or(0);
    const std::uint32_t entries = exif.number(directory, 2).value_or(0);
    for (std::uint32_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + std::size_t{12} * i;
        const auto tag = exif.number(entry, 2);
        if (!tag)
            return {};
        if (*tag == orientationTag && exif.number(entry + 2, 2) == shortType)
            return Orientation(static_cast<int>(exif.number(entry + 8, 2).value_or(1)));
    }
    return {};
}

} // namespace patina
