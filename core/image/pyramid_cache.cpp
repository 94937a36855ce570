#include "core/image/pyramid_cache.h"

#include "core/base/sha256.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <vector>

namespace patina {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view ending = ".pyramid";
constexpr std::string_view temporaryStart = ".patina-"; // of AtomicFile
constexpr auto abandonedAfter = std::chrono::hours(24);

/// What tells an image and its content apart; empty where there is no such file.
std::string keyOf(const fs::path &image)
{
    std::error_code ec;
    const fs::path whole = fs::weakly_canonical(image, ec);
    struct ::stat facts
    {
    };
    if (ec || ::stat(whole.c_str(), &facts) != 0)
        return {};
    const std::string text =
        fmt::format("{}\n{}\n{}.{:09}", whole.string(), facts.st_size, facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec);
    return sha256Of({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
}

bool isOurs(const fs::path &file)
{
    const std::string name = file.filename().string();
    return name.size() == 64 + ending.size() && name.ends_with(ending) &&
           std::all_of(name.begin(), name.begin() + 64,
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

struct Kept
{
    fs::path file;
    std::int64_t bytes = 0; ///< on the disk
    fs::file_time_type used;
};

/// Ours, the one not used for longest first. What an ended program has left unfinished is removed.
std::vector<Kept> listed(const fs::path &folder)
{
    std::vector<Kept> files;
    std::error_code ec;
    for (fs::directory_iterator entry(folder, ec), end; !ec && entry != end; entry.increment(ec)) {
        std::error_code failed;
        if (entry->symlink_status(failed).type() != fs::file_type::regular)
            continue;
        const auto time = entry->last_write_time(failed);
        struct ::stat facts
        {
        };
        if (failed || ::stat(entry->path().c_str(), &facts) != 0)
            continue;
        if (isOurs(entry->path()))
            files.push_back({entry->path(), std::int64_t{facts.st_blocks} * 512, time});
        else if (entry->path().filename().string().starts_with(temporaryStart) &&
                 time < fs::file_time_type::clock::now() - abandonedAfter)
            fs::remove(entry->path(), failed);
    }
    std::ranges::sort(files, {}, &Kept::used);
    return files;
}

} // namespace

std::shared_ptr<PyramidFile> PyramidCache::find(const fs::path &image) const
{
    const std::string key = m_folder.empty() ? std::string() : keyOf(image);
    if (key.empty())
        return nullptr;
    const fs::path file = m_folder / (key + std::string(ending));
    std::error_code ec;
    auto opened = PyramidFile::open(file, key);
    if (!opened) {
        if (opened.error().code == ErrorCode::BadFormat || opened.error().code == ErrorCode::Corrupt)
            fs::remove(file, ec);
        return nullptr;
    }
    fs::last_write_time(file, fs::file_time_type::clock::now(), ec); // used just now
    return *opened;
}

Result<std::shared_ptr<PyramidFile>> PyramidCache::create(const fs::path &image, const ImageInfo &info) const
{
    if (m_folder.empty())
        return fail(ErrorCode::WriteFailed, "there is no folder for the cache of pictures");
    const std::string key = keyOf(image);
    if (key.empty())
        return fail(ErrorCode::NotFound, fmt::format("{} does not exist", image.string()));
    std::error_code ec;
    fs::create_directories(m_folder, ec);
    if (ec)
        return fail(ErrorCode::WriteFailed, fmt::format("{}: {}", m_folder.string(), ec.message()));
    const LowestLevel lowest = info.regions ? LowestLevel::Halved : LowestLevel::Image;
    const std::int64_t bytes = PyramidFile::bytesOf(info, lowest);
    if (!makeRoom(bytes))
        return fail(ErrorCode::TooLarge,
                    fmt::format("{}: no room for a picture cache of {} MiB", m_folder.string(), bytes >> 20));
    return PyramidFile::create(m_folder / (key + std::string(ending)), info, lowest, key);
}

bool PyramidCache::makeRoom(std::int64_t bytes) const
{
    std::error_code ec;
    const auto space = fs::space(m_folder, ec);
    std::int64_t free = ec ? bytes + sparedBytes : static_cast<std::int64_t>(space.available);
    const std::vector<Kept> files = listed(m_folder);
    std::int64_t kept = 0;
    for (const Kept &file : files)
        kept += file.bytes;
    if (bytes > m_mostBytes || free + kept < bytes + sparedBytes)
        return false;
    for (const Kept &file : files) {
        if (kept + bytes <= m_mostBytes && free >= bytes + sparedBytes)
            break;
        if (fs::remove(file.file, ec)) {
            kept -= file.bytes;
            free += file.bytes;
        }
    }
    return kept + bytes <= m_mostBytes && free >= bytes + sparedBytes;
}

} // namespace patina
