#include "core/image/image_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <vector>

// Own code where OpenCV has a reader: OpenCV 4.6 prints the failures of its BMP reader to stderr, and reads rows that
// are cut off as black.
namespace patina::detail {

namespace {

constexpr std::size_t fileHeaderBytes = 14;
constexpr std::uint32_t os2HeaderBytes = 12;
constexpr std::uint32_t smallestInfoHeaderBytes = 40;
constexpr std::uint32_t largestInfoHeaderBytes = 124; ///< BITMAPV5HEADER
constexpr std::size_t masksOffset = fileHeaderBytes + smallestInfoHeaderBytes;

enum Compression : std::uint32_t { uncompressed = 0, bitFields = 3, alphaBitFields = 6 };

struct BmpHeader
{
    std::uint32_t dataOffset = 0;
    std::uint32_t headerBytes = 0;
    std::int64_t width = 0;
    std::int64_t height = 0;
    bool topDown = false;
    int bitsPerPixel = 0;
    std::uint32_t compression = uncompressed;
    std::uint32_t paletteColours = 0;
    std::size_t paletteEntryBytes = 4;
    std::array<std::uint32_t, 3> masks{}; ///< of blue, green, red in a 16- or 32-bit pixel

    std::int64_t rowBytes() const { return (width * bitsPerPixel + 31) / 32 * 4; }
};

std::uint32_t littleEndian(std::string_view bytes, std::size_t offset, std::size_t count)
{
    std::uint32_t value = 0;
    for (std::size_t i = count; i-- > 0;)
        value = (value << 8) | static_cast<std::uint8_t>(bytes[offset + i]);
    return value;
}

void setMasks(std::string_view bytes, BmpHeader &header)
{
    if (header.compression == uncompressed && header.bitsPerPixel == 16) {
        header.masks = {0x1f, 0x3e0, 0x7c00};
    } else if (header.compression == uncompressed) {
        header.masks = {0xff, 0xff00, 0xff0000};
    } else if (bytes.size() >= masksOffset + 12) {
        for (std::size_t i = 0; i < 3; ++i)
            header.masks[i] = littleEndian(bytes, masksOffset + 4 * (2 - i), 4);
    }
}

/// BITMAPCOREHEADER (12 bytes) or BITMAPINFOHEADER and its longer successors.
std::optional<BmpHeader> parseHeader(std::string_view bytes)
{
    if (bytes.size() < fileHeaderBytes + os2HeaderBytes)
        return std::nullopt;
    BmpHeader header;
    header.dataOffset = littleEndian(bytes, 10, 4);
    header.headerBytes = littleEndian(bytes, 14, 4);
    if (header.headerBytes == os2HeaderBytes) {
        header.width = littleEndian(bytes, 18, 2);
        header.height = littleEndian(bytes, 20, 2);
        header.bitsPerPixel = static_cast<int>(littleEndian(bytes, 24, 2));
        header.paletteEntryBytes = 3;
        setMasks(bytes, header);
        return header;
    }
    if (header.headerBytes < smallestInfoHeaderBytes || header.headerBytes > largestInfoHeaderBytes ||
        bytes.size() < masksOffset)
        return std::nullopt;
    const auto signedHeight = static_cast<std::int32_t>(littleEndian(bytes, 22, 4));
    header.width = static_cast<std::int32_t>(littleEndian(bytes, 18, 4));
    header.height = std::abs(std::int64_t{signedHeight});
    header.topDown = signedHeight < 0;
    header.bitsPerPixel = static_cast<int>(littleEndian(bytes, 28, 2));
    header.compression = littleEndian(bytes, 30, 4);
    header.paletteColours = littleEndian(bytes, 46, 4);
    setMasks(bytes, header);
    return header;
}

bool isSupported(const BmpHeader &header)
{
    const int bits = header.bitsPerPixel;
    if (header.compression == uncompressed)
        return bits == 1 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
    return (header.compression == bitFields || header.compression == alphaBitFields) && (bits == 16 || bits == 32);
}

/// All possible colours, black where the file has none.
std::vector<cv::Vec3b> readPalette(const ImageFile &file, const BmpHeader &header)
{
    const std::uint32_t possible = 1u << header.bitsPerPixel;
    const bool given = header.paletteColours != 0 && header.paletteColours <= possible;
    const std::size_t wanted = (given ? header.paletteColours : possible) * header.paletteEntryBytes;
    const std::string bytes = readAt(file.handle.get(), std::int64_t{fileHeaderBytes} + header.headerBytes, wanted);
    std::vector<cv::Vec3b> palette(possible);
    for (std::size_t i = 0; i < palette.size() && (i + 1) * header.paletteEntryBytes <= bytes.size(); ++i) {
        for (int c = 0; c < 3; ++c)
            palette[i][c] =
                static_cast<std::uint8_t>(bytes[i * header.paletteEntryBytes + static_cast<std::size_t>(c)]);
    }
    return palette;
}

/// A palette of greys is how BMP stores a mono image; any other palette makes a colour image.
bool hasColour(const std::vector<cv::Vec3b> &palette)
{
    return std::any_of(palette.begin(), palette.end(),
                       [](const cv::Vec3b &entry) { return entry[0] != entry[1] || entry[0] != entry[2]; });
}

std::uint8_t channelOf(std::uint32_t pixel, std::uint32_t mask)
{
    if (mask == 0)
        return 0;
    const std::uint64_t largest = mask >> std::countr_zero(mask);
    return static_cast<std::uint8_t>((std::uint64_t{(pixel & mask) >> std::countr_zero(mask)} * 255 + largest / 2) /
                                     largest);
}

void unpackIndexed(std::string_view row, const BmpHeader &header, const std::vector<cv::Vec3b> &palette, cv::Mat pixels)
{
    const auto bits = static_cast<unsigned>(header.bitsPerPixel);
    const unsigned mask = (1u << bits) - 1;
    for (int x = 0; x < pixels.cols; ++x) {
        const std::size_t bit = static_cast<std::size_t>(x) * bits;
        const unsigned index = (static_cast<std::uint8_t>(row[bit / 8]) >> (8 - bits - bit % 8)) & mask;
        if (pixels.channels() == 1)
            pixels.at<std::uint8_t>(x) = palette[index][0];
        else
            pixels.at<cv::Vec3b>(x) = palette[index];
    }
}

void unpackMasked(std::string_view row, const BmpHeader &header, cv::Mat pixels)
{
    const auto bytes = static_cast<std::size_t>(header.bitsPerPixel / 8);
    for (int x = 0; x < pixels.cols; ++x) {
        const std::uint32_t pixel = littleEndian(row, static_cast<std::size_t>(x) * bytes, bytes);
        for (int c = 0; c < 3; ++c)
            pixels.at<cv::Vec3b>(x)[c] = channelOf(pixel, header.masks[static_cast<std::size_t>(c)]);
    }
}

void unpackRow(std::string_view row, const BmpHeader &header, const std::vector<cv::Vec3b> &palette,
               const cv::Mat &pixels)
{
    if (header.bitsPerPixel <= 8)
        unpackIndexed(row, header, palette, pixels);
    else if (header.bitsPerPixel == 24)
        std::copy_n(reinterpret_cast<const std::uint8_t *>(row.data()), pixels.total() * 3, pixels.data);
    else
        unpackMasked(row, header, pixels);
}

Result<BmpHeader> readHeader(const ImageFile &file, const ImageLimits &limits)
{
    const auto header = parseHeader(readAt(file.handle.get(), 0, masksOffset + 12));
    if (!header)
        return imageError(ErrorCode::BadFormat, file.path, "begins like a BMP file but has no valid BMP header");
    if (auto sides = checkSides(file.path, header->width, header->height, limits); !sides)
        return failFrom(std::move(sides));
    if (!isSupported(*header)) {
        return imageError(
            ErrorCode::Unsupported, file.path,
            fmt::format("BMP with {} bits and compression {} is not supported; save it without compression, "
                        "or as PNG or TIFF",
                        header->bitsPerPixel, header->compression));
    }
    return *header;
}

} // namespace

Result<StoredImage> probeBmp(const ImageFile &file, const ImageLimits &limits)
{
    const auto header = readHeader(file, limits);
    if (!header)
        return tl::unexpected(header.error());
    StoredImage image;
    image.size = {static_cast<int>(header->width), static_cast<int>(header->height)};
    image.channels = header->bitsPerPixel > 8 || hasColour(readPalette(file, *header)) ? 3 : 1;
    if (auto fits = checkDecodedWhole(file.path, image, limits); !fits)
        return failFrom(std::move(fits));
    const std::int64_t needed = header->dataOffset + header->rowBytes() * header->height;
    if (needed > file.bytes) {
        return imageError(ErrorCode::Unreadable, file.path,
                          fmt::format("the BMP file is truncated: {}x{} pixels need {} bytes, it has {}", header->width,
                                      header->height, needed, file.bytes));
    }
    return image;
}

Result<cv::Mat> decodeBmp(const ImageFile &file, const StoredImage &image, const ImageLimits &limits,
                          const JobContext &context)
{
    const auto header = readHeader(file, limits);
    if (!header)
        return tl::unexpected(header.error());
    auto pixels = allocatePixels(file.path, image.size, image.matType());
    if (!pixels)
        return pixels;
    std::vector<cv::Vec3b> palette;
    if (header->bitsPerPixel <= 8)
        palette = readPalette(file, *header);
    std::string row(static_cast<std::size_t>(header->rowBytes()), '\0');
    ::fseeko(file.handle.get(), header->dataOffset, SEEK_SET);
    for (int y = 0; y < pixels->rows; ++y) {
        if (context.cancelled())
            return cancelledError();
        if (std::fread(row.data(), 1, row.size(), file.handle.get()) != row.size())
            return imageError(ErrorCode::Unreadable, file.path, fmt::format("the BMP file is truncated at row {}", y));
        unpackRow(row, *header, palette, pixels->row(header->topDown ? y : pixels->rows - 1 - y));
    }
    return pixels;
}

} // namespace patina::detail
