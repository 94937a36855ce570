#include "core/project/restore.h"

#include "core/base/file_lock.h"
#include "core/base/system.h"
#include "core/project/backup.h"
#include "core/project/project_copy.h"
#include "core/project/project_state.h"
#include "core/project/restore_route.h"

#include <algorithm>

namespace patina {

namespace fs = std::filesystem;

namespace {

using detail::DamagedJournal;
using detail::RestoreBase;

constexpr int mostKept = 1000;

fs::path partOf(const fs::path &file)
{
    return detail::beside(file, ".restored-part");
}
/// A restored project that is whole and checked, and waits to take its place.
fs::path readyOf(const fs::path &file)
{
    return detail::beside(file, ".restored");
}

struct Route
{
    RestoreBase base;
    JournalEntry last; ///< up to which it leads
};

/// The one that leads farthest; of two the first. Copies of other work only where nothing else leads anywhere.
Result<Route> bestRoute(const std::vector<RestoreBase> &bases, DamagedJournal &journal, const JobContext &context)
{
    Route best;
    for (const RestoreBase &base : bases) {
        auto last = journal.lastFollowing(base.last, context);
        if (!last)
            return failFrom(std::move(last));
        const bool better = base.sameWork == best.base.sameWork ? last->number > best.last.number : base.sameWork;
        if (last->number > 0 && (best.last.number == 0 || better))
            best = {base, *std::move(last)};
    }
    return best;
}

/// A name for the damaged file that nothing has: "NAME.damaged-20261128T120000Z".
Result<fs::path> nameForDamaged(const fs::path &file)
{
    std::string utc = utcNow();
    std::erase_if(utc, [](char letter) { return letter == '-' || letter == ':'; });
    for (int i = 1; i <= mostKept; ++i) {
        const auto name = detail::beside(file, fmt::format(".damaged-{}{}", utc, i == 1 ? "" : fmt::format("-{}", i)));
        std::error_code ec;
        if (!fs::exists(fs::symlink_status(name, ec)))
            return name;
    }
    return fail(ErrorCode::WriteFailed, fmt::format("{}: too many damaged files lie beside it", file.string()));
}

/// Under the other name, too, or, where the file system knows no second names, only under that.
Result<void> keepAs(const fs::path &file, const fs::path &name)
{
    std::error_code ec;
    fs::create_hard_link(file, name, ec);
    if (ec)
        fs::rename(file, name, ec);
    if (ec)
        return fail(ErrorCode::WriteFailed,
                    fmt::format("{} cannot be kept as {}: {}", file.string(), name.string(), ec.message()));
    return {};
}

Result<void> checkDamaged(const fs::path &file, const JobContext &context)
{
    auto sound = detail::soundBase(file, context);
    if (!sound)
        return failFrom(std::move(sound));
    if (*sound)
        return fail(ErrorCode::BadArgument,
                    fmt::format("{}: the project is sound, there is nothing to restore", file.string()));
    return {};
}

} // namespace

struct ProjectRestore::State
{
    fs::path file;
    std::optional<FileLock> lock;
    RestorePlan plan;
    bool ready = false;     ///< what was made lies beside
    bool keepReady = false; ///< it did so before: a program was killed while it restored

    State() = default;
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State()
    {
        if (lock)
            detail::removeDatabase(partOf(file));
        if (ready && !keepReady)
            detail::removeDatabase(readyOf(file));
    }

