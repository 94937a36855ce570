#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/coreset/coreset_state.h"
#include "core/pipeline/memory_plan.h"
#include "core/pipeline/model.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace patina {

/// How far a training run has come between two images.
struct CheckpointFacts
{
    std::map<std::string, std::string> settings; ///< what decides the bank, by the words of the command line
    WorkingPlan plan;                            ///< decides the bank, too; a run that goes on keeps it
    std::int64_t nextImage = 0;                  ///< in the order in which images are shown
    ModelInfo info;                              ///< images and figures so far
};

/// Facts and what is held: the builder, the sample that coverage is measured on, and that which selection starts from,
/// if there is one.
template <typename State>
struct CheckpointOf
{
    CheckpointFacts facts;
    State builder;
    State coverage;
    std::optional<State> drawn;
};
using Checkpoint = CheckpointOf<CoresetState>;         ///< as it was read
using CheckpointView = CheckpointOf<CoresetStateView>; ///< to be written

/// Whether a run may go on with the plan it began with.
using AcceptPlan = std::function<Result<void>(const WorkingPlan &)>;

/// The file of a checkpoint in its folder.
std::filesystem::path checkpointFile(const std::filesystem::path &folder);

/// Writes the checkpoint into its folder, which is made where it is missing: the old one or the whole new one is there
/// at any moment. Errors: WriteFailed, Cancelled.
Result<void> saveCheckpoint(const CheckpointView &checkpoint, const std::filesystem::path &folder,
                            const JobContext &context);

/// What a checkpoint says of its run, without its rows. Errors: as loadCheckpoint(), but for other settings.
Result<CheckpointFacts> checkpointFacts(const std::filesystem::path &folder);

/// The plan that the run of a checkpoint follows, without its rows. Errors: as loadCheckpoint().
Result<WorkingPlan> checkpointPlan(const std::filesystem::path &folder,
                                   const std::map<std::string, std::string> &settings);

/// \param initialRows of the bank that the run starts from. \param accept asked before the rows are read; what it
/// refuses is refused. Errors: NotFound (there is none), Unreadable, BadFormat, Corrupt, VersionMismatch;
/// VersionMismatch, too, where `settings` are not those it was written with: the sentence names the first that differs,
/// with both values. Cancelled.
Result<Checkpoint> loadCheckpoint(const std::filesystem::path &folder,
                                  const std::map<std::string, std::string> &settings, std::int64_t initialRows,
                                  const AcceptPlan &accept, const JobContext &context);

/// Removes what a run that was killed while it wrote has left; no run that uses the folder may be under way.
void removeUnfinished(const std::filesystem::path &folder);

/// Removes its folder where nothing is in it: a first checkpoint that could not be written.
void removeEmptyCheckpoint(const std::filesystem::path &folder);

/// Removes the checkpoint and what writing was interrupted at, and the folder where nothing else is in it.
void removeCheckpoint(const std::filesystem::path &folder);

} // namespace patina
