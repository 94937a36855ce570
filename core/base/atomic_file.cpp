#include "core/base/atomic_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <random>
#include <unistd.h>
#include <utility>
#include <vector>

namespace patina {

namespace {

constexpr std::string_view temporaryPrefix = ".patina-";
constexpr std::size_t temporaryDigits = 8;
constexpr std::int64_t sentAtOnce = std::int64_t{16} << 20;

tl::unexpected<Error> writeError(const std::filesystem::path &path, int errorNumber)
{
    return fail(ErrorCode::WriteFailed, fmt::format("{}: {}", path.string(), std::strerror(errorNumber)));
}

/// Where a write to `target` lands: through links, as open() would go, so that a link stays one. What is there has to
/// be a file that may be overwritten: a rename would put a file in the place of a device, and of one set to read-only.
Result<std::filesystem::path> resolveTarget(std::filesystem::path target)
{
    const std::filesystem::path named = target;
    constexpr int maxLinks = 40; // as the kernel's MAXSYMLINKS
    for (int links = 0;; ++links) {
        std::error_code ec;
        const auto status = std::filesystem::symlink_status(target, ec);
        if (status.type() == std::filesystem::file_type::not_found)
            return target;
        if (ec)
            return writeError(named, ec.value());
        if (!std::filesystem::is_symlink(status)) {
            if (!std::filesystem::is_regular_file(status))
                return fail(ErrorCode::WriteFailed,
                            fmt::format("{} exists and is no regular file, it would be replaced", named.string()));
            if (::access(target.c_str(), W_OK) != 0)
                return writeError(named, errno);
            return target;
        }
        if (links == maxLinks)
            return writeError(named, ELOOP);
        const auto link = std::filesystem::read_symlink(target, ec);
        if (ec)
            return writeError(named, ec.value());
        target = target.parent_path() / link; // an absolute link replaces the folder
    }
}

std::filesystem::path folderOf(const std::filesystem::path &target)
{
    return target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
}

} // namespace

AtomicFile::AtomicFile(std::filesystem::path target, std::filesystem::path temporary, int descriptor)
    : m_target(std::move(target)), m_temporary(std::move(temporary)), m_descriptor(descriptor)
{
}

AtomicFile::AtomicFile(AtomicFile &&other) noexcept
    : m_target(std::move(other.m_target)), m_temporary(std::exchange(other.m_temporary, {})),
      m_descriptor(std::exchange(other.m_descriptor, -1)), m_written(other.m_written), m_sent(other.m_sent),
      m_arrived(other.m_arrived)
{
}

AtomicFile::~AtomicFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
}

bool AtomicFile::isTemporaryName(std::string_view name)
{
    return name.size() == temporaryPrefix.size() + temporaryDigits && name.starts_with(temporaryPrefix) &&
           name.find_first_not_of("0123456789abcdef", temporaryPrefix.size()) == std::string_view::npos;
}

Result<AtomicFile> AtomicFile::create(const std::filesystem::path &named)
{
    auto resolved = resolveTarget(named);
    if (!resolved)
        return failFrom(std::move(resolved));
    const std::filesystem::path &target = *resolved;
    // A name of its own, short, so that the longest name of a target still has one beside it.
    std::random_device random;
    for (int attempt = 0; attempt < 100; ++attempt) {
        const std::filesystem::path temporary =
            folderOf(target) / fmt::format("{}{:0{}x}", temporaryPrefix, random(), temporaryDigits);
        // Not mkstemp: it gives the file to its owner alone, whatever the umask.
        const int descriptor = ::open(temporary.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor >= 0)
            return AtomicFile(target, temporary, descriptor);
        if (errno != EEXIST)
            return writeError(target, errno);
    }
    return writeError(target, EEXIST);
}

Result<void> AtomicFile::write(std::span<const std::uint8_t> bytes)
{
    while (!bytes.empty()) {
        const std::size_t most = std::min(bytes.size(), static_cast<std::size_t>(sentAtOnce));
        const ssize_t written = ::write(m_descriptor, bytes.data(), most);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return writeError(m_target, written < 0 ? errno : ENOSPC);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        m_written += written;
        if (m_written - m_sent >= sentAtOnce)
            if (auto sent = sendToDisk(); !sent)
                return sent;
    }
    return {};
}

/// Begins with what has been written since, and waits for what was begun with before.
Result<void> AtomicFile::sendToDisk()
{
    constexpr unsigned wait = SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER;
    bool sent = ::sync_file_range(m_descriptor, m_sent, m_written - m_sent, SYNC_FILE_RANGE_WRITE) == 0;
    if (sent && m_sent > m_arrived) // a length of 0 would be all of it
        sent = ::sync_file_range(m_descriptor, m_arrived, m_sent - m_arrived, wait) == 0;
    // Whoever waits is told of what went wrong, once: fsync() would not know of it. Systems that cannot do it are no
    // failure.
    if (!sent && errno != ENOSYS && errno != EOPNOTSUPP && errno != ESPIPE && errno != EINVAL)
        return writeError(m_target, errno);
    m_arrived = m_sent;
    m_sent = m_written;
    return {};
}

Result<void> AtomicFile::write(std::string_view text)
{
    return write(std::span(reinterpret_cast<const std::uint8_t *>(text.data()), text.size()));
}

Result<void> AtomicFile::commit()
{
    // A library may have written by name: what is synced is the file behind the name.
    if (::fsync(m_descriptor) != 0)
        return writeError(m_target, errno);
    if (::rename(m_temporary.c_str(), m_target.c_str()) != 0)
        return writeError(m_target, errno);
    m_temporary.clear();
    const int folder = ::open(folderOf(m_target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
}

Result<void> writeTextFile(const std::filesystem::path &target, std::string_view text)
{
    auto file = AtomicFile::create(target);
    if (!file)
        return failFrom(std::move(file));
    return file->write(text).and_then([&] { return file->commit(); });
}

} // namespace patina
