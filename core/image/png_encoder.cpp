#include "core/image/png_encoder.h"

#include "core/image/png_file.h"

#include <fmt/format.h>

#include <bit>
#include <csetjmp>
#include <png.h>

namespace patina {

// libpng reports errors with longjmp: every call into it stands in a function that sets the jump.

PngEncoder::PngEncoder()
{
    m_png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, onError, onWarning);
    m_info = m_png != nullptr ? png_create_info_struct(m_png) : nullptr;
}

PngEncoder::~PngEncoder()
{
    png_destroy_write_struct(&m_png, &m_info);
}

bool PngEncoder::begin(cv::Size size, int type)
{
    if (m_info == nullptr || setjmp(png_jmpbuf(m_png)) != 0)
        return false;
    png_set_write_fn(m_png, this, append, nullptr);
    // Rows of surfaces: differences to the left neighbour and runs are as small as more effort makes them.
    png_set_filter(m_png, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB);
    png_set_compression_level(m_png, 1);
    png_set_compression_strategy(m_png, 3); // runs only: zlib's Z_RLE
    const bool colour = CV_MAT_CN(type) == 3;
    png_set_IHDR(m_png, m_info, static_cast<png_uint_32>(size.width), static_cast<png_uint_32>(size.height),
                 CV_MAT_DEPTH(type) == CV_16U ? 16 : 8, colour ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_GRAY,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(m_png, m_info);
    if (colour)
        png_set_bgr(m_png);
    if (std::endian::native == std::endian::little)
        png_set_swap(m_png);
    return true;
}

bool PngEncoder::addRows(const cv::Mat &rows)
{
    if (setjmp(png_jmpbuf(m_png)) != 0)
        return false;
    for (int y = 0; y < rows.rows; ++y)
        png_write_row(m_png, rows.ptr(y));
    return true;
}

bool PngEncoder::end()
{
    if (setjmp(png_jmpbuf(m_png)) != 0)
        return false;
    png_write_end(m_png, m_info);
    return true;
}

void PngEncoder::onError(png_structp png, png_const_charp)
{
    png_longjmp(png, 1);
}

/// An exception may not pass through libpng.
void PngEncoder::append(png_structp png, png_bytep bytes, png_size_t size)
{
    bool added = true;
    try {
        auto &all = static_cast<PngEncoder *>(png_get_io_ptr(png))->m_bytes;
        all.insert(all.end(), bytes, bytes + size);
    } catch (const std::exception &) {
        added = false;
    }
    if (!added)
        png_error(png, "memory");
}

bool isPngType(int type)
{
    return (CV_MAT_DEPTH(type) == CV_8U || CV_MAT_DEPTH(type) == CV_16U) &&
           (CV_MAT_CN(type) == 1 || CV_MAT_CN(type) == 3);
}

Result<std::vector<std::uint8_t>> encodePng(const cv::Mat &pixels)
{
    if (pixels.empty() || !isPngType(pixels.type()))
        return fail(ErrorCode::BadArgument, fmt::format("{}x{} pixels of OpenCV type {} cannot be written as PNG",
                                                        pixels.cols, pixels.rows, pixels.type()));
    PngEncoder encoder;
    if (!encoder.begin(pixels.size(), pixels.type()) || !encoder.addRows(pixels) || !encoder.end())
        return fail(ErrorCode::OutOfMemory,
                    fmt::format("{}x{} pixels cannot be encoded as PNG: more than it holds, or no memory", pixels.cols,
                                pixels.rows));
    return encoder.takeBytes();
}

} // namespace patina
