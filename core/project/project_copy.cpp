#include "core/project/project_copy.h"

#include <fmt/format.h>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Transaction.h>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace patina::detail {

namespace fs = std::filesystem;

namespace {

constexpr int pagesAtOnce = 256;
constexpr int stepsBetweenPolls = 20'000;

tl::unexpected<Error> writeError(const fs::path &file)
{
    return fail(ErrorCode::WriteFailed, fmt::format("{}: {}", file.string(), std::strerror(errno)));
}

/// What a program that was killed has left to be taken in.
bool hasWriteAheadLog(const fs::path &file)
{
    std::error_code ec;
    const auto bytes = fs::file_size(beside(file, "-wal"), ec);
    return !ec && bytes > 0;
}

int isCancelled(void *context)
{
    return static_cast<const JobContext *>(context)->cancelled() ? 1 : 0;
}

Result<void> copyPages(SQLite::Database &source, SQLite::Database &copy, const JobContext &context)
{
    SQLite::Transaction snapshot(source);
    source.execAndGet("SELECT count(*) FROM sqlite_schema"); // from here on others may write, and it stays as it is
    SQLite::Backup backup(copy, source);
    int done = SQLITE_OK;
    while (done != SQLITE_DONE) {
        if (context.cancelled())
            return cancelledError();
        done = backup.executeStep(pagesAtOnce);
        if (done == SQLITE_BUSY || done == SQLITE_LOCKED)
            return fail(ErrorCode::WriteFailed, "another program is using the copy; try again");
    }
    return {};
}

} // namespace

fs::path beside(const fs::path &project, std::string_view ending)
{
    fs::path file = project;
    file += ending;
    return file;
}

std::unique_ptr<SQLite::Database> connectTo(const fs::path &file, bool mayWrite)
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

Interruptible::Interruptible(SQLite::Database &database, const JobContext &context) : m_database(database)
{
    sqlite3_progress_handler(database.getHandle(), stepsBetweenPolls, isCancelled, const_cast<JobContext *>(&context));
}

Interruptible::~Interruptible()
{
    sqlite3_progress_handler(m_database.getHandle(), 0, nullptr, nullptr);
}

Result<void> copyDatabase(SQLite::Database &source, const fs::path &target, const JobContext &context)
{
    removeDatabase(target);
    Result<void> copied;
    try {
        SQLite::Database copy(target.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        copy.exec("PRAGMA synchronous = OFF"); // once, at the end
        copied = copyPages(source, copy, context);
        if (copied)
            copy.exec("PRAGMA journal_mode = DELETE"); // one file, whatever the source's is
    } catch (...) {
        removeDatabase(target);
        throw;
    }
    if (copied)
        copied = syncFile(target);
    if (!copied)
        removeDatabase(target);
    return copied;
}

Result<void> renameOver(const fs::path &from, const fs::path &to)
{
    if (::rename(from.c_str(), to.c_str()) != 0)
        return writeError(to);
    syncFolderOf(to);
    return {};
}

Result<void> syncFile(const fs::path &file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return writeError(file);
    const bool synced = ::fsync(descriptor) == 0;
    const auto result = synced ? Result<void>{} : writeError(file);
    ::close(descriptor);
    return result;
}

void syncFolderOf(const fs::path &file)
{
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

void removeDatabase(const fs::path &file)
{
    std::error_code ec;
    for (const char *ending : {"", "-journal", "-wal", "-shm"})
        fs::remove(beside(file, ending), ec);
}

} // namespace patina::detail
