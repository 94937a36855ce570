#pragma once

#include "core/base/file_lock.h"
#include "core/project/project_database.h"

#include <fmt/format.h>

#include <memory>
#include <optional>

// What an open project is made of. Only for core/project.
namespace patina {

struct Project::State
{
    std::filesystem::path file;
    std::optional<FileLock> lock; ///< only where it may be written
    std::string whyReadOnly;
    std::unique_ptr<SQLite::Database> database; ///< closed before the lock goes
    bool isProject = false;                     ///< and not some other program's database

    State() = default;
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State() { close(); }

    /// At rest it is one file, which can be copied, and read without leaving files beside it. Where somebody reads just
    /// now, that is left to the next.
    void close()
    {
        if (database && lock && isProject)
            database->tryExec("PRAGMA journal_mode = DELETE");
        database.reset();
    }
};

namespace detail {

template <typename Work>
auto guarded(const std::filesystem::path &file, const char *doing, Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const SQLite::Exception &exception) {
        return tl::unexpected(asError(exception, file, doing));
    }
}

inline Error named(const std::filesystem::path &file, Error error)
{
    error.detail = fmt::format("{}: {}", file.string(), error.detail);
    return error;
}

} // namespace detail

} // namespace patina
