#include "core/image/image_file.h"
#include "core/image/jpeg_decoder.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace patina::detail {

namespace {

using namespace std::string_view_literals;

Orientation orientationOf(const jpeg_decompress_struct &jpeg)
{
    constexpr auto exifStart = "Exif\0\0"sv;
    for (const auto *marker = jpeg.marker_list; marker != nullptr; marker = marker->next) {
        const std::string_view data(reinterpret_cast<const char *>(marker->data), marker->data_length);
        if (data.starts_with(exifStart))
            return orientationFromExif(std::span(marker->data, marker->data_length).subspan(exifStart.size()));
    }
    return {};
}

} // namespace

tl::unexpected<Error> jpegFailure(const ImageFile &file, const JpegDecoder &decoder)
{
    if (decoder.unsupported()) {
        return imageError(ErrorCode::Unsupported, file.path,
                          fmt::format("this kind of JPEG file is not supported ({})", decoder.message()));
    }
    return imageError(ErrorCode::Unreadable, file.path,
                      fmt::format("the JPEG file is truncated or damaged ({})", decoder.message()));
}

bool readJpegHeader(JpegDecoder &decoder, std::FILE *stream)
{
    std::rewind(stream);
    return decoder.run([stream](jpeg_decompress_struct &jpeg) {
        jpeg_stdio_src(&jpeg, stream);
        jpeg_save_markers(&jpeg, JPEG_APP0 + 1, 0xffff);
        jpeg_read_header(&jpeg, TRUE);
    });
}

Result<StoredImage> jpegFacts(const ImageFile &file, JpegDecoder &decoder, const ImageLimits &limits)
{
    const jpeg_decompress_struct &jpeg = decoder.jpeg();
    if (auto sides = checkSides(file.path, jpeg.image_width, jpeg.image_height, limits); !sides)
        return failFrom(std::move(sides));
    const J_COLOR_SPACE space = jpeg.jpeg_color_space;
    if (space != JCS_GRAYSCALE && space != JCS_YCbCr && space != JCS_RGB) {
        return imageError(ErrorCode::Unsupported, file.path,
                          fmt::format("JPEG with {} colour components (CMYK?) is not supported; save it as RGB or grey",
                                      jpeg.num_components));
    }
    StoredImage image;
    image.size = {static_cast<int>(jpeg.image_width), static_cast<int>(jpeg.image_height)};
    image.channels = space == JCS_GRAYSCALE ? 1 : 3;
    image.orientation = orientationOf(jpeg);
    // A file of several scans (progressive, or one per component) is decoded from 16-bit coefficients of the whole
    // image, held beside the pixels; they are gone when it is turned.
    const std::int64_t coefficients =
        decoder.multipleScans() ? image.pixels() * image.channels * std::int64_t{sizeof(JCOEF)} : 0;
    if (auto fits = checkDecodedWhole(file.path, image, limits, std::max(coefficients, image.turningBytes())); !fits)
        return failFrom(std::move(fits));
    return image;
}

Result<StoredImage> probeJpeg(const ImageFile &file, const ImageLimits &limits)
{
    JpegDecoder decoder;
    if (!decoder.ready())
        return imageError(ErrorCode::OutOfMemory, file.path, "no memory for the JPEG decoder");
    if (!readJpegHeader(decoder, file.handle.get()))
        return jpegFailure(file, decoder);
    return jpegFacts(file, decoder, limits);
}

Result<cv::Mat> decodeJpeg(const ImageFile &file, const StoredImage &image, const JobContext &context)
{
    JpegDecoder decoder;
    if (!decoder.ready())
        return imageError(ErrorCode::OutOfMemory, file.path, "no memory for the JPEG decoder");
    if (!readJpegHeader(decoder, file.handle.get()))
        return jpegFailure(file, decoder);
    const auto &header = decoder.jpeg();
    if (cv::Size(static_cast<int>(header.image_width), static_cast<int>(header.image_height)) != image.size)
        return imageError(ErrorCode::Unreadable, file.path, "the file changed while it was read");
    auto pixels = allocatePixels(file.path, image.size, image.matType());
    if (!pixels)
        return pixels;
    std::uint8_t *const start = pixels->data;
    const std::size_t step = pixels->step;
    const J_COLOR_SPACE wanted = image.channels == 1 ? JCS_GRAYSCALE : JCS_EXT_BGR;
    decoder.stopFor(context);
    const bool done = decoder.run([start, step, wanted, &context](jpeg_decompress_struct &jpeg) {
        jpeg.out_color_space = wanted;
        jpeg_start_decompress(&jpeg);
        while (jpeg.output_scanline < jpeg.output_height && !context.cancelled()) {
            JSAMPROW row = start + step * jpeg.output_scanline;
            jpeg_read_scanlines(&jpeg, &row, 1);
        }
        if (!context.cancelled())
            jpeg_finish_decompress(&jpeg);
    });
    if (context.cancelled())
        return cancelledError();
    if (!done)
        return jpegFailure(file, decoder);
    return pixels;
}

} // namespace patina::detail
