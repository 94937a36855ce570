#pragma once

#include "core/pipeline/bank_run.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace patina {

/// What the shards of a run keep below its checkpoint folder: each the checkpoint of its own run, and its bank when it
/// is finished.
class ShardStore
{
public:
    /// \param folder empty: nothing is kept. \param settings of the run. \param count of shards.
    ShardStore(std::filesystem::path folder, std::map<std::string, std::string> settings, std::int64_t count)
        : m_folder(std::move(folder)), m_settings(std::move(settings)), m_count(count)
    {
    }

    /// Of shard `number`, from 0 on: for its checkpoints.
    CheckpointKeeper keeper(std::int64_t number) const { return {runFolder(number), settingsOf(number)}; }
    bool isBegun(std::int64_t number) const;
    bool isFinished(std::int64_t number) const;

    /// The plan by which a shard was begun or finished. Errors: those of checkpointPlan(), with the way out.
    Result<WorkingPlan> planOf(std::int64_t number) const;
    /// What a finished shard has to be of.
    struct Expected
    {
        const WorkingPlan &plan;
        std::int64_t images; ///< shown to it
        int dim;
        const ModelInfo &info; ///< as it was set up
    };
    /// A finished shard. Errors: those of loadCheckpoint(); VersionMismatch (it was trained by another plan), BadFormat
    /// (it is not what is expected).
    Result<SelectedBank> load(std::int64_t number, const Expected &expected, const JobContext &context) const;
    /// Errors: WriteFailed, Cancelled.
    Result<void> keep(std::int64_t number, std::int64_t images, const WorkingPlan &plan, const SelectedBank &selected,
                      const JobContext &context) const;

private:
    std::filesystem::path runFolder(std::int64_t number) const;
    std::filesystem::path bankFolder(std::int64_t number) const;
    std::map<std::string, std::string> settingsOf(std::int64_t number) const;

    std::filesystem::path m_folder;
    std::map<std::string, std::string> m_settings;
    std::int64_t m_count;
};

/// Whether shards of a run, finished or not, are kept in a checkpoint folder.
bool holdsShards(const std::filesystem::path &folder);
/// Removes what shards keep there, and the folder where nothing else is in it.
void removeShards(const std::filesystem::path &folder);

} // namespace patina
