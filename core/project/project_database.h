#pragma once

#include "core/base/result.h"
#include "core/project/change.h"
#include "core/project/journal.h"
#include "core/project/project.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <filesystem>
#include <string>
#include <vector>

// The one place that knows SQL. Only for core/project; these throw SQLite::Exception, which asError() makes an error
// of.
namespace patina::detail {

/// \param doing "opening", "writing": for the sentence.
Error asError(const SQLite::Exception &exception, const std::filesystem::path &file, const char *doing);

/// Empty tables of the present version.
void createTables(SQLite::Database &database);
/// Whether the file is a project, and of a version that this program can read.
/// Errors: BadFormat (another program's file), VersionMismatch.
Result<void> checkVersion(SQLite::Database &database);
/// Settings of a connection: what a file from a stranger may do, how safely is written.
void prepareConnection(SQLite::Database &database, bool mayWrite);

/// Errors: BadFormat (a row that no program of ours wrote).
Result<ProjectContents> readContents(SQLite::Database &database);
/// Makes one edit. Errors: BadArgument (what is there is not what the edit says was there before; it changes a key).
Result<void> makeEdit(SQLite::Database &database, const Edit &edit);

/// Whether every class that labels of the change name is there, and none that it takes out is named by a label.
/// Errors: BadArgument.
Result<void> checkClasses(SQLite::Database &database, const Change &change);

void appendEntry(SQLite::Database &database, const JournalEntry &entry);
/// \param first number of the first, \param most how many.
std::vector<JournalEntry> readEntries(SQLite::Database &database, std::int64_t first, std::int64_t most);
/// All rows, also those whose numbers are none.
std::int64_t countEntries(SQLite::Database &database);
/// The last entry; number 0 and the start hash where there is none.
JournalEntry lastEntry(SQLite::Database &database);

/// As Project::verify().
Result<ProjectVerdict> verifyDatabase(SQLite::Database &database, const JobContext &context);

} // namespace patina::detail
