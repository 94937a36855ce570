#include "core/project/project_copy.h"
#include "core/project/project_state.h"

#include <unistd.h>
#include <utility>

namespace patina {

namespace fs = std::filesystem;

using detail::guarded;
using detail::named;

namespace {

Result<void> checkFree(const fs::path &file)
{
    std::error_code ec;
    if (fs::exists(fs::symlink_status(file, ec)))
        return fail(ErrorCode::WriteFailed,
                    fmt::format("{} is there already: give another name, or take more images into it", file.string()));
    return {};
}

/// Empty where it may be written by this program; else why not.
std::string takeLock(const fs::path &file, std::optional<FileLock> &lock)
{
    if (::access(file.c_str(), W_OK) != 0)
        return "the file is write-protected";
    auto taken = FileLock::tryTake(file);
    if (!taken)
        return "its folder cannot be written to";
    if (!*taken) {
        const std::string holder = FileLock::holder(file);
        return "it is open in another program" + (holder.empty() ? holder : " (" + holder + ")");
    }
    lock.emplace(std::move(**taken));
    return {};
}

} // namespace

/// Where that cannot be done, the project is read as it is.
void Project::bringUpToDate(State &state)
{
    const auto upgraded = guarded(state.file, "bringing it up to date", [&] {
                              return detail::keepOldVersion(*state.database, state.file);
                          }).and_then([&] {
        return guarded(state.file, "bringing it up to date", [&]() -> Result<void> {
            detail::upgradeTables(*state.database);
            return {};
        });
    });
    if (upgraded)
        return;
    state.whyReadOnly = fmt::format("its tables are of an older version and could not be brought up to date ({})",
                                    upgraded.error().detail);
    state.database = detail::connectTo(state.file, false);
    detail::prepareConnection(*state.database, false);
    state.lock.reset();
}

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
    auto lock = FileLock::tryTake(file);
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
        state->database = detail::connectTo(file, state->lock.has_value());
        auto version = detail::checkVersion(*state->database);
        if (!version)
            return tl::unexpected(named(file, version.error()));
        state->isProject = true;
        detail::prepareConnection(*state->database, false);
        if (state->lock && *version < detail::presentVersion)
            bringUpToDate(*state);
        if (state->lock)
            detail::prepareConnection(*state->database, true);
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

} // namespace patina
