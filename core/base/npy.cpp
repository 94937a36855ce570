#include "core/base/npy.h"

#include "core/base/atomic_file.h"
#include "core/base/tensor_archive.h"

#include <fmt/format.h>

#include <string>

namespace patina {

namespace {

/// Magic, version 1.0, header length, and the header padded so that the data start at a multiple of 64 bytes.
std::string npyHeader(const std::string &type, const std::vector<std::int64_t> &shape)
{
    std::string sides;
    for (const std::int64_t side : shape)
        sides += fmt::format("{}, ", side);
    std::string header = fmt::format("{{'descr': '{}', 'fortran_order': False, 'shape': ({}), }}", type, sides);
    constexpr std::size_t prefix = 10;
    header.append(63 - (prefix + header.size()) % 64, ' ');
    header += '\n';
    std::string bytes("\x93NUMPY\x01\x00", 8);
    bytes += static_cast<char>(header.size() % 256);
    bytes += static_cast<char>(header.size() / 256);
    return bytes + header;
}

template <typename T>
Result<void> write(const std::filesystem::path &path, const std::string &type, const std::vector<std::int64_t> &shape,
                   std::span<const T> values)
{
    if (shapeCount(shape) != static_cast<std::int64_t>(values.size()))
        return fail(ErrorCode::ShapeMismatch,
                    fmt::format("{}: {} values do not fill {}", path.string(), values.size(), shapeText(shape)));
    auto file = AtomicFile::create(path);
    if (!file)
        return failFrom(std::move(file));
    const std::span bytes(reinterpret_cast<const std::uint8_t *>(values.data()), values.size_bytes());
    return file->write(npyHeader(type, shape)).and_then([&] { return file->write(bytes); }).and_then([&] {
        return file->commit();
    });
}

} // namespace

Result<void> writeNpy(const std::filesystem::path &path, const std::vector<std::int64_t> &shape,
                      std::span<const float> values)
{
    return write(path, "<f4", shape, values);
}

Result<void> writeNpy(const std::filesystem::path &path, const std::vector<std::int64_t> &shape,
                      std::span<const std::int32_t> values)
{
    return write(path, "<i4", shape, values);
}

} // namespace patina
