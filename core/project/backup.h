#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/project/journal.h"

#include <filesystem>

namespace patina {

/// The last good state of a project: `NAME.patinaproj.backup` beside it, a whole project.
std::filesystem::path backupOf(const std::filesystem::path &project);

struct BackupState
{
    bool made = false;      ///< false: the one that is there has the same journal, and the project was checked instead
    std::int64_t entry = 0; ///< of the journal, the last that the backup holds
};

/// Copies a project to its backup; others may write meanwhile. The copy is checked as Project::verify() does before it
/// takes the place of the older one: a backup is always sound. For the program that has the project open to write, from
/// any thread. Stage "verify".
/// Errors: Corrupt, BadFormat (the project is damaged: the backup stays as it is), WriteFailed, Unreadable, NotFound,
/// Cancelled.
Result<BackupState> keepBackup(const std::filesystem::path &project, const JobContext &context);

/// Takes what stands in the write-ahead log into the file, without making those wait who write meanwhile: else the
/// change that fills the log would wait for that. From any thread. Errors: Unreadable, Corrupt.
Result<void> tidyLog(const std::filesystem::path &project);

} // namespace patina
