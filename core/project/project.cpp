#include "core/project/project.h"

#include "core/project/change_check.h"
#include "core/project/project_database.h"
#include "core/project/project_lock.h"

#include <fmt/format.h>

#include <SQLiteCpp/Transaction.h>
#include <optional>
#include <unistd.h>
#include <utility>

namespace patina {

namespace fs = std::filesystem;

struct Project::State
{
    fs::path file;
    std::optional<ProjectLock> lock; ///< only where it may be written
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

namespace {

template <typename Work>
auto guarded(const fs::path &file, const char *doing, Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const SQLite::Exception &exception) {
        return tl::unexpected(detail::asError(exception, file, doing));
    }
}

Error named(const fs::path &file, Error error)
{
    error.detail = fmt::format("{}: {}", file.string(), error.detail);
    return error;
}

/// What a program that was killed has left to be taken in.
bool hasWriteAheadLog(const fs::path &file)
{
    fs::path log = file;
    log += "-wal";
    std::error_code ec;
    const auto bytes = fs::file_size(log, ec);
    return !ec && bytes > 0;
}

/// A connection to a file that is there. Where nobody may write beside it, SQLite takes the file as it is, unless there
/// is more than the file.
std::unique_ptr<SQLite::Database> connect(const fs::path &file, bool mayWrite)
{
    const bool folderWritable = ::access(file.has_parent_path() ? file.parent_path().c_str() : ".", W_OK) == 0;
    if (mayWrite)
        return std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE);
    if (folderWritable || hasWriteAheadLog(file))
        return std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READONLY);
    std::string name;
    for (const char letter : fs::absolute(file).string())
        name += letter == '%' || letter == '?' || letter == '#' ? fmt::format("%{:02X}", static_cast<int>(letter))
                                                                : std::string(1, letter);
    return std::make_unique<SQLite::Database>("file:" + name + "?immutable=1",
                                              SQLite::OPEN_READONLY | SQLite::OPEN_URI);
}

Result<void> checkFree(const fs::path &file)
{
    std::error_code ec;
    if (fs::exists(fs::symlink_status(file, ec)))
        return fail(ErrorCode::WriteFailed,
                    fmt::format("{} is there already: give another name, or take more images into it", file.string()));
    return {};
}

/// Empty where it may be written by this program; else why not.
std::string takeLock(const fs::path &file, std::optional<ProjectLock> &lock)
{
    if (::access(file.c_str(), W_OK) != 0)
        return "the file is write-protected";
    auto taken = ProjectLock::tryTake(file);
    if (!taken)
        return "its folder cannot be written to";
    if (!*taken) {
        const std::string holder = ProjectLock::holder(file);
        return "it is open in another program" + (holder.empty() ? holder : " (" + holder + ")");
    }
    lock.emplace(std::move(**taken));
    return {};
}

} // namespace

Project::Project(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Project::Project(Project &&) noexcept = default;
Project &Project::operator=(Project &&) noexcept = default;
Project::~Project() = default;

Result<Project> Project::create(const fs::path &file)
{
    if (auto free = checkFree(file); !free)
        return failFrom(std::move(free));
    std::error_code ec;
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, ec))
        return fail(ErrorCode::WriteFailed,
                    fmt::format("{}: the folder {} does not exist", file.string(), folder.string()));
    if (file.extension() != fileEnding)
        return fail(ErrorCode::BadArgument,
                    fmt::format("{}: the name of a project ends with {}", file.string(), fileEnding));
    auto lock = ProjectLock::tryTake(file);
    if (!lock)
        return failFrom(std::move(lock));
    if (!*lock)
        return fail(ErrorCode::WriteFailed, fmt::format("{} is being made by another program", file.string()));
    // Again: another program may just have made it.
    if (auto free = checkFree(file); !free)
        return failFrom(std::move(free));
    auto state = std::make_unique<State>();
    state->file = file;
    state->lock.emplace(std::move(**lock));
    auto made = guarded(file, "making it", [&]() -> Result<void> {
        state->database =
            std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        detail::createTables(*state->database); // into the file itself, not into a log beside it
        detail::prepareConnection(*state->database, true);
        state->isProject = true;
        return {};
    });
    if (made)
        return Project(std::move(state));
    state->database.reset();
    fs::remove(file, ec);
    return failFrom(std::move(made));
}

Result<Project> Project::open(const fs::path &file, Access wanted)
{
    std::error_code ec;
    const auto status = fs::status(file, ec);
    if (!fs::exists(status))
        return fail(ErrorCode::NotFound, fmt::format("{}: there is no such project", file.string()));
    if (!fs::is_regular_file(status))
        return fail(ErrorCode::BadFormat, fmt::format("{}: not a Patina project, not even a file", file.string()));
    auto state = std::make_unique<State>();
    state->file = file;
    if (wanted == Access::ReadWrite)
        state->whyReadOnly = takeLock(file, state->lock);
    auto opened = guarded(file, "opening it", [&]() -> Result<void> {
        state->database = connect(file, state->lock.has_value());
        if (auto version = detail::checkVersion(*state->database); !version)
            return tl::unexpected(named(file, version.error()));
        state->isProject = true;
        detail::prepareConnection(*state->database, state->lock.has_value());
        return {};
    });
    if (!opened)
        return failFrom(std::move(opened));
    return Project(std::move(state));
}

void Project::discard(Project project)
{
    project.m_state->close();
    std::error_code ec;
    fs::remove(project.m_state->file, ec);
}

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
    return m_state->lock ? std::string() : ProjectLock::presentHolder(m_state->file);
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

Result<std::vector<JournalEntry>> Project::journal(std::int64_t first, std::int64_t most) const
{
    return guarded(m_state->file, "reading its journal", [&]() -> Result<std::vector<JournalEntry>> {
        return detail::readEntries(*m_state->database, first, most);
    });
}

Result<JournalEntry> Project::head() const
{
    return guarded(m_state->file, "reading its journal",
                   [&]() -> Result<JournalEntry> { return detail::lastEntry(*m_state->database); });
}

Result<ProjectVerdict> Project::verify(const JobContext &context) const
{
    return guarded(m_state->file, "reading it", [&]() -> Result<ProjectVerdict> {
        SQLite::Transaction snapshot(*m_state->database);
        return detail::verifyDatabase(*m_state->database, context);
    });
}

std::string Project::storedPath(const fs::path &path) const
{
    const fs::path folder = fs::absolute(m_state->file).parent_path().lexically_normal();
    const fs::path full = fs::absolute(path).lexically_normal();
    const fs::path relative = full.lexically_relative(folder);
    const bool below = !relative.empty() && *relative.begin() != "..";
    return (below ? relative : full).generic_string();
}

fs::path Project::fullPath(const std::string &stored) const
{
    return (fs::absolute(m_state->file).parent_path() / stored).lexically_normal();
}

} // namespace patina
