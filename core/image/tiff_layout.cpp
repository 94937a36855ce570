#include "core/image/tiff_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <tiffio.h>

namespace patina::detail {

namespace {

constexpr std::uint16_t largestSampleCount = 8;
constexpr int smallestTileSide = 16;

struct Tags
{
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint16_t bits = 1;
    std::uint16_t samples = 1;
    std::uint16_t format = SAMPLEFORMAT_UINT;
    std::uint16_t photometric = PHOTOMETRIC_MINISBLACK;
    std::uint16_t planar = PLANARCONFIG_CONTIG;
    std::uint16_t compression = COMPRESSION_NONE;
    std::uint16_t orientation = ORIENTATION_TOPLEFT;
    std::uint16_t fillOrder = FILLORDER_MSB2LSB;

    bool colour() const { return photometric == PHOTOMETRIC_RGB || photometric == PHOTOMETRIC_YCBCR; }
};

Tags readTags(TIFF *file)
{
    Tags tags;
    TIFFGetField(file, TIFFTAG_IMAGEWIDTH, &tags.width);
    TIFFGetField(file, TIFFTAG_IMAGELENGTH, &tags.height);
    TIFFGetFieldDefaulted(file, TIFFTAG_BITSPERSAMPLE, &tags.bits);
    TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLESPERPIXEL, &tags.samples);
    TIFFGetFieldDefaulted(file, TIFFTAG_SAMPLEFORMAT, &tags.format);
    TIFFGetFieldDefaulted(file, TIFFTAG_PLANARCONFIG, &tags.planar);
    TIFFGetFieldDefaulted(file, TIFFTAG_COMPRESSION, &tags.compression);
    TIFFGetFieldDefaulted(file, TIFFTAG_ORIENTATION, &tags.orientation);
    TIFFGetFieldDefaulted(file, TIFFTAG_FILLORDER, &tags.fillOrder);
    if (TIFFGetField(file, TIFFTAG_PHOTOMETRIC, &tags.photometric) == 0 && tags.samples >= 3)
        tags.photometric = PHOTOMETRIC_RGB;
    return tags;
}

tl::unexpected<Error> unsupported(const std::filesystem::path &path, const std::string &what)
{
    return imageError(ErrorCode::Unsupported, path, what + " is not supported; save it as 8- or 16-bit grey or RGB");
}

Result<void> checkSamples(const std::filesystem::path &path, const Tags &tags)
{
    if (tags.format == SAMPLEFORMAT_IEEEFP)
        return unsupported(path, fmt::format("TIFF with {}-bit floating-point pixels", tags.bits));
    if (tags.format != SAMPLEFORMAT_UINT && tags.format != SAMPLEFORMAT_VOID)
        return unsupported(path, fmt::format("TIFF with sample format {} (signed or complex)", tags.format));
    if (tags.bits != 8 && tags.bits != 16)
        return unsupported(path, fmt::format("TIFF with {} bits per sample", tags.bits));
    switch (tags.photometric) {
    case PHOTOMETRIC_MINISBLACK:
    case PHOTOMETRIC_MINISWHITE:
        if (tags.samples != 1 && tags.samples != 2)
            return unsupported(path, fmt::format("grey TIFF with {} samples per pixel", tags.samples));
        return {};
    case PHOTOMETRIC_RGB:
        if (tags.samples > largestSampleCount)
            return unsupported(path, fmt::format("RGB TIFF with {} samples per pixel", tags.samples));
        if (tags.samples < 3)
            return imageError(ErrorCode::BadFormat, path,
                              fmt::format("RGB TIFF with {} samples per pixel is damaged", tags.samples));
        return {};
    case PHOTOMETRIC_YCBCR:
        if (tags.compression != COMPRESSION_JPEG || tags.samples != 3 || tags.planar != PLANARCONFIG_CONTIG)
            return unsupported(path, "YCbCr TIFF without JPEG compression");
        return {};
    case PHOTOMETRIC_PALETTE:
        return unsupported(path, "TIFF with a palette");
    default:
        return unsupported(path, fmt::format("TIFF with colour model {}", tags.photometric));
    }
}

Result<void> checkCompression(const std::filesystem::path &path, const Tags &tags)
{
    constexpr std::array<std::uint16_t, 6> known{COMPRESSION_NONE,    COMPRESSION_LZW,  COMPRESSION_ADOBE_DEFLATE,
                                                 COMPRESSION_DEFLATE, COMPRESSION_JPEG, COMPRESSION_PACKBITS};
    if (std::find(known.begin(), known.end(), tags.compression) == known.end() ||
        TIFFIsCODECConfigured(tags.compression) == 0) {
        return imageError(
            ErrorCode::Unsupported, path,
            fmt::format("TIFF compression {} is not supported; save it with LZW, Deflate or none", tags.compression));
    }
    if (tags.compression == COMPRESSION_JPEG && tags.bits != 8)
        return unsupported(path, fmt::format("JPEG-compressed TIFF with {} bits", tags.bits));
    return {};
}

Result<void> checkRegionSize(const std::filesystem::path &path, const Tags &tags, const ImageLimits &limits)
{
    if (auto sides = checkSides(path, tags.width, tags.height, limits); !sides)
        return sides;
    const std::int64_t pixels = std::int64_t{tags.width} * tags.height;
    if (pixels > limits.maxPixels) {
        return imageError(
            ErrorCode::TooLarge, path,
            fmt::format("{}x{} pixels is over the limit of {} pixels", tags.width, tags.height, limits.maxPixels));
    }
    return {};
}

TiffLayout layoutFrom(TIFF *file, const Tags &tags)
{
    TiffLayout layout;
    layout.image.size = {static_cast<int>(tags.width), static_cast<int>(tags.height)};
    layout.image.channels = tags.colour() ? 3 : 1;
    layout.image.bitDepth = tags.bits;
    layout.image.orientation = Orientation(tags.orientation);
    layout.samples = tags.samples;
    layout.separatePlanes = tags.planar == PLANARCONFIG_SEPARATE && tags.samples > 1;
    layout.inverted = tags.photometric == PHOTOMETRIC_MINISWHITE;
    layout.reversedBits = tags.fillOrder == FILLORDER_LSB2MSB;
    layout.tiled = TIFFIsTiled(file) != 0;
    layout.compressed = tags.compression != COMPRESSION_NONE;
    layout.lossyWarnings = tags.compression == COMPRESSION_JPEG || tags.compression == COMPRESSION_PACKBITS;
    std::uint32_t blockWidth = tags.width;
    std::uint32_t blockHeight = 0;
    if (layout.tiled) {
        TIFFGetField(file, TIFFTAG_TILEWIDTH, &blockWidth);
        TIFFGetField(file, TIFFTAG_TILELENGTH, &blockHeight);
    } else {
        TIFFGetFieldDefaulted(file, TIFFTAG_ROWSPERSTRIP, &blockHeight);
        blockHeight = std::min(blockHeight, tags.height);
    }
    constexpr std::uint32_t largest = std::numeric_limits<int>::max();
    layout.block = {static_cast<int>(std::min(blockWidth, largest)), static_cast<int>(std::min(blockHeight, largest))};
    return layout;
}

Result<void> checkBlocks(TIFF *file, const std::filesystem::path &path, const TiffLayout &layout,
                         const ImageLimits &limits)
{
    const char *kind = layout.tiled ? "tile" : "strip";
    if (layout.block.width < 1 || layout.block.height < 1)
        return imageError(ErrorCode::BadFormat, path, fmt::format("the TIFF file announces an empty {}", kind));
    // TIFF 6.0, section 15: sides are multiples of 16. Some writers take other ones, none takes tiny ones.
    if (layout.tiled && std::min(layout.block.width, layout.block.height) < smallestTileSide)
        return imageError(ErrorCode::Unsupported, path,
                          fmt::format("TIFF with tiles of {}x{} pixels is not supported; save it with larger ones",
                                      layout.block.width, layout.block.height));
    // Multiplied out in floating point: a hostile tile size overflows 64 bits.
    const int sampleBytes = layout.image.bitDepth / 8;
    const double bytes = static_cast<double>(layout.block.width) * layout.block.height * layout.samples * sampleBytes;
    if (!layout.readsRows() && bytes > static_cast<double>(limits.maxBlockBytes)) {
        return imageError(
            ErrorCode::TooLarge, path,
            fmt::format("a {} of {}x{} pixels takes {} to decode, over the limit of {}; save the file with "
                        "smaller strips or tiles",
                        kind, layout.block.width, layout.block.height,
                        readableBytes(static_cast<std::int64_t>(std::min(bytes, 9e18))),
                        readableBytes(limits.maxBlockBytes)));
    }
    const std::int64_t expected = layout.blocksPerPlane() * layout.planes();
    const std::int64_t announced = layout.tiled ? TIFFNumberOfTiles(file) : TIFFNumberOfStrips(file);
    if (expected != announced) {
        return imageError(ErrorCode::BadFormat, path,
                          fmt::format("the TIFF file has {} {}s where its size needs {}", announced, kind, expected));
    }
    return {};
}

/// Every strip or tile must lie within the file; one without compression must have all its rows there.
Result<void> checkData(TIFF *file, const std::filesystem::path &path, std::int64_t fileBytes, const TiffLayout &layout)
{
    const auto total = static_cast<std::uint64_t>(fileBytes);
    const std::int64_t blocks = layout.blocksPerPlane() * layout.planes();
    for (std::int64_t i = 0; i < blocks; ++i) {
        const auto block = static_cast<std::uint32_t>(i);
        const std::uint64_t offset = TIFFGetStrileOffset(file, block);
        std::uint64_t bytes = TIFFGetStrileByteCount(file, block);
        if (layout.readsRows()) {
            const std::int64_t firstRow = i % layout.blocksPerPlane() * layout.block.height;
            const std::int64_t rows = std::min<std::int64_t>(layout.block.height, layout.image.size.height - firstRow);
            bytes = static_cast<std::uint64_t>(rows * layout.image.size.width * layout.planePixelBytes());
        }
        if (offset == 0 || bytes == 0 || offset > total || bytes > total - offset) {
            return imageError(
                ErrorCode::Unreadable, path,
                fmt::format("the TIFF file is truncated or damaged: {} {} of {} ({} bytes at {}) does not "
                            "lie within its {} bytes",
                            layout.tiled ? "tile" : "strip", i + 1, blocks, bytes, offset, fileBytes));
        }
    }
    return {};
}

} // namespace

Result<TiffLayout> readTiffLayout(TIFF *file, const std::filesystem::path &path, std::int64_t fileBytes,
                                  const ImageLimits &limits)
{
    const Tags tags = readTags(file);
    auto checked = checkRegionSize(path, tags, limits).and_then([&] { return checkSamples(path, tags); }).and_then([&] {
        return checkCompression(path, tags);
    });
    if (!checked)
        return failFrom(std::move(checked));
    if (tags.photometric == PHOTOMETRIC_YCBCR)
        TIFFSetField(file, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    TiffLayout layout = layoutFrom(file, tags);
    checked =
        checkBlocks(file, path, layout, limits).and_then([&] { return checkData(file, path, fileBytes, layout); });
    if (!checked)
        return failFrom(std::move(checked));
    return layout;
}

} // namespace patina::detail
