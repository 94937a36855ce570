#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string_view>

namespace patina {

/// A file that appears whole or not at all: written beside its target under a temporary name (".patina-" and a random
/// number), synced, renamed over it. A link as target is followed and stays a link. Its rights are those the umask
/// leaves. Destroyed without commit(): the temporary file is removed and an existing target is untouched.
class AtomicFile
{
public:
    /// Errors: WriteFailed (folder missing or read-only; the target is a device, a folder, a pipe or write-protected).
    static Result<AtomicFile> create(const std::filesystem::path &target);
    /// Of a file that a killed program has left, if nobody is writing it.
    static bool isTemporaryName(std::string_view name);

    AtomicFile(AtomicFile &&other) noexcept;
    AtomicFile &operator=(AtomicFile &&) = delete;
    AtomicFile(const AtomicFile &) = delete;
    AtomicFile &operator=(const AtomicFile &) = delete;
    ~AtomicFile();

    /// Sent on to the disk every 16 MiB, so that commit() has little left to wait for.
    /// Errors: WriteFailed (disk full, I/O error).
    Result<void> write(std::span<const std::uint8_t> bytes);
    Result<void> write(std::string_view text);
    /// Sync, rename, sync the folder.
    Result<void> commit();

    /// For libraries that write by name: the temporary name in the target's folder. They open it themselves.
    const std::filesystem::path &temporaryPath() const { return m_temporary; }

private:
    AtomicFile(std::filesystem::path target, std::filesystem::path temporary, int descriptor);
    Result<void> sendToDisk();

    std::filesystem::path m_target;
    std::filesystem::path m_temporary;
    int m_descriptor = -1;
    std::int64_t m_written = 0;
    std::int64_t m_sent = 0;    ///< of these, on their way to the disk
    std::int64_t m_arrived = 0; ///< of these, there
};

/// Writes a whole text file atomically.
Result<void> writeTextFile(const std::filesystem::path &target, std::string_view text);

} // namespace patina
