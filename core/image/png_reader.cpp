#include "core/image/image_file.h"
#include "core/image/png_decoder.h"

#include <fmt/format.h>

#include <bit>
#include <optional>

namespace patina::detail {

namespace {

/// Deflate cannot shrink by more than this factor (zlib's documentation: 1032:1).
constexpr std::int64_t largestDeflateRatio = 1040;
constexpr std::int64_t signatureBytes = 8;
constexpr std::size_t headerBytes = 13;
constexpr std::size_t largestExifBytes = std::size_t{1} << 20;

struct PngHeader
{
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    int bitDepth = 0;
    int colourType = 0;
};

struct PngChunks
{
    std::optional<PngHeader> header;
    Orientation orientation;
    std::int64_t dataBytes = 0;
    bool ended = false;
};

std::uint32_t bigEndian(std::string_view bytes)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = (value << 8) | static_cast<std::uint8_t>(bytes[i]);
    return value;
}

void takeChunk(std::FILE *file, std::int64_t dataOffset, std::string_view type, std::int64_t length, PngChunks &chunks)
{
    if (type == "IHDR" && !chunks.header && length == headerBytes) {
        const std::string data = readAt(file, dataOffset, headerBytes);
        if (data.size() == headerBytes)
            chunks.header = PngHeader{bigEndian(data), bigEndian(std::string_view(data).substr(4)), data[8], data[9]};
    } else if (type == "eXIf" && length <= static_cast<std::int64_t>(largestExifBytes)) {
        const std::string data = readAt(file, dataOffset, static_cast<std::size_t>(length));
        chunks.orientation = orientationFromExif({reinterpret_cast<const std::uint8_t *>(data.data()), data.size()});
    } else if (type == "IDAT") {
        chunks.dataBytes += length;
    } else if (type == "IEND") {
        chunks.ended = true;
    }
}

/// Goes from chunk to chunk up to IEND (PNG specification, section 5.3); bytes after it are ignored.
Result<PngChunks> walkChunks(const ImageFile &file)
{
    PngChunks chunks;
    std::int64_t offset = signatureBytes;
    while (!chunks.ended) {
        const std::string start = readAt(file.handle.get(), offset, 8);
        if (start.size() < 8) {
            return imageError(
                ErrorCode::Unreadable, file.path,
                fmt::format("the PNG file is truncated: it ends after {} bytes, before its IEND chunk", file.bytes));
        }
        const std::int64_t length = bigEndian(start);
        const std::string_view type = std::string_view(start).substr(4);
        if (!chunks.header && type != "IHDR")
            return imageError(ErrorCode::BadFormat, file.path, "the PNG file does not begin with an IHDR chunk");
        if (offset + 12 + length > file.bytes) {
            return imageError(
                ErrorCode::Unreadable, file.path,
                fmt::format("the PNG file is truncated or damaged: the chunk at byte {} needs {} bytes, {} "
                            "are left",
                            offset, length + 12, file.bytes - offset));
        }
        takeChunk(file.handle.get(), offset + 8, type, length, chunks);
        if (!chunks.header)
            return imageError(ErrorCode::BadFormat, file.path, "the IHDR chunk of the PNG file is damaged");
        offset += 12 + length;
    }
    return chunks;
}

Result<StoredImage> factsOf(const ImageFile &file, const PngHeader &header, const ImageLimits &limits)
{
    if (auto sides = checkSides(file.path, header.width, header.height, limits); !sides)
        return failFrom(std::move(sides));
    const bool knownDepth =
        header.bitDepth > 0 && header.bitDepth <= 16 && std::has_single_bit(static_cast<unsigned>(header.bitDepth));
    const bool knownType =
        (header.colourType & ~7) == 0 && header.colourType != 1 && header.colourType != 5 && header.colourType != 7;
    if (!knownDepth || !knownType) {
        return imageError(
            ErrorCode::BadFormat, file.path,
            fmt::format("PNG colour type {} with {} bits does not exist", header.colourType, header.bitDepth));
    }
    StoredImage image;
    image.size = {static_cast<int>(header.width), static_cast<int>(header.height)};
    image.channels = (header.colourType & PNG_COLOR_MASK_COLOR) != 0 ? 3 : 1;
    image.bitDepth = header.bitDepth == 16 ? 16 : 8;
    return image;
}

/// 8 or 16 bits, grey or B, G, R, in the byte order of this machine.
void setTransforms(png_structp png, png_infop info)
{
    const int colourType = png_get_color_type(png, info);
    if (colourType == PNG_COLOR_TYPE_PALETTE)
        png_set_palette_to_rgb(png);
    if (colourType == PNG_COLOR_TYPE_GRAY && png_get_bit_depth(png, info) < 8)
        png_set_expand_gray_1_2_4_to_8(png);
    png_set_strip_alpha(png);
    png_set_bgr(png);
    if (png_get_bit_depth(png, info) == 16 && std::endian::native == std::endian::little)
        png_set_swap(png);
    png_read_update_info(png, info);
}

} // namespace