    Result<void> make(const JobContext &context);
    Result<std::vector<RestoreBase>> bases(DamagedJournal &journal, const JobContext &context);
};

/// The backup first: it has the results, too.
Result<std::vector<RestoreBase>> ProjectRestore::State::bases(DamagedJournal &journal, const JobContext &context)
{
    auto readable = journal.lastReadable(context);
    if (!readable)
        return failFrom(std::move(readable));
    plan.readableEntries = readable->number;
    plan.readableUtc = readable->utc;
    std::vector<RestoreBase> found;
    for (const fs::path &candidate : {readyOf(file), backupOf(file)}) {
        auto base = detail::soundBase(candidate, context);
        if (!base)
            return failFrom(std::move(base));
        if (!*base)
            continue;
        if ((*base)->last.number > plan.backupEntries) {
            plan.backupEntries = (*base)->last.number;
            plan.backupUtc = (*base)->last.utc;
        }
        (*base)->sameWork = detail::isSameWork(**base, journal, *readable);
        keepReady = keepReady || candidate == readyOf(file);
        found.push_back(std::move(**base));
    }
    RestoreBase nothing;
    nothing.last.sha256 = journalStart;
    found.push_back(nothing);
    return found;
}

Result<void> ProjectRestore::State::make(const JobContext &context)
{
    DamagedJournal journal(file);
    auto begin = bases(journal, context);
    if (!begin)
        return failFrom(std::move(begin));
    auto route = bestRoute(*begin, journal, context);
    if (!route)
        return failFrom(std::move(route));
    if (route->last.number == 0)
        return fail(ErrorCode::Corrupt,
                    fmt::format("{} cannot be restored: there is no backup beside it ({}), and its journal cannot be "
                                "read",
                                file.string(), backupOf(file).filename().string()));
    auto last = detail::makeRestored(route->base, journal, route->last.number, partOf(file), context);
    if (!last)
        return failFrom(std::move(last));
    plan.entries = last->number;
    plan.utc = last->utc;
    plan.lost =
        route->base.sameWork ? std::max(std::int64_t{0}, plan.readableEntries - plan.entries) : plan.readableEntries;
    auto sound = detail::soundBase(partOf(file), context);
    if (!sound)
        return failFrom(std::move(sound));
    if (!*sound || plan.entries == 0)
        return fail(ErrorCode::Corrupt, fmt::format("{} cannot be restored: what its journal tells does not fit "
                                                    "together, and there is no backup beside it",
                                                    file.string()));
    return detail::syncFile(partOf(file)).and_then([&] {
        return detail::renameOver(partOf(file), readyOf(file)).map([&] { ready = true; });
    });
}

ProjectRestore::ProjectRestore(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ProjectRestore::ProjectRestore(ProjectRestore &&) noexcept = default;
ProjectRestore &ProjectRestore::operator=(ProjectRestore &&) noexcept = default;
ProjectRestore::~ProjectRestore() = default;

Result<ProjectRestore> ProjectRestore::prepare(const fs::path &file, const JobContext &context)
{
    std::error_code ec;
    const bool isThere = fs::exists(file, ec);
    if (isThere && !fs::is_regular_file(file, ec))
        return fail(ErrorCode::BadFormat, fmt::format("{}: not a Patina project, not even a file", file.string()));
    if (!isThere && !fs::exists(backupOf(file), ec) && !fs::exists(readyOf(file), ec))
        return fail(ErrorCode::NotFound, fmt::format("{}: there is neither a project nor a backup", file.string()));
    auto lock = FileLock::tryTake(file);
    if (!lock)
        return failFrom(std::move(lock));
    if (!*lock)
        return fail(ErrorCode::WriteFailed, fmt::format("{} is open in another program ({}): close it there",
                                                        file.string(), FileLock::holder(file)));
    auto state = std::make_unique<State>();
    state->file = file;
    state->lock.emplace(std::move(**lock));
    auto made = checkDamaged(file, context).and_then([&] {
        return detail::guarded(file, "restoring it", [&] { return state->make(context); });
    });
    if (made)
        return ProjectRestore(std::move(state));
    return failFrom(std::move(made));
}

const RestorePlan &ProjectRestore::plan() const
{
    return m_state->plan;
}

Result<fs::path> ProjectRestore::finish()
{
    const fs::path &file = m_state->file;
    std::error_code ec;
    fs::path name;
    if (fs::exists(fs::symlink_status(file, ec))) {
        auto free = nameForDamaged(file);
        if (!free)
            return failFrom(std::move(free));
        name = *std::move(free);
        // The log first: without it the file would be an older one, and with it the restored one another.
        const fs::path log = detail::beside(file, "-wal");
        if (fs::exists(log, ec))
            if (auto kept = keepAs(log, detail::beside(name, "-wal")); !kept)
                return failFrom(std::move(kept));
        if (auto kept = keepAs(file, name); !kept)
            return failFrom(std::move(kept));
        detail::syncFolderOf(file);
    }
    for (const char *ending : {"-wal", "-shm", "-journal"})
        fs::remove(detail::beside(file, ending), ec);
    if (auto renamed = detail::renameOver(readyOf(file), file); !renamed)
        return failFrom(std::move(renamed));
    m_state->ready = false;
    return name;
}

} // namespace patina
