#pragma once

#include "core/base/job_context.h"
#include "core/base/stopwatch.h"
#include "core/pipeline/checkpoint.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace patina {

/// Keeps the checkpoint of one run in a folder: after each image, but so seldom that it costs about a fiftieth of the
/// time.
class CheckpointKeeper
{
public:
    /// \param folder empty: nothing is kept.
    CheckpointKeeper(std::filesystem::path folder, std::map<std::string, std::string> settings)
        : m_folder(std::move(folder)), m_settings(std::move(settings))
    {
    }

    /// The checkpoint to go on from. Without `resume` none: one that is there stays until the next is kept, and the
    /// notice says so. \param initialRows of the bank that the run starts from. Errors: those of loadCheckpoint(), with
    /// the way out.
    Result<std::optional<Checkpoint>> begin(bool resume, std::int64_t initialRows, const AcceptPlan &accept,
                                            const JobContext &context) const;

    /// Whether it is time for the next one. \param last after the last image.
    bool due(bool last) const;
    /// \param checkpoint settings are filled in. Where it cannot be written, the notice says so: the first, and the run
    /// goes on without any; a later one, and the one before stands until the next can be written. Once cancelled, the
    /// one before stands, too.
    void keep(CheckpointView checkpoint, const JobContext &context);

private:
    std::filesystem::path m_folder;
    std::map<std::string, std::string> m_settings;
    std::optional<double> m_lastTookS;
    bool m_failed = false; ///< to write a later one, and has been said
    Stopwatch m_sinceLast;
};

} // namespace patina
