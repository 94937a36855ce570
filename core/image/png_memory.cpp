#include "core/image/image_file.h"
#include "core/image/png_file.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace patina {

namespace {

constexpr std::array<std::uint8_t, 8> signature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

} // namespace

Result<cv::Mat> decodePng(std::span<const std::uint8_t> bytes, const ImageLimits &limits, const JobContext &context)
{
    if (bytes.size() < signature.size() || !std::equal(signature.begin(), signature.end(), bytes.begin()))
        return fail(ErrorCode::BadFormat, "what should be a PNG is none");
    detail::ImageFile file;
    file.path = "PNG";
    file.bytes = static_cast<std::int64_t>(bytes.size());
    // Opened to be read only: the bytes are not written to.
    file.handle.reset(::fmemopen(const_cast<std::uint8_t *>(bytes.data()), bytes.size(), "rb"));
    if (!file.handle)
        return fail(ErrorCode::OutOfMemory, "no memory to read a PNG");
    return detail::probePng(file, limits).and_then([&](const detail::StoredImage &stored) {
        return detail::decodePng(file, stored, context);
    });
}

} // namespace patina
