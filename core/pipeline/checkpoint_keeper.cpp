#include "core/pipeline/checkpoint_keeper.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina {

namespace {

constexpr double longestShare = 1.0 / 50.0; ///< of the time that may go into checkpoints

} // namespace

Result<std::optional<Checkpoint>> CheckpointKeeper::begin(bool resume, std::int64_t initialRows,
                                                          const AcceptPlan &accept, const JobContext &context) const
{
    if (m_folder.empty())
        return std::nullopt;
    if (!resume) {
        std::error_code ec;
        if (std::filesystem::exists(checkpointFile(m_folder), ec))
            context.notice(fmt::format("{} holds an unfinished run, which the first checkpoint of this one replaces; "
                                       "--resume goes on with it",
                                       m_folder.string()));
        return std::nullopt;
    }
    removeUnfinished(m_folder);
    auto checkpoint = loadCheckpoint(m_folder, m_settings, initialRows, accept, context);
    // What the plan is refused for has another way out, which loses nothing.
    if (!checkpoint && (checkpoint.error().code == ErrorCode::BadArgument || context.cancelled()))
        return failFrom(std::move(checkpoint));
    if (!checkpoint)
        return fail(checkpoint.error().code,
                    checkpoint.error().detail + "; give what the run began with, or begin anew without --resume");
    return std::optional(std::move(*checkpoint));
}

bool CheckpointKeeper::due(bool last) const
{
    return !m_folder.empty() && (last || !m_lastTookS || *m_lastTookS < longestShare * m_sinceLast.seconds());
}

void CheckpointKeeper::keep(CheckpointView checkpoint, const JobContext &context)
{
    const Stopwatch writing;
    checkpoint.facts.settings = m_settings;
    const auto saved = saveCheckpoint(checkpoint, m_folder, context);
    if (!saved && saved.error().code == ErrorCode::Cancelled)
        return;
    if (!saved && !m_lastTookS) {
        context.notice(fmt::format("no checkpoints, the run cannot be resumed: {}", saved.error().detail));
        m_folder.clear();
        return;
    }
    if (!saved && !m_failed)
        context.notice(
            fmt::format("a checkpoint could not be written, the one before stands: {}", saved.error().detail));
    m_failed = !saved;
    m_lastTookS = saved ? writing.seconds() : std::max(*m_lastTookS, writing.seconds());
    m_sinceLast = Stopwatch();
}

} // namespace patina
