#include "core/image/image_file.h"

#include <fmt/format.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cstdlib>
#include <optional>

namespace patina::detail {

namespace {

constexpr std::size_t fileHeaderBytes = 14;
constexpr std::uint32_t os2HeaderBytes = 12;
constexpr std::uint32_t smallestInfoHeaderBytes = 40;

enum Compression : std::uint32_t { uncompressed = 0, runLength8 = 1, runLength4 = 2, bitFields = 3 };

struct BmpHeader
{
    std::uint32_t dataOffset = 0;
    std::uint32_t headerBytes = 0;
    std::int64_t width = 0;
    std::int64_t height = 0; ///< without its sign, which says top-down
    int bitsPerPixel = 0;
    std::uint32_t compression = uncompressed;
    std::uint32_t paletteColours = 0;
    int paletteEntryBytes = 4;
};

std::uint32_t littleEndian(const std::string &bytes, std::size_t offset, std::size_t count)
{
    std::uint32_t value = 0;
    for (std::size_t i = count; i-- > 0;)
        value = (value << 8) | static_cast<std::uint8_t>(bytes[offset + i]);
    return value;
}

/// BITMAPCOREHEADER (12 bytes) or BITMAPINFOHEADER and its longer successors.
std::optional<BmpHeader> parseHeader(const std::string &bytes)
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
        return header;
    }
    if (header.headerBytes < smallestInfoHeaderBytes || bytes.size() < fileHeaderBytes + smallestInfoHeaderBytes)
        return std::nullopt;
    header.width = static_cast<std::int32_t>(littleEndian(bytes, 18, 4));
    header.height = std::abs(std::int64_t{static_cast<std::int32_t>(littleEndian(bytes, 22, 4))});
    header.bitsPerPixel = static_cast<int>(littleEndian(bytes, 28, 2));
    header.compression = littleEndian(bytes, 30, 4);
    header.paletteColours = littleEndian(bytes, 46, 4);
    return header;
}

bool isSupported(const BmpHeader &header)
{
    const int bits = header.bitsPerPixel;
    switch (header.compression) {
    case uncompressed:
        return bits == 1 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
    case runLength8:
        return bits == 8;
    case runLength4:
        return bits == 4;
    case bitFields:
        return bits == 16 || bits == 32;
    default:
        return false;
    }
}

/// A palette of greys is how BMP stores a mono image; any other palette makes a colour image.
bool hasColourPalette(const ImageFile &file, const BmpHeader &header)
{
    const std::uint32_t possible = 1u << header.bitsPerPixel;
    const std::uint32_t colours =
        header.paletteColours == 0 || header.paletteColours > possible ? possible : header.paletteColours;
    const auto entryBytes = static_cast<std::size_t>(header.paletteEntryBytes);
    const std::string palette =
        readAt(file.handle.get(), std::int64_t{fileHeaderBytes} + header.headerBytes, colours * entryBytes);
    for (std::size_t i = 0; i + 2 < palette.size(); i += entryBytes) {
        if (palette[i] != palette[i + 1] || palette[i] != palette[i + 2])
            return true;
    }
    return false;
}

/// An uncompressed file must hold all of its rows (each padded to 4 bytes).
Result<void> checkComplete(const ImageFile &file, const BmpHeader &header)
{
    if (header.compression == runLength8 || header.compression == runLength4)
        return {};
    const std::int64_t rowBytes = (header.width * header.bitsPerPixel + 31) / 32 * 4;
    const std::int64_t needed = header.dataOffset + rowBytes * header.height;
    if (needed <= file.bytes)
        return {};
    return imageError(ErrorCode::Unreadable, file.path,
                      fmt::format("the BMP file is truncated: {}x{} pixels need {} bytes, it has {}", header.width,
                                  header.height, needed, file.bytes));
}

cv::Mat withoutAlpha(cv::Mat pixels)
{
    if (pixels.channels() == 4)
        cv::cvtColor(pixels, pixels, cv::COLOR_BGRA2BGR);
    return pixels;
}

} // namespace

Result<StoredImage> probeBmp(const ImageFile &file, const ImageLimits &limits)
{
    const auto header = parseHeader(readAt(file.handle.get(), 0, fileHeaderBytes + smallestInfoHeaderBytes));
    if (!header)
        return imageError(ErrorCode::BadFormat, file.path, "begins like a BMP file but has no valid BMP header");
    if (auto sides = checkSides(file.path, header->width, header->height, limits); !sides)
        return failFrom(std::move(sides));
    if (!isSupported(*header)) {
        return imageError(ErrorCode::Unsupported, file.path,
                          fmt::format("BMP with {} bits and compression {} is not supported; save it as PNG or TIFF",
                                      header->bitsPerPixel, header->compression));
    }
    StoredImage image;
    image.size = {static_cast<int>(header->width), static_cast<int>(header->height)};
    image.channels = header->bitsPerPixel > 8 || hasColourPalette(file, *header) ? 3 : 1;
    // OpenCV decodes 32-bit files with their fourth byte first.
    const std::int64_t extra = header->bitsPerPixel == 32 ? image.pixels() * 4 : 0;
    if (auto fits = checkDecodedWhole(file.path, image, limits, extra); !fits)
        return failFrom(std::move(fits));
    if (auto complete = checkComplete(file, *header); !complete)
        return failFrom(std::move(complete));
    return image;
}

Result<cv::Mat> decodeBmp(const ImageFile &file, const StoredImage &image)
{
    try {
        cv::Mat pixels =
            withoutAlpha(cv::imread(file.path.string(), cv::IMREAD_UNCHANGED | cv::IMREAD_IGNORE_ORIENTATION));
        if (pixels.empty())
            return imageError(ErrorCode::Unreadable, file.path,
                              "the BMP file is damaged: its pixels cannot be decoded");
        if (pixels.size() != image.size || pixels.type() != image.matType())
            return imageError(ErrorCode::Unreadable, file.path,
                              "the BMP file is damaged: its pixels do not fit its header");
        return pixels;
    } catch (const std::exception &error) {
        return imageError(ErrorCode::Unreadable, file.path, fmt::format("the BMP file is damaged ({})", error.what()));
    }
}

} // namespace patina::detail
