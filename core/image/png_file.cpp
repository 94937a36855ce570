#include "core/image/png_file.h"

#include "core/base/atomic_file.h"

#include <fmt/format.h>

namespace patina {

Result<void> writePng(const std::filesystem::path &path, const cv::Mat &pixels)
{
    const auto bytes = encodePng(pixels);
    if (!bytes)
        return fail(bytes.error().code, fmt::format("{}: {}", path.string(), bytes.error().detail));
    auto file = AtomicFile::create(path);
    if (!file)
        return failFrom(std::move(file));
    return file->write(*bytes).and_then([&] { return file->commit(); });
}

} // namespace patina
