#include "ui/jobs/bounded_folder.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace patina {

namespace fs = std::filesystem;

namespace {

struct KeptFile
{
    fs::path path;
    std::int64_t bytes = 0;
    fs::file_time_type used;
};

std::vector<KeptFile> filesIn(const fs::path &folder, const std::string &ending)
{
    std::vector<KeptFile> files;
    std::error_code ec;
    for (fs::directory_iterator file(folder, ec), end; !ec && file != end; file.increment(ec)) {
        std::error_code gone;
        const auto bytes = file->file_size(gone);
        const auto used = file->last_write_time(gone);
        if (!gone && file->path().extension() == ending)
            files.push_back({file->path(), static_cast<std::int64_t>(bytes), used});
    }
    return files;
}

} // namespace

BoundedFolder::BoundedFolder(fs::path folder, std::string ending, std::int64_t mostBytes)
    : m_folder(std::move(folder)), m_ending(std::move(ending)), m_mostBytes(mostBytes)
{
}

Result<void> BoundedFolder::put(std::int64_t bytes, const std::function<Result<void>()> &write)
{
    if (bytes > m_mostBytes)
        return fail(ErrorCode::TooLarge, "a file is larger than all that may be kept");
    const std::lock_guard lock(m_writing);
    std::error_code ec;
    fs::create_directories(m_folder, ec);
    if (ec)
        return fail(ErrorCode::WriteFailed, m_folder.string() + ": " + ec.message());
    makeRoom(bytes);
    return write().map([&] { m_bytes += bytes; });
}

void BoundedFolder::touch(const fs::path &file)
{
    std::error_code ec;
    fs::last_write_time(file, fs::file_time_type::clock::now(), ec);
}

/// A tenth at a time: the folder is not listed for every file.
void BoundedFolder::makeRoom(std::int64_t bytes)
{
    if (m_bytes >= 0 && m_bytes + bytes <= m_mostBytes)
        return;
    auto files = filesIn(m_folder, m_ending);
    m_bytes = 0;
    for (const KeptFile &file : files)
        m_bytes += file.bytes;
    if (m_bytes + bytes <= m_mostBytes)
        return;
    std::ranges::sort(files, {}, &KeptFile::used);
    for (const KeptFile &file : files) {
        if (m_bytes + bytes <= m_mostBytes - m_mostBytes / 10)
            return;
        std::error_code ec;
        fs::remove(file.path, ec);
        m_bytes -= ec ? 0 : file.bytes;
    }
}

} // namespace patina
