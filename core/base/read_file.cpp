#include "core/base/read_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <new>

namespace patina {

namespace {

constexpr std::size_t readAtOnce = std::size_t{16} << 20; ///< between two looks at the context

template <typename Buffer>
Result<Buffer> readWhole(const std::filesystem::path &path, std::int64_t maxBytes)
{
    const auto size = regularFileSize(path);
    if (!size)
        return tl::unexpected(size.error());
    if (*size > maxBytes)
        return fail(ErrorCode::TooLarge,
                    fmt::format("{}: {} bytes, more than the {} allowed here", path.string(), *size, maxBytes));
    try {
        std::ifstream file(path, std::ios::binary);
        if (!file)
            return fail(ErrorCode::Unreadable, fmt::format("{}: cannot be opened for reading", path.string()));
        Buffer buffer(static_cast<std::size_t>(*size), typename Buffer::value_type{});
        file.read(reinterpret_cast<char *>(buffer.data()), static_cast<std::streamsize>(*size));
        if (file.gcount() != *size)
            return fail(ErrorCode::Unreadable,
                        fmt::format("{}: ends after {} of {} bytes", path.string(), file.gcount(), *size));
        return buffer;
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::OutOfMemory, fmt::format("{}: no memory for {} bytes", path.string(), *size));
    }
}

} // namespace

Result<std::int64_t> regularFileSize(const std::filesystem::path &path)
{
    std::error_code ec;
    const auto status = std::filesystem::status(path, ec);
    if (status.type() == std::filesystem::file_type::not_found)
        return fail(ErrorCode::NotFound, fmt::format("{}: no such file", path.string()));
    if (ec)
        return fail(ErrorCode::Unreadable, fmt::format("{}: {}", path.string(), ec.message()));
    if (status.type() != std::filesystem::file_type::regular)
        return fail(ErrorCode::Unreadable, fmt::format("{}: not a regular file", path.string()));
    const auto size = std::filesystem::file_size(path, ec);
    if (ec)
        return fail(ErrorCode::Unreadable, fmt::format("{}: {}", path.string(), ec.message()));
    return static_cast<std::int64_t>(size);
}

Result<std::vector<std::uint8_t>> readFileBytes(const std::filesystem::path &path, std::int64_t maxBytes)
{
    return readWhole<std::vector<std::uint8_t>>(path, maxBytes);
}

Result<void> readBytesAt(std::ifstream &file, std::int64_t offset, std::span<std::uint8_t> bytes,
                         const JobContext &context)
{
    file.seekg(offset);
    while (!bytes.empty()) {
        if (context.cancelled())
            return cancelledError();
        const auto part = bytes.first(std::min(bytes.size(), readAtOnce));
        file.read(reinterpret_cast<char *>(part.data()), std::ssize(part));
        if (!file || file.gcount() != std::ssize(part))
            return fail(ErrorCode::Unreadable, "reading failed half way");
        bytes = bytes.subspan(part.size());
    }
    return {};
}

Result<std::string> readTextFile(const std::filesystem::path &path, std::int64_t maxBytes)
{
    return readWhole<std::string>(path, maxBytes);
}

} // namespace patina
