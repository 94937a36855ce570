#include "core/image/image_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <string_view>

// jerror.h numbers its messages by what jpeglib.h has configured: the order matters.
// clang-format off
#include <jpeglib.h>
#include <jerror.h>
// clang-format on

namespace patina::detail {

namespace {

using namespace std::string_view_literals;

/// Some cameras pad between the data and a marker; more than this is a decoder that lost its place.
constexpr int toleratedPaddingBytes = 16;
/// A few kilobytes of progressive JPEG can ask for thousands of passes over a huge image.
constexpr int largestScanCount = 200;

/// One libjpeg decompressor. libjpeg reports errors through error_exit, which jumps: every call into it goes through
/// run().
class JpegDecoder
{
public:
    JpegDecoder()
    {
        m_jpeg.err = jpeg_std_error(&m_errors);
        m_jpeg.client_data = this;
        m_errors.error_exit = onError;
        m_errors.emit_message = onMessage;
        m_errors.output_message = [](j_common_ptr) {};
        m_progress.progress_monitor = onProgress;
        m_ready = run([](jpeg_decompress_struct &jpeg) { jpeg_create_decompress(&jpeg); });
        m_jpeg.progress = &m_progress;
    }
    ~JpegDecoder()
    {
        if (m_ready)
            jpeg_destroy_decompress(&m_jpeg);
    }
    JpegDecoder(const JpegDecoder &) = delete;
    JpegDecoder &operator=(const JpegDecoder &) = delete;

    bool ready() const { return m_ready; }
    const char *message() const { return m_message; }
    bool unsupported() const { return m_unsupported; }
    const jpeg_decompress_struct &jpeg() const { return m_jpeg; }
    bool multipleScans()
    {
        bool multiple = false;
        return run([&multiple](jpeg_decompress_struct &jpeg) { multiple = jpeg_has_multiple_scans(&jpeg) != FALSE; }) &&
               multiple;
    }

    /// Several scans are taken in before the first row is there: run() fails while that lasts once this is cancelled.
    void stopFor(const JobContext &context) { m_context = &context; }

    /// `step` may own nothing: a failing libjpeg call jumps out of it.
    template <typename Step>
    bool run(Step step)
    {
        if (setjmp(m_jump) != 0)
            return false;
        step(m_jpeg);
        return true;
    }

private:
    [[noreturn]] static void onError(j_common_ptr jpeg)
    {
        auto *self = static_cast<JpegDecoder *>(jpeg->client_data);
        jpeg->err->format_message(jpeg, self->m_message);
        const int code = jpeg->err->msg_code;
        self->m_unsupported = code == JERR_BAD_PRECISION || code == JERR_SOF_UNSUPPORTED || code == JERR_NOTIMPL ||
                              code == JERR_NOT_COMPILED || code == JERR_COMPONENT_COUNT ||
                              code == JERR_CONVERSION_NOTIMPL;
        std::longjmp(self->m_jump, 1);
    }

    /// libjpeg goes on after these with grey or garbage; for an inspection such a picture is worse than none.
    static void onMessage(j_common_ptr jpeg, int level)
    {
        if (level >= 0)
            return;
        switch (jpeg->err->msg_code) {
        case JWRN_JPEG_EOF:
        case JWRN_HIT_MARKER:
        case JWRN_HUFF_BAD_CODE:
        case JWRN_ARITH_BAD_CODE:
        case JWRN_MUST_RESYNC:
            onError(jpeg);
        case JWRN_EXTRANEOUS_DATA:
            if (jpeg->err->msg_parm.i[0] > toleratedPaddingBytes)
                onError(jpeg);
            break;
        default:
            break;
        }
    }

    static void onProgress(j_common_ptr jpeg)
    {
        auto *self = static_cast<JpegDecoder *>(jpeg->client_data);
        if (self->m_context != nullptr && self->m_context->cancelled())
            std::longjmp(self->m_jump, 1);
        if (jpeg->is_decompressor == FALSE || self->m_jpeg.input_scan_number <= largestScanCount)
            return;
        std::strncpy(self->m_message, "too many scans", sizeof(self->m_message) - 1);
        std::longjmp(self->m_jump, 1);
    }

    jpeg_decompress_struct m_jpeg{};
    jpeg_error_mgr m_errors{};
    jpeg_progress_mgr m_progress{};
    std::jmp_buf m_jump{};
    char m_message[JMSG_LENGTH_MAX] = {};
    const JobContext *m_context = nullptr;
    bool m_ready = false;
    bool m_unsupported = false;
};

tl::unexpected<Error> jpegFailure(const ImageFile &file, const JpegDecoder &decoder)
{
    if (decoder.unsupported()) {
        return imageError(ErrorCode::Unsupported, file.path,
                          fmt::format("this kind of JPEG file is not supported ({})", decoder.message()));
    }
    return imageError(ErrorCode::Unreadable, file.path,
                      fmt::format("the JPEG file is truncated or damaged ({})", decoder.message()));
}

bool readHeader(JpegDecoder &decoder, std::FILE *stream)
{
    std::rewind(stream);
    return decoder.run([stream](jpeg_decompress_struct &jpeg) {
        jpeg_stdio_src(&jpeg, stream);
        jpeg_save_markers(&jpeg, JPEG_APP0 + 1, 0xffff);
        jpeg_read_header(&jpeg, TRUE);
    });
}

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

Result<StoredImage> factsOf(const ImageFile &file, JpegDecoder &decoder, const ImageLimits &limits)
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

} // namespace

Result<StoredImage> probeJpeg(const ImageFile &file, const ImageLimits &limits)
{
    JpegDecoder decoder;
    if (!decoder.ready())
        return imageError(ErrorCode::OutOfMemory, file.path, "no memory for the JPEG decoder");
    if (!readHeader(decoder, file.handle.get()))
        return jpegFailure(file, decoder);
    return factsOf(file, decoder, limits);
}

Result<cv::Mat> decodeJpeg(const ImageFile &file, const StoredImage &image, const JobContext &context)
{
    JpegDecoder decoder;
    if (!decoder.ready())
        return imageError(ErrorCode::OutOfMemory, file.path, "no memory for the JPEG decoder");
    if (!readHeader(decoder, file.handle.get()))
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
