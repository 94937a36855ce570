#include "core/project/project_copy.h"
#include "core/project/project_database.h"

#include <fmt/format.h>

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

namespace patina::detail {

namespace {

constexpr int applicationId = 0x50415449; ///< "PATI"
constexpr int longestValueBytes = 512 << 20;

constexpr const char *tablesOfVersion1 = R"(
CREATE TABLE images (id TEXT PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL,
  split TEXT NOT NULL CHECK (split IN ('train', 'validation', 'test')), class TEXT NOT NULL, part TEXT NOT NULL)
  STRICT, WITHOUT ROWID;
CREATE TABLE classes (name TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('defect', 'impurity', 'ambiguous')),
  position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE labels (id INTEGER PRIMARY KEY, image TEXT NOT NULL REFERENCES images(id), class TEXT NOT NULL,
  reader TEXT NOT NULL, source TEXT NOT NULL CHECK (source IN ('imported', 'region', 'drawn')), mask BLOB NOT NULL,
  model TEXT NOT NULL, threshold REAL) STRICT;
CREATE INDEX labelsOfImage ON labels(image);
CREATE INDEX labelsOfClass ON labels(class);
CREATE TABLE reviews (image TEXT NOT NULL REFERENCES images(id), reader TEXT NOT NULL, utc TEXT NOT NULL,
  PRIMARY KEY (image, reader)) STRICT, WITHOUT ROWID;
CREATE TABLE zones (id INTEGER PRIMARY KEY, image TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('roi', 'ignore')),
  polygon TEXT NOT NULL) STRICT;
CREATE TABLE models (hash TEXT PRIMARY KEY, path TEXT NOT NULL, addedUtc TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE journal (number INTEGER PRIMARY KEY, utc TEXT NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL,
  edits TEXT NOT NULL, previous TEXT NOT NULL, sha256 TEXT NOT NULL) STRICT;
)";

/// Results, which no journal tells. They name images and models, but hold none: a stamp says whether they still count.
constexpr const char *newInVersion2 = R"(
CREATE TABLE scoringModels (hash TEXT PRIMARY KEY, path TEXT NOT NULL, top REAL NOT NULL, review REAL, reject REAL,
  used INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE scores (model TEXT NOT NULL, image TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL,
  modifiedMs INTEGER NOT NULL, score REAL NOT NULL, verdict TEXT CHECK (verdict IN ('OK', 'review', 'NG')),
  PRIMARY KEY (model, image)) STRICT, WITHOUT ROWID;
)";
/// Zones with thresholds of their own. A CHECK can only be changed with its table.
constexpr const char *newInVersion3 = R"(
CREATE TABLE zonesOfVersion3 (id INTEGER PRIMARY KEY, image TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('roi', 'ignore', 'thresholds')), polygon TEXT NOT NULL, thresholdFactor REAL)
  STRICT;
INSERT INTO zonesOfVersion3 (id, image, kind, polygon) SELECT id, image, kind, polygon FROM zones;
DROP TABLE zones;
ALTER TABLE zonesOfVersion3 RENAME TO zones;
)";
constexpr int mostOldVersions = 100;
constexpr int mostLogPages = 4000; ///< then the change at hand takes the log in; in the window that is done before

int pragmaOf(SQLite::Database &database, const char *name)
{
    return database.execAndGet(fmt::format("PRAGMA {}", name)).getInt();
}

} // namespace

