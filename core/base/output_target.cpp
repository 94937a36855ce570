#include "core/base/output_target.h"

#include "core/base/atomic_file.h"

#include <fmt/format.h>

#include <fstream>
#include <string>

namespace patina {

namespace {

/// Permissions alone do not tell: root may write everywhere but on a read-only disk. So a file is made, and removed.
/// \param named what the user has named, for the message.
Result<void> probe(const std::filesystem::path &file, const std::filesystem::path &named)
{
    if (auto made = AtomicFile::create(file); made)
        return {};
    else if (file == named)
        return fail(ErrorCode::WriteFailed, made.error().detail + "; name another place with --out");
    else
        return fail(ErrorCode::WriteFailed, fmt::format("{} cannot be written ({}); name another place with --out",
                                                        named.string(), made.error().detail));
}

} // namespace

Result<void> checkOutputFile(const std::filesystem::path &file)
{
    std::error_code ec;
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    if (!std::filesystem::is_directory(folder, ec))
        return fail(ErrorCode::WriteFailed, fmt::format("{}: {} is no folder; make it or name another with --out",
                                                        file.string(), folder.string()));
    if (!file.has_filename() || std::filesystem::is_directory(file, ec))
        return fail(ErrorCode::WriteFailed, fmt::format("{} is a folder; name a file with --out", file.string()));
    return probe(file, file);
}

Result<void> checkModelFile(const std::filesystem::path &file, std::span<const std::string> read)
{
    std::error_code ec;
    for (const std::string &model : read)
        if (std::filesystem::equivalent(model, file, ec))
            return fail(ErrorCode::WriteFailed,
                        fmt::format("{} is a model that this run reads, and would be replaced; name another file with "
                                    "--out",
                                    file.string()));
    constexpr std::string_view begin = R"({"__metadata__":{"patina":)"; // after the eight bytes of its length
    if (std::filesystem::is_regular_file(file, ec) && std::filesystem::file_size(file, ec) > 0) {
        std::string found(8 + begin.size(), '\0');
        std::ifstream(file, std::ios::binary).read(found.data(), static_cast<std::streamsize>(found.size()));
        if (std::string_view(found).substr(8) != begin)
            return fail(
                ErrorCode::WriteFailed,
                fmt::format("{} is there already and is no Patina model; name another file with --out", file.string()));
    }
    return checkOutputFile(file);
}

Result<void> checkOutputFolder(const std::filesystem::path &folder)
{
    std::error_code ec;
    auto existing = std::filesystem::absolute(folder, ec);
    while (existing.has_relative_path() && !std::filesystem::exists(existing, ec))
        existing = existing.parent_path();
    if (!std::filesystem::is_directory(existing, ec))
        return fail(ErrorCode::WriteFailed, fmt::format("{}: {} is no folder; name another place with --out",
                                                        folder.string(), existing.string()));
    auto free = existing / "patina";
    while (std::filesystem::exists(std::filesystem::symlink_status(free, ec)))
        free += "-";
    return probe(free, folder);
}

Result<void> removeOutput(const std::filesystem::path &file, std::string_view start)
{
    std::error_code ec;
    if (!std::filesystem::exists(file, ec))
        return {};
    std::ifstream stream;
    if (std::filesystem::is_regular_file(file, ec)) // a pipe would wait for ever
        stream.open(file, std::ios::binary);
    std::string found(start.size(), '\0');
    stream.read(found.data(), static_cast<std::streamsize>(found.size()));
    if (!stream.is_open() || !stream || found != start)
        return fail(ErrorCode::WriteFailed,
                    fmt::format("{} is there already and is not of an earlier run; name another folder with --out",
                                file.string()));
    std::filesystem::remove(file, ec);
    if (ec)
        return fail(ErrorCode::WriteFailed,
                    fmt::format("{} of an earlier run cannot be removed: {}", file.string(), ec.message()));
    return {};
}

} // namespace patina
