#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace patina {

/// That this program alone writes into a file or folder: a lock on the file "NAME-lock" beside it, which ends with the
/// program however that ends. The file says who holds it, for the sentence that others get.
class FileLock
{
public:
    /// \returns none where another program holds it.
    /// Errors: WriteFailed (the folder cannot be written to).
    static Result<std::optional<FileLock>> tryTake(const std::filesystem::path &path);
    /// "Eva on pc-12, since 2026-11-28T12:00:00Z", who holds it now, and who says so in the file; empty: nobody, or it
    /// is not told.
    static std::string presentHolder(const std::filesystem::path &path);
    static std::string holder(const std::filesystem::path &path);

    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&) = delete;
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;
    /// Removes the file and lets go.
    ~FileLock();

private:
    FileLock(std::filesystem::path file, int descriptor);

    std::filesystem::path m_file;
    int m_descriptor = -1;
};

} // namespace patina