int beginPng(png_structp png, png_infop info, std::FILE *stream)
{
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX); // our own limits have been checked
    png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    png_init_io(png, stream);
    png_read_info(png, info);
    const int passes = png_set_interlace_handling(png);
    setTransforms(png, info);
    return passes;
}

tl::unexpected<Error> pngDamaged(const ImageFile &file, const char *message)
{
    return imageError(ErrorCode::Unreadable, file.path, fmt::format("the PNG file is damaged ({})", message));
}

Result<StoredImage> probePng(const ImageFile &file, const ImageLimits &limits)
{
    auto chunks = walkChunks(file);
    if (!chunks)
        return failFrom(std::move(chunks));
    auto image = factsOf(file, *chunks->header, limits);
    if (!image)
        return image;
    image->orientation = chunks->orientation;
    if (auto fits = checkDecodedWhole(file.path, *image, limits, image->turningBytes()); !fits)
        return failFrom(std::move(fits));
    const std::int64_t packedBytes =
        (std::int64_t{image->size.width} * chunks->header->bitDepth + 7) / 8 * image->size.height;
    if (packedBytes / largestDeflateRatio > chunks->dataBytes) {
        return imageError(ErrorCode::Unreadable, file.path,
                          fmt::format("the PNG file is damaged: {} bytes of data cannot hold {}x{} pixels",
                                      chunks->dataBytes, image->size.width, image->size.height));
    }
    return image;
}

Result<cv::Mat> decodePng(const ImageFile &file, const StoredImage &image, const JobContext &context)
{
    PngDecoder decoder;
    if (!decoder.ready())
        return imageError(ErrorCode::OutOfMemory, file.path, "no memory for the PNG decoder");
    std::FILE *stream = file.handle.get();
    std::rewind(stream);
    std::size_t rowBytes = 0;
    png_uint_32 height = 0;
    int passes = 1;
    const bool began = decoder.run([stream, &rowBytes, &height, &passes](png_structp png, png_infop info) {
        passes = beginPng(png, info, stream);
        rowBytes = png_get_rowbytes(png, info);
        height = png_get_image_height(png, info);
    });
    if (!began)
        return pngDamaged(file, decoder.message());
    auto pixels = allocatePixels(file.path, image.size, image.matType());
    if (!pixels)
        return pixels;
    if (rowBytes != pixels->cols * pixels->elemSize() || height != static_cast<png_uint_32>(pixels->rows))
        return pngDamaged(file, "its header changed while it was read");
    std::uint8_t *const start = pixels->data;
    const std::size_t step = pixels->step;
    const bool done = decoder.run([start, step, height, passes, &context](png_structp png, png_infop) {
        for (int pass = 0; pass < passes; ++pass)
            for (png_uint_32 y = 0; y < height && !context.cancelled(); ++y)
                png_read_row(png, start + step * y, nullptr);
        if (!context.cancelled())
            png_read_end(png, nullptr);
    });
    if (context.cancelled())
        return cancelledError();
    if (!done)
        return pngDamaged(file, decoder.message());
    return pixels;
}

} // namespace patina::detail
