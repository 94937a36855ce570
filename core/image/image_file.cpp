#include "core/image/image_file.h"

#include "core/base/printable.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <optional>
#include <string_view>
#include <system_error>

namespace patina::detail {

namespace {

using namespace std::string_view_literals;

/// cv::imread's own limit, kept for all formats that are decoded whole so that none of them surprises later.
constexpr std::int64_t decodedPixelLimit = std::int64_t{1} << 30;

std::optional<ImageFormat> formatOf(std::string_view start)
{
    if (start.starts_with("\x89PNG\r\n\x1a\n"sv))
        return ImageFormat::Png;
    if (start.starts_with("\xff\xd8\xff"sv))
        return ImageFormat::Jpeg;
    if (start.starts_with("BM"sv))
        return ImageFormat::Bmp;
    for (const auto magic : {"II*\0"sv, "MM\0*"sv, "II+\0"sv, "MM\0+"sv}) {
        if (start.starts_with(magic))
            return ImageFormat::Tiff;
    }
    return std::nullopt;
}

Result<std::int64_t> sizeOfRegularFile(const std::filesystem::path &path)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found)
        return imageError(ErrorCode::NotFound, path, "no such file");
    if (error)
        return imageError(ErrorCode::Unreadable, path, error.message());
    if (status.type() == std::filesystem::file_type::directory)
        return imageError(ErrorCode::Unreadable, path, "is a folder, not an image file");
    if (status.type() != std::filesystem::file_type::regular)
        return imageError(ErrorCode::Unreadable, path, "is not a regular file");
    const auto size = std::filesystem::file_size(path, error);
    if (error)
        return imageError(ErrorCode::Unreadable, path, error.message());
    return static_cast<std::int64_t>(size);
}

} // namespace

tl::unexpected<Error> imageError(ErrorCode code, const std::filesystem::path &path, const std::string &sentence)
{
    // Messages of the libraries can have several lines, or quote bytes of a damaged file.
    std::string line = sentence;
    std::replace_if(
        line.begin(), line.end(), [](char c) { return std::iscntrl(static_cast<unsigned char>(c)) != 0; }, ' ');
    return fail(code, path.string() + ": " + line);
}

std::string readableBytes(std::int64_t bytes)
{
    const double mebibytes = static_cast<double>(bytes) / (1 << 20);
    return mebibytes < 1024.0 ? fmt::format("{:.1f} MiB", mebibytes) : fmt::format("{:.1f} GiB", mebibytes / 1024.0);
}

ImageInfo StoredImage::info() const
{
    const cv::Size shown = orientation.shownSize(size);
    return ImageInfo{shown.width, shown.height, channels, bitDepth, false};
}

Result<ImageFile> openImageFile(const std::filesystem::path &path)
{
    const auto bytes = sizeOfRegularFile(path);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (*bytes == 0)
        return imageError(ErrorCode::BadFormat, path, "the file is empty");
    FileHandle handle(std::fopen(path.c_str(), "rbe"));
    if (!handle)
        return imageError(ErrorCode::Unreadable, path, std::strerror(errno));
    const std::string start = readAt(handle.get(), 0, 8);
    if (std::ferror(handle.get()) != 0)
        return imageError(ErrorCode::Unreadable, path, "cannot be read (I/O error)");
    const auto format = formatOf(start);
    if (!format) {
        return imageError(
            ErrorCode::BadFormat, path,
            fmt::format("is not a PNG, JPEG, BMP or TIFF file (it starts with \"{}\")", printable(start)));
    }
    std::rewind(handle.get());
    return ImageFile{path, std::move(handle), *bytes, *format};
}

std::string readAt(std::FILE *file, std::int64_t offset, std::size_t count)
{
    std::string bytes(count, '\0');
    if (::fseeko(file, offset, SEEK_SET) != 0)
        return {};
    bytes.resize(std::fread(bytes.data(), 1, count, file));
    return bytes;
}

Result<void> checkSides(const std::filesystem::path &path, std::int64_t width, std::int64_t height,
                        const ImageLimits &limits)
{
    if (width < 1 || height < 1)
        return imageError(ErrorCode::BadFormat, path, fmt::format("announces an image of {}x{} pixels", width, height));
    if (std::max(width, height) > limits.maxSidePx) {
        return imageError(ErrorCode::TooLarge, path,
                          fmt::format("{}x{} pixels is over the limit of {} a side", width, height, limits.maxSidePx));
    }
    return {};
}

Result<void> checkDecodedWhole(const std::filesystem::path &path, const StoredImage &image, const ImageLimits &limits,
                               std::int64_t extraBytes)
{
    const std::int64_t pixelLimit = std::min(decodedPixelLimit, limits.maxPixels);
    if (image.pixels() > pixelLimit) {
        return imageError(ErrorCode::TooLarge, path,
                          fmt::format("{}x{} pixels is over the limit of {} pixels for a format that is decoded whole; "
                                      "save it as TIFF, which is read by region",
                                      image.size.width, image.size.height, pixelLimit));
    }
    const std::int64_t needed = image.bytes() + extraBytes;
    if (needed > limits.maxDecodedBytes) {
        return imageError(ErrorCode::TooLarge, path,
                          fmt::format("{}x{} pixels take {} to decode, over the limit of {}; save it as TIFF, which is "
                                      "read by region",
                                      image.size.width, image.size.height, readableBytes(needed),
                                      readableBytes(limits.maxDecodedBytes)));
    }
    return {};
}

Result<cv::Mat> allocatePixels(const std::filesystem::path &path, cv::Size size, int type)
{
    try {
        return cv::Mat(size, type);
    } catch (const std::exception &) {
        return imageError(ErrorCode::OutOfMemory, path,
                          fmt::format("no memory for {}x{} pixels ({})", size.width, size.height,
                                      readableBytes(static_cast<std::int64_t>(size.width) * size.height *
                                                    static_cast<std::int64_t>(CV_ELEM_SIZE(type)))));
    }
}

Result<void> checkArea(const cv::Rect &area, const ImageInfo &info)
{
    const bool inside = area.x >= 0 && area.y >= 0 && area.width > 0 && area.height > 0 &&
                        area.width <= info.width - area.x && area.height <= info.height - area.y;
    if (inside)
        return {};
    return fail(ErrorCode::BadArgument, fmt::format("rectangle {}x{} at ({}, {}) is not inside the image of {}x{}",
                                                    area.width, area.height, area.x, area.y, info.width, info.height));
}

} // namespace patina::detail
