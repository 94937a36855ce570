#pragma once

#include "core/base/job_context.h"
#include "core/project/project_database.h"

#include <filesystem>
#include <memory>
#include <string_view>

// Copies of project files, and files beside a project. Only for core/project.
namespace patina::detail {

/// "NAME.patinaproj" and "-wal" or ".backup".
std::filesystem::path beside(const std::filesystem::path &project, std::string_view ending);

/// A connection to a file that is there. Where nobody may write beside it, SQLite takes the file as it is, unless there
/// is more than the file. Throws.
std::unique_ptr<SQLite::Database> connectTo(const std::filesystem::path &file, bool mayWrite);

/// While this lives, long statements of a connection end with SQLITE_INTERRUPT when the job is cancelled.
class Interruptible
{
public:
    Interruptible(SQLite::Database &database, const JobContext &context);
    Interruptible(const Interruptible &) = delete;
    Interruptible &operator=(const Interruptible &) = delete;
    ~Interruptible();

private:
    SQLite::Database &m_database;
};

/// All of a database, as it is at one moment, in a file of its own that is on the disk; what is there is replaced.
/// Where that fails, no file is left. Throws. Errors: Cancelled, WriteFailed.
Result<void> copyDatabase(SQLite::Database &source, const std::filesystem::path &target, const JobContext &context);

/// The old file or the whole new one has the name, also after a power cut. Errors: WriteFailed.
Result<void> renameOver(const std::filesystem::path &from, const std::filesystem::path &to);
Result<void> syncFile(const std::filesystem::path &file);
void syncFolderOf(const std::filesystem::path &file);
/// A database file and what SQLite may have beside it.
void removeDatabase(const std::filesystem::path &file);

} // namespace patina::detail
