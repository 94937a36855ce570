#include "core/image/png_file.h"

#include "core/base/atomic_file.h"
#include "core/image/library_messages.h"

#include <fmt/format.h>
#include <opencv2/imgcodecs.hpp>

#include <cstdint>
#include <vector>

namespace patina {

Result<void> writePng(const std::filesystem::path &path, const cv::Mat &pixels)
{
    quietImageLibraries();
    const bool writable = (pixels.depth() == CV_8U || pixels.depth() == CV_16U) &&
                          (pixels.channels() == 1 || pixels.channels() == 3) && !pixels.empty();
    if (!writable) {
        return fail(ErrorCode::BadArgument, fmt::format("{}: {}x{} pixels of OpenCV type {} cannot be written as PNG",
                                                        path.string(), pixels.cols, pixels.rows, pixels.type()));
    }
    std::vector<std::uint8_t> bytes;
    try {
        if (!cv::imencode(".png", pixels, bytes))
            return fail(ErrorCode::Internal, path.string() + ": the PNG cannot be encoded");
    } catch (const std::exception &) {
        return fail(ErrorCode::OutOfMemory,
                    fmt::format("{}: no memory to encode {}x{} pixels", path.string(), pixels.cols, pixels.rows));
    }
    auto file = AtomicFile::create(path);
    if (!file)
        return failFrom(std::move(file));
    return file->write(bytes).and_then([&] { return file->commit(); });
}

} // namespace patina
