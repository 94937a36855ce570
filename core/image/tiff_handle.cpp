#include "core/image/tiff_handle.h"

#include "core/image/image_file.h"
#include "core/image/library_messages.h"

#include <fmt/format.h>

#include <cstdarg>
#include <cstdio>
#include <tiffio.h>

namespace patina::detail {

/// What libtiff's message functions may touch of a handle.
struct TiffMessageAccess
{
    static std::string text(const char *format, va_list values)
    {
        char buffer[256] = {};
        std::vsnprintf(buffer, sizeof buffer, format, values);
        return buffer;
    }

    static int onError(TIFF *, void *data, const char *, const char *format, va_list values)
    {
        static_cast<TiffHandle::Messages *>(data)->error = text(format, values);
        return 1;
    }

    static int onWarning(TIFF *, void *data, const char *, const char *format, va_list values)
    {
        auto *messages = static_cast<TiffHandle::Messages *>(data);
        messages->warning = text(format, values);
        ++messages->warnings;
        return 1;
    }
};

void TiffHandle::Closer::operator()(tiff *file) const
{
    TIFFClose(file);
}

Result<TiffHandle> TiffHandle::open(const std::filesystem::path &path, const char *mode, std::int64_t allocationLimit)
{
    quietImageLibraries();
    TiffHandle handle;
    const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> options(TIFFOpenOptionsAlloc(),
                                                                                   TIFFOpenOptionsFree);
    if (!options)
        return imageError(ErrorCode::OutOfMemory, path, "no memory to open the TIFF file");
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), allocationLimit);
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), TiffMessageAccess::onError, handle.m_messages.get());
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), TiffMessageAccess::onWarning, handle.m_messages.get());
    handle.m_tiff.reset(TIFFOpenExt(path.c_str(), mode, options.get()));
    if (!handle.m_tiff) {
        return imageError(ErrorCode::Unreadable, path,
                          fmt::format("the TIFF file is truncated or damaged ({})", handle.lastError()));
    }
    return handle;
}

} // namespace patina::detail
