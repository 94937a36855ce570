#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/project/project.h"

#include <filesystem>

namespace patina {

/// Writes a journal as CSV (number, utc, who, action, edits, previous, sha256), whole or not at all; the edits are JSON
/// in one field. Stage "write" (entries). \returns its last entry; number 0 where there is none.
/// Errors: WriteFailed, those of Project::journal(), Cancelled.
Result<JournalEntry> writeJournalCsv(const Project &project, const std::filesystem::path &target,
                                     const JobContext &context);

} // namespace patina
