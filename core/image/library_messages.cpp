#include "core/image/library_messages.h"

#include <opencv2/core.hpp>
#include <opencv2/core/utils/logger.hpp>

#include <tiffio.h>

namespace patina {

namespace {

int dropMessage(int, const char *, const char *, const char *, int, void *)
{
    return 0; // the exception that follows carries the text
}

bool silence()
{
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    cv::redirectError(dropMessage);
    // Our own handles have handlers of their own; these are for the few messages libtiff sends without a handle.
    TIFFSetErrorHandler(nullptr);
    TIFFSetWarningHandler(nullptr);
    return true;
}

} // namespace

void quietImageLibraries()
{
    [[maybe_unused]] static const bool silent = silence();
}

} // namespace patina
