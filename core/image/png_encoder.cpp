#include "core/image/png_file.h"

#include <fmt/format.h>

#include <bit>
#include <csetjmp>
#include <png.h>
#include <utility>

namespace patina {

namespace {

using Bytes = std::vector<std::uint8_t>;

/// One libpng writing structure. libpng reports errors with longjmp: every call into it goes through write().
class PngEncoder
{
public:
    PngEncoder()
    {
        m_png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, onError, onWarning);
        m_info = m_png != nullptr ? png_create_info_struct(m_png) : nullptr;
    }
    ~PngEncoder() { png_destroy_write_struct(&m_png, &m_info); }
    PngEncoder(const PngEncoder &) = delete;
    PngEncoder &operator=(const PngEncoder &) = delete;

    /// \returns false where there is no memory.
    bool write(const cv::Mat &pixels)
    {
        if (m_info == nullptr || setjmp(png_jmpbuf(m_png)) != 0)
            return false;
        png_set_write_fn(m_png, this, append, nullptr);
        // Rows of surfaces: differences to the left neighbour and runs are as small as more effort makes them.
        png_set_filter(m_png, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB);
        png_set_compression_level(m_png, 1);
        png_set_compression_strategy(m_png, 3); // runs only: zlib's Z_RLE
        const bool colour = pixels.channels() == 3;
        png_set_IHDR(m_png, m_info, static_cast<png_uint_32>(pixels.cols), static_cast<png_uint_32>(pixels.rows),
                     pixels.depth() == CV_16U ? 16 : 8, colour ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_GRAY,
                     PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        png_write_info(m_png, m_info);
        if (colour)
            png_set_bgr(m_png);
        if (std::endian::native == std::endian::little)
            png_set_swap(m_png);
        for (int y = 0; y < pixels.rows; ++y)
            png_write_row(m_png, pixels.ptr(y));
        png_write_end(m_png, m_info);
        return true;
    }

    Bytes takeBytes() { return std::move(m_bytes); }

private:
    [[noreturn]] static void onError(png_structp png, png_const_charp) { png_longjmp(png, 1); }
    static void onWarning(png_structp, png_const_charp) {}

    /// An exception may not pass through libpng.
    static void append(png_structp png, png_bytep bytes, png_size_t size)
    {
        bool added = true;
        try {
            Bytes &all = static_cast<PngEncoder *>(png_get_io_ptr(png))->m_bytes;
            all.insert(all.end(), bytes, bytes + size);
        } catch (const std::exception &) {
            added = false;
        }
        if (!added)
            png_error(png, "memory");
    }

    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
    Bytes m_bytes;
};

} // namespace

Result<Bytes> encodePng(const cv::Mat &pixels)
{
    const bool writable = (pixels.depth() == CV_8U || pixels.depth() == CV_16U) &&
                          (pixels.channels() == 1 || pixels.channels() == 3) && !pixels.empty();
    if (!writable)
        return fail(ErrorCode::BadArgument, fmt::format("{}x{} pixels of OpenCV type {} cannot be written as PNG",
                                                        pixels.cols, pixels.rows, pixels.type()));
    PngEncoder encoder;
    if (!encoder.write(pixels))
        return fail(ErrorCode::OutOfMemory,
                    fmt::format("{}x{} pixels cannot be encoded as PNG: more than it holds, or no memory", pixels.cols,
                                pixels.rows));
    return encoder.takeBytes();
}

} // namespace patina
