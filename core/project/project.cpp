#include "core/project/project.h"

#include "core/project/change_check.h"
#include "core/project/project_state.h"

#include <SQLiteCpp/Transaction.h>
#include <utility>

namespace patina {

namespace fs = std::filesystem;

using detail::guarded;
using detail::named;

Project::Project(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Project::Project(Project &&) noexcept = default;
Project &Project::operator=(Project &&) noexcept = default;
Project::~Project() = default;

const fs::path &Project::file() const
{
    return m_state->file;
}

Project::Access Project::access() const
{
    return m_state->lock ? Access::ReadWrite : Access::ReadOnly;
}

std::string Project::writer() const
{
    return m_state->lock ? std::string() : FileLock::presentHolder(m_state->file);
}

const std::string &Project::whyReadOnly() const
{
    return m_state->whyReadOnly;
}

Result<ProjectContents> Project::contents() const
{
    return guarded(m_state->file, "reading it", [&]() -> Result<ProjectContents> {
        SQLite::Transaction snapshot(*m_state->database); // all tables as of one moment
        return detail::readContents(*m_state->database).map_error([&](Error error) {
            return named(m_state->file, std::move(error));
        });
    });
}

Result<JournalEntry> Project::apply(const Change &change, const std::string &who)
{
    if (!m_state->lock)
        return fail(ErrorCode::WriteFailed, fmt::format("{} is open to be read only", m_state->file.string()));
    return guarded(m_state->file, "writing to it", [&]() -> Result<JournalEntry> {
        SQLite::Database &database = *m_state->database;
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        for (const Edit &edit : change.edits) {
            auto made = checkEdit(edit).and_then([&] { return detail::makeEdit(database, edit); });
            if (!made)
                return failFrom(std::move(made));
            detail::forgetScoresUnder(database, edit);
        }
        if (auto classes = detail::checkClasses(database, change); !classes)
            return failFrom(std::move(classes));
        const JournalEntry last = detail::lastEntry(database);
        auto entry = journalEntryFor(change, last.number + 1, who, last.sha256);
        if (!entry)
            return entry;
        detail::appendEntry(database, *entry);
        transaction.commit();
        return entry;
    });
}

Result<void> Project::putScores(const ScoringModel &model, std::span<const ImageScore> scores)
{
    if (!m_state->lock)
        return fail(ErrorCode::WriteFailed, fmt::format("{} is open to be read only", m_state->file.string()));
    return guarded(m_state->file, "writing results to it", [&]() -> Result<void> {
        SQLite::Database &database = *m_state->database;
        // They go to the disk with the next change: nobody waits for what can be computed again.
        database.exec("PRAGMA synchronous = NORMAL");
        auto put = guarded(m_state->file, "writing results to it", [&]() -> Result<void> {
            SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
            detail::putScores(database, model, scores);
            transaction.commit();
            return {};
        });
        database.exec("PRAGMA synchronous = FULL");
        return put;
    });
}

Result<std::vector<ScoringModel>> Project::scoringModels() const
{
    return guarded(m_state->file, "reading its results", [&]() -> Result<std::vector<ScoringModel>> {
        if (!m_state->database->tableExists("scoringModels"))
            return std::vector<ScoringModel>();
        return detail::readScoringModels(*m_state->database);
    });
}

Result<std::vector<ImageScore>> Project::scores(const std::string &modelHash) const
{
    return guarded(m_state->file, "reading its results", [&]() -> Result<std::vector<ImageScore>> {
        if (!m_state->database->tableExists("scores"))
            return std::vector<ImageScore>();
        return detail::readScores(*m_state->database, modelHash);
    });
}

Result<std::vector<JournalEntry>> Project::journal(std::int64_t first, std::int64_t most) const
{
    return guarded(m_state->file, "reading its journal", [&]() -> Result<std::vector<JournalEntry>> {
        return detail::readEntries(*m_state->database, first, most);
    });
}

Result<std::vector<JournalLine>> Project::journalLines(std::int64_t first, std::int64_t most) const
{
    return guarded(m_state->file, "reading its journal", [&]() -> Result<std::vector<JournalLine>> {
        return detail::readLines(*m_state->database, first, most);
    });
}

Result<std::vector<std::int64_t>> Project::journalOf(const std::string &image) const
{
    return guarded(m_state->file, "reading its journal",
                   [&]() -> Result<std::vector<std::int64_t>> { return detail::entriesOf(*m_state->database, image); });
}

Result<JournalEntry> Project::head() const
{
    return guarded(m_state->file, "reading its journal",
                   [&]() -> Result<JournalEntry> { return detail::lastEntry(*m_state->database); });
}

Result<ProjectVerdict> Project::verify(const JobContext &context) const
{
    return guarded(m_state->file, "reading it",
                   [&]() -> Result<ProjectVerdict> { return detail::verifyDatabase(*m_state->database, context); });
}

std::string Project::storedPath(const fs::path &path) const
{
    return storedPath(fs::absolute(m_state->file).parent_path(), path);
}

std::string Project::storedPath(const fs::path &folder, const fs::path &path)
{
    const fs::path full = fs::absolute(path).lexically_normal();
    const fs::path relative = full.lexically_relative(folder.lexically_normal());
    const bool below = !relative.empty() && *relative.begin() != "..";
    return (below ? relative : full).generic_string();
}

fs::path Project::fullPath(const std::string &stored) const
{
    return (fs::absolute(m_state->file).parent_path() / stored).lexically_normal();
}

} // namespace patina
