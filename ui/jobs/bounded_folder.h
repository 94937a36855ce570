#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>

namespace patina {

/// A folder of files that can be made again: above a limit those that were used least recently go. What else lies there
/// is left alone, and the folder may be removed at any time. From any thread; processes may share it.
class BoundedFolder
{
public:
    /// \param ending of its files, ".safetensors".
    BoundedFolder(std::filesystem::path folder, std::string ending, std::int64_t mostBytes);

    const std::filesystem::path &path() const { return m_folder; }
    std::filesystem::path fileFor(const std::string &name) const { return m_folder / (name + m_ending); }
    /// Makes room, then writes. \param bytes that it will about need. Errors: TooLarge (more than the whole folder may
    /// hold), WriteFailed, those of `write`.
    Result<void> put(std::int64_t bytes, const std::function<Result<void>()> &write);
    /// It was used just now.
    static void touch(const std::filesystem::path &file);

private:
    void makeRoom(std::int64_t bytes);

    std::filesystem::path m_folder;
    std::string m_ending;
    std::int64_t m_mostBytes = 0;
    std::mutex m_writing;
    std::int64_t m_bytes = -1; ///< in the folder, as far as this process knows; below 0: not looked yet
};

} // namespace patina
