#include "core/project/backup.h"

#include "core/project/project_copy.h"
#include "core/project/project_state.h"

namespace patina {

namespace fs = std::filesystem;

namespace {

/// Empty where a file is not there or is no project.
std::string headOf(const fs::path &file)
try {
    std::error_code ec;
    if (!fs::is_regular_file(file, ec))
        return {};
    const auto database = detail::connectTo(file, false);
    return detail::checkVersion(*database) ? detail::lastEntry(*database).sha256 : std::string();
} catch (const SQLite::Exception &) {
    return {};
}

Result<void> checkSound(const fs::path &file, const JobContext &context)
{
    const auto database = detail::connectTo(file, false);
    detail::prepareConnection(*database, false);
    const detail::Interruptible interruptible(*database, context);
    auto verdict = detail::verifyDatabase(*database, context);
    if (!verdict)
        return failFrom(std::move(verdict));
    return verdict->good() ? Result<void>{} : fail(ErrorCode::Corrupt, verdict->problems.front());
}

fs::path partOf(const fs::path &project)
{
    return detail::beside(project, ".backup-part");
}

Result<BackupState> copyAndCheck(const fs::path &project, SQLite::Database &source, const JobContext &context)
{
    const fs::path part = partOf(project);
    const std::int64_t entry = detail::lastEntry(source).number;
    auto kept =
        detail::copyDatabase(source, part, context).and_then([&] { return checkSound(part, context); }).and_then([&] {
            return detail::renameOver(part, backupOf(project));
        });
    if (kept)
        return BackupState{true, entry};
    detail::removeDatabase(part);
    return failFrom(std::move(kept));
}

} // namespace

fs::path backupOf(const fs::path &project)
{
    return detail::beside(project, ".backup");
}

Result<BackupState> keepBackup(const fs::path &project, const JobContext &context)
{
    std::error_code ec;
    if (!fs::is_regular_file(project, ec))
        return fail(ErrorCode::NotFound, fmt::format("{}: there is no such project", project.string()));
    auto kept = detail::guarded(project, "copying it", [&]() -> Result<BackupState> {
        const auto source = detail::connectTo(project, false);
        detail::prepareConnection(*source, false);
        if (auto version = detail::checkVersion(*source); !version)
            return failFrom(std::move(version));
        const JournalEntry last = detail::lastEntry(*source);
        if (headOf(backupOf(project)) != last.sha256)
            return copyAndCheck(project, *source, context);
        detail::removeDatabase(partOf(project)); // of a program that was killed
        return checkSound(project, context).map([&] { return BackupState{false, last.number}; });
    });
    if (!kept && context.cancelled())
        return cancelledError();
    return kept;
}

Result<void> tidyLog(const fs::path &project)
{
    return detail::guarded(project, "tidying it", [&]() -> Result<void> {
        std::error_code ec;
        if (!fs::is_regular_file(project, ec))
            return {};
        const auto database = detail::connectTo(project, true);
        detail::prepareConnection(*database, false);
        database->tryExec("PRAGMA wal_checkpoint(PASSIVE)");
        return {};
    });
}

} // namespace patina