Error asError(const SQLite::Exception &exception, const std::filesystem::path &file, const char *doing)
{
    const std::string where = fmt::format("{}: ", file.string());
    switch (exception.getErrorCode() & 0xff) { // some calls answer with the extended code
    case SQLITE_NOTADB:
        return {ErrorCode::BadFormat, where + "not a Patina project"};
    case SQLITE_CORRUPT:
        return {ErrorCode::Corrupt,
                where + "the project is damaged; restore it (File menu, or patina-cli project restore)"};
    case SQLITE_FULL:
        return {ErrorCode::WriteFailed, where + "the disk is full; make room, nothing that was there is lost"};
    case SQLITE_BUSY:
        return {ErrorCode::WriteFailed, where + "another program is writing to it; try again"};
    case SQLITE_READONLY:
        return {ErrorCode::WriteFailed, where + "the file or its folder cannot be written to"};
    case SQLITE_IOERR:
        return {exception.getExtendedErrorCode() == SQLITE_IOERR_READ ||
                        exception.getExtendedErrorCode() == SQLITE_IOERR_SHORT_READ
                    ? ErrorCode::Unreadable
                    : ErrorCode::WriteFailed,
                fmt::format("{}{} failed: {}; what was there is not lost", where, doing, exception.getErrorStr())};
    case SQLITE_CANTOPEN:
        return {ErrorCode::Unreadable, where + "it cannot be opened, or not be made"};
    case SQLITE_CONSTRAINT:
        return {ErrorCode::BadArgument, where +
                                            "the change names an image that is not in the project, or takes one out "
                                            "that labels or reviews name"};
    case SQLITE_INTERRUPT:
        return {ErrorCode::Cancelled, "cancelled"};
    case SQLITE_NOMEM:
        return {ErrorCode::OutOfMemory, where + "there is not enough memory for it"};
    case SQLITE_TOOBIG:
        return {ErrorCode::TooLarge, where + "a value is larger than a project holds"};
    default:
        return {ErrorCode::Unreadable, fmt::format("{}{} failed: {}", where, doing, exception.getErrorStr())};
    }
}

void createTables(SQLite::Database &database)
{
    SQLite::Transaction transaction(database);
    database.exec(tablesOfVersion1);
    database.exec(newInVersion2);
    database.exec(newInVersion3);
    database.exec(fmt::format("PRAGMA application_id = {}", applicationId));
    database.exec(fmt::format("PRAGMA user_version = {}", presentVersion));
    transaction.commit();
}

Result<int> checkVersion(SQLite::Database &database)
{
    if (pragmaOf(database, "application_id") != applicationId)
        return fail(ErrorCode::BadFormat, "not a Patina project, but another program's SQLite file");
    const int version = pragmaOf(database, "user_version");
    if (version < 1 || version > presentVersion)
        return fail(ErrorCode::VersionMismatch,
                    fmt::format("the project has version {}, this program knows versions 1 to {}: use the program that "
                                "wrote it, or a newer one",
                                version, presentVersion));
    return version;
}

void upgradeTables(SQLite::Database &database)
{
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const int version = pragmaOf(database, "user_version");
    if (version >= presentVersion)
        return;
    if (version < 2)
        database.exec(newInVersion2);
    database.exec(newInVersion3);
    database.exec(fmt::format("PRAGMA user_version = {}", presentVersion));
    transaction.commit();
}

Result<void> keepOldVersion(SQLite::Database &database, const std::filesystem::path &file)
{
    const int version = pragmaOf(database, "user_version");
    const JournalEntry last = lastEntry(database);
    for (int i = 0; i < mostOldVersions; ++i) {
        const auto copy = beside(file, fmt::format(".v{}{}", version, i == 0 ? "" : fmt::format("-{}", i + 1)));
        std::error_code ec;
        if (!std::filesystem::exists(copy, ec)) {
            const auto part = beside(file, ".old-part");
            return copyDatabase(database, part, {}).and_then([&] { return renameOver(part, copy); });
        }
        // Kept by a program that was killed before it went on, or of another time.
        SQLite::Database kept(copy.string(), SQLite::OPEN_READONLY);
        prepareConnection(kept, false);
        if (kept.tableExists("journal") && lastEntry(kept) == last)
            return {};
    }
    return fail(ErrorCode::WriteFailed, fmt::format("{} copies of older versions are beside it", mostOldVersions));
}

void prepareConnection(SQLite::Database &database, bool mayWrite)
{
    sqlite3 *handle = database.getHandle();
    // The file may come from a stranger: no code of its schema is trusted, and no value is taken without bound.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, longestValueBytes);
    database.exec("PRAGMA cell_size_check = ON");
    if (!mayWrite)
        return;
    database.exec("PRAGMA journal_mode = WAL");
    database.exec("PRAGMA synchronous = FULL"); // what was acknowledged outlives a power cut
    database.exec("PRAGMA foreign_keys = ON");
    database.exec(fmt::format("PRAGMA wal_autocheckpoint = {}", mostLogPages));
}

} // namespace patina::detail
