#pragma once

#include "core/base/job_context.h"
#include "core/image/image_file.h"

#include <csetjmp>
#include <cstdio>
#include <cstring>

// jerror.h numbers its messages by what jpeglib.h has configured: the order matters.
// clang-format off
#include <jpeglib.h>
#include <jerror.h>
// clang-format on

// What reads JPEG files row by row, whole and reduced. Not for use outside core/image.
namespace patina::detail {

/// Some cameras pad between the data and a marker; more than this is a decoder that lost its place.
inline constexpr int toleratedPaddingBytes = 16;
/// A few kilobytes of progressive JPEG can ask for thousands of passes over a huge image.
inline constexpr int largestScanCount = 200;

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

tl::unexpected<Error> jpegFailure(const ImageFile &file, const JpegDecoder &decoder);
bool readJpegHeader(JpegDecoder &decoder, std::FILE *stream);
/// What the header that was read says. Errors: as probeJpeg().
Result<StoredImage> jpegFacts(const ImageFile &file, JpegDecoder &decoder, const ImageLimits &limits);

} // namespace patina::detail
