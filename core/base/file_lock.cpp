#include "core/base/file_lock.h"

#include "core/base/printable.h"
#include "core/base/read_file.h"
#include "core/base/system.h"
#include "core/base/user_name.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace patina {

namespace {

constexpr int mostTries = 100;
constexpr std::int64_t longestHolder = 500;

std::filesystem::path lockOf(const std::filesystem::path &path)
{
    std::filesystem::path file = path;
    file += "-lock";
    return file;
}

/// Whether the name still stands for the file that was locked: who lets go removes it.
bool isStillThere(const std::filesystem::path &file, int descriptor)
{
    struct stat named = {};
    struct stat locked = {};
    return ::stat(file.c_str(), &named) == 0 && ::fstat(descriptor, &locked) == 0 && named.st_dev == locked.st_dev &&
           named.st_ino == locked.st_ino;
}

/// Somebody who only asks who holds it does so for a moment, too.
bool lockSoon(int descriptor)
{
    for (int tries = 0; tries < 5; ++tries) {
        if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(4));
    }
    return false;
}

void writeHolder(int descriptor)
{
    std::array<char, 256> host{};
    ::gethostname(host.data(), host.size() - 1);
    const std::string text = fmt::format("{} on {}, since {}\n", userName(), host.data(), utcNow());
    if (::ftruncate(descriptor, 0) != 0 || ::pwrite(descriptor, text.data(), text.size(), 0) < 0)
        return; // only the sentence of others suffers
}

} // namespace

FileLock::FileLock(std::filesystem::path file, int descriptor) : m_file(std::move(file)), m_descriptor(descriptor) {}

FileLock::FileLock(FileLock &&other) noexcept
    : m_file(std::move(other.m_file)), m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

FileLock::~FileLock()
{
    if (m_descriptor < 0)
        return;
    ::unlink(m_file.c_str());
    ::close(m_descriptor);
}

Result<std::optional<FileLock>> FileLock::tryTake(const std::filesystem::path &path)
{
    const std::filesystem::path file = lockOf(path);
    for (int tries = 0; tries < mostTries; ++tries) {
        const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (descriptor < 0)
            return fail(ErrorCode::WriteFailed, fmt::format("{}: {}", file.string(), std::strerror(errno)));
        if (!lockSoon(descriptor)) {
            ::close(descriptor);
            return std::nullopt;
        }
        if (isStillThere(file, descriptor)) {
            writeHolder(descriptor);
            return std::optional(FileLock(file, descriptor));
        }
        ::close(descriptor);
    }
    return std::nullopt;
}

std::string FileLock::presentHolder(const std::filesystem::path &path)
{
    const int descriptor = ::open(lockOf(path).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0)
        return {};
    const bool free = ::flock(descriptor, LOCK_SH | LOCK_NB) == 0;
    ::close(descriptor);
    return free ? std::string() : holder(path);
}

std::string FileLock::holder(const std::filesystem::path &path)
{
    auto text = readTextFile(lockOf(path), longestHolder);
    if (!text)
        return {};
    while (text->ends_with('\n'))
        text->pop_back();
    return printable(*text);
}

} // namespace patina
