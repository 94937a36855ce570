#pragma once

#include "core/image/image_file.h"

#include <csetjmp>
#include <cstring>
#include <png.h>

// What reads PNG files whole and row by row. Not for use outside core/image.
namespace patina::detail {

/// One libpng reading structure. libpng reports errors with longjmp: every call into it goes through run().
class PngDecoder
{
public:
    PngDecoder()
    {
        m_png = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, onError, onWarning);
        m_info = m_png != nullptr ? png_create_info_struct(m_png) : nullptr;
    }
    ~PngDecoder() { png_destroy_read_struct(&m_png, &m_info, nullptr); }
    PngDecoder(const PngDecoder &) = delete;
    PngDecoder &operator=(const PngDecoder &) = delete;

    bool ready() const { return m_info != nullptr; }
    const char *message() const { return m_message; }

    /// `step` may own nothing: a failing libpng call jumps out of it.
    template <typename Step>
    bool run(Step step)
    {
        if (setjmp(png_jmpbuf(m_png)) != 0)
            return false;
        step(m_png, m_info);
        return true;
    }

private:
    [[noreturn]] static void onError(png_structp png, png_const_charp message)
    {
        auto *self = static_cast<PngDecoder *>(png_get_error_ptr(png));
        std::strncpy(self->m_message, message, sizeof(self->m_message) - 1);
        png_longjmp(png, 1);
    }
    static void onWarning(png_structp, png_const_charp) {}

    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
    char m_message[160] = {};
};

/// Reads the header of a stream from its start and asks for 8 or 16 bits, grey or B, G, R, in the byte order of this
/// machine. Calls libpng: to be called within run(). \returns how many times all rows have to be read.
int beginPng(png_structp png, png_infop info, std::FILE *stream);
tl::unexpected<Error> pngDamaged(const ImageFile &file, const char *message);

} // namespace patina::detail
