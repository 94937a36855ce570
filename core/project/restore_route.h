#pragma once

#include "core/project/project_database.h"
#include "core/project/restore.h"

#include <filesystem>
#include <optional>
#include <vector>

// Which way a damaged project can be made again. Only for core/project.
namespace patina::detail {

/// A sound project to begin with; an empty file name: nothing, the journal is followed from its start.
struct RestoreBase
{
    std::filesystem::path file;
    JournalEntry last; ///< number 0 and the start hash where it is nothing
    /// What stands in the damaged file comes before or behind it; else it is a copy of other work.
    bool sameWork = true;
};

/// The journal of a damaged file, entry by entry: what cannot be read is not there.
class DamagedJournal
{
public:
    /// \param file may be missing, or be anything.
    explicit DamagedJournal(const std::filesystem::path &file);

    std::optional<JournalEntry> entry(std::int64_t number);
    /// Number and time of the last one that can be read; looks `mostMissing` beyond each. Errors: Cancelled.
    Result<JournalEntry> lastReadable(const JobContext &context);
    /// The last of those that follow `from` without a gap. Errors: Cancelled.
    Result<JournalEntry> lastFollowing(const JournalEntry &from, const JobContext &context);

private:
    std::unique_ptr<SQLite::Database> m_database;
};

/// \returns none where the file is not there or is not sound. Errors: Cancelled.
Result<std::optional<RestoreBase>> soundBase(const std::filesystem::path &file, const JobContext &context);

/// Whether a base has the last entry that can be read in the damaged file, or is followed by it.
bool isSameWork(const RestoreBase &base, DamagedJournal &journal, const JournalEntry &lastReadable);

/// A project in `target`: the base, and the entries of the damaged journal up to `last`, as far as they can be made
/// again. \returns its last entry. Throws. Errors: WriteFailed, Cancelled.
Result<JournalEntry> makeRestored(const RestoreBase &base, DamagedJournal &journal, std::int64_t last,
                                  const std::filesystem::path &target, const JobContext &context);

} // namespace patina::detail
