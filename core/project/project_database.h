#pragma once

#include "core/base/result.h"
#include "core/project/change.h"
#include "core/project/journal.h"
#include "core/project/project.h"
#include "core/project/scores.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

// The one place that knows SQL. Only for core/project; these throw SQLite::Exception, which asError() makes an error
// of.
namespace patina::detail {

/// \param doing "opening", "writing": for the sentence.
Error asError(const SQLite::Exception &exception, const std::filesystem::path &file, const char *doing);

/// Empty tables of the present version.
void createTables(SQLite::Database &database);
inline constexpr int presentVersion = 3;
/// The version of a project's tables: this program reads 1 to presentVersion.
/// Errors: BadFormat (another program's file), VersionMismatch.
Result<int> checkVersion(SQLite::Database &database);
/// Tables of an older version become those of the present one, all or none; nothing where they are.
void upgradeTables(SQLite::Database &database);
/// A copy of a project of an older version, "NAME.v1" beside it. Errors: WriteFailed.
Result<void> keepOldVersion(SQLite::Database &database, const std::filesystem::path &file);
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
std::vector<JournalLine> readLines(SQLite::Database &database, std::int64_t first, std::int64_t most);
/// As Project::journalOf().
std::vector<std::int64_t> entriesOf(SQLite::Database &database, const std::string &image);
/// All rows, also those whose numbers are none.
std::int64_t countEntries(SQLite::Database &database);
/// The last entry; number 0 and the start hash where there is none.
JournalEntry lastEntry(SQLite::Database &database);

// Of tables of the present version. What no program of ours wrote is left out.
/// Of the images whose scores an edit changes: those that a zone holds for, or all where the minimum area changes.
void forgetScoresUnder(SQLite::Database &database, const Edit &edit);
void putScores(SQLite::Database &database, const ScoringModel &model, std::span<const ImageScore> scores);
std::vector<ScoringModel> readScoringModels(SQLite::Database &database);
std::vector<ImageScore> readScores(SQLite::Database &database, const std::string &modelHash);

/// As Project::verify(), of one moment: others may write meanwhile.
Result<ProjectVerdict> verifyDatabase(SQLite::Database &database, const JobContext &context);

} // namespace patina::detail
