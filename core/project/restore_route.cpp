#include "core/project/restore_route.h"

#include "core/base/strict_json.h"
#include "core/project/fact_json.h"
#include "core/project/project_copy.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <SQLiteCpp/Savepoint.h>
#include <SQLiteCpp/Transaction.h>

namespace patina::detail {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t mostMissing = 2000; ///< behind so many entries that cannot be read none is looked for
constexpr std::int64_t entriesAtOnce = 500;

/// Whether all of an entry is as it was written, and it comes right behind another.
bool follows(const JournalEntry &entry, const JournalEntry &before)
{
    return entry.number == before.number + 1 && entry.previous == before.sha256 && journalHash(entry) == entry.sha256;
}

/// \returns false where an entry cannot be made again; then nothing of it is made.
bool makeAgain(SQLite::Database &database, const JournalEntry &entry)
{
    const auto edits = parseStrictJson(entry.edits).and_then(editsFromJson);
    if (!edits)
        return false;
    SQLite::Savepoint all(database, "entry");
    for (const Edit &edit : *edits)
        if (!makeEdit(database, edit)) {
            all.rollback();
            return false;
        }
    appendEntry(database, entry);
    all.release();
    return true;
}

Result<JournalEntry> follow(SQLite::Database &database, DamagedJournal &journal, std::int64_t last,
                            const JobContext &context)
{
    JournalEntry present = lastEntry(database);
    const std::int64_t first = present.number;
    while (present.number < last) {
        if (context.cancelled())
            return cancelledError();
        context.report("restore", present.number - first, last - first);
        SQLite::Transaction transaction(database);
        for (std::int64_t i = 0; i < entriesAtOnce && present.number < last; ++i) {
            const auto entry = journal.entry(present.number + 1);
            if (!entry || !follows(*entry, present) || !makeAgain(database, *entry))
                last = present.number;
            else
                present = *entry;
        }
        transaction.commit();
    }
    return present;
}

} // namespace

DamagedJournal::DamagedJournal(const fs::path &file)
try {
    std::error_code ec;
    if (!fs::is_regular_file(file, ec) || fs::file_size(file, ec) == 0)
        return;
    m_database = connectTo(file, false);
    prepareConnection(*m_database, false);
} catch (const SQLite::Exception &) {
    m_database.reset();
}

std::optional<JournalEntry> DamagedJournal::entry(std::int64_t number)
try {
    if (!m_database)
        return std::nullopt;
    const auto found = readEntries(*m_database, number, 1);
    return found.empty() || found.front().number != number ? std::nullopt : std::optional(found.front());
} catch (const SQLite::Exception &) {
    return std::nullopt;
}

Result<JournalEntry> DamagedJournal::lastReadable(const JobContext &context)
{
    JournalEntry last;
    for (std::int64_t number = 1; m_database && number - last.number <= mostMissing; ++number) {
        if (context.cancelled())
            return cancelledError();
        if (auto found = entry(number); found && journalHash(*found) == found->sha256)
            last = std::move(*found);
    }
    return last;
}

Result<JournalEntry> DamagedJournal::lastFollowing(const JournalEntry &from, const JobContext &context)
{
    JournalEntry last = from;
    while (true) {
        if (context.cancelled())
            return cancelledError();
        auto next = entry(last.number + 1);
        if (!next || !follows(*next, last))
            return last;
        last = std::move(*next);
    }
}

Result<std::optional<RestoreBase>> soundBase(const fs::path &file, const JobContext &context)
try {
    std::error_code ec;
    if (!fs::is_regular_file(file, ec))
        return std::nullopt;
    const auto database = connectTo(file, false);
    if (!checkVersion(*database))
        return std::nullopt;
    prepareConnection(*database, false);
    const Interruptible interruptible(*database, context);
    const auto verdict = verifyDatabase(*database, context);
    if (!verdict && verdict.error().code == ErrorCode::Cancelled)
        return cancelledError();
    if (!verdict || !verdict->good())
        return std::nullopt;
    return RestoreBase{file, lastEntry(*database), true};
} catch (const SQLite::Exception &) {
    if (context.cancelled())
        return cancelledError();
    return std::nullopt;
}

bool isSameWork(const RestoreBase &base, DamagedJournal &journal, const JournalEntry &lastReadable)
{
    if (base.file.empty() || lastReadable.number == 0)
        return true;
    if (lastReadable.number > base.last.number) {
        const auto same = journal.entry(base.last.number);
        return !same || same->sha256 == base.last.sha256;
    }
    const auto same = readEntries(*connectTo(base.file, false), lastReadable.number, 1);
    return !same.empty() && same.front() == lastReadable;
}

Result<JournalEntry> makeRestored(const RestoreBase &base, DamagedJournal &journal, std::int64_t last,
                                  const fs::path &target, const JobContext &context)
{
    removeDatabase(target);
    if (!base.file.empty())
        if (auto copied = copyDatabase(*connectTo(base.file, false), target, context); !copied)
            return failFrom(std::move(copied));
    SQLite::Database database(target.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA synchronous = OFF"); // once, when it is whole
    if (base.file.empty())
        createTables(database);
    prepareConnection(database, false);
    upgradeTables(database);
    return follow(database, journal, last, context);
}

} // namespace patina::detail
