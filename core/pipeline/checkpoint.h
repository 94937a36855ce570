#pragma once

#include "core/base/result.h"
#include "core/coreset/coreset_state.h"
#include "core/pipeline/memory_plan.h"
#include "core/pipeline/model.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace patina {

/// What a training run has come to between two images.
struct Checkpoint
{
    std::map<std::string, std::string> settings; ///< what decides the bank, by the words of the command line
    WorkingPlan plan;                            ///< decides the bank, too; a run that goes on keeps it
    std::int64_t nextImage = 0;                  ///< in the order in which images are shown
    ModelInfo info;                              ///< images and figures so far
    CoresetState builder;
    CoresetState coverage;             ///< of the sample that coverage is measured on
    std::optional<CoresetState> drawn; ///< of the sample that selection starts from, if there is one
};

/// The file of a checkpoint in its folder.
std::filesystem::path checkpointFile(const std::filesystem::path &folder);

/// Writes the checkpoint into its folder, which is made where it is missing: the old one or the whole new one is there
/// at any moment. Errors: WriteFailed.
Result<void> saveCheckpoint(const Checkpoint &checkpoint, const std::filesystem::path &folder);

/// Errors: NotFound (there is none), Unreadable, BadFormat, Corrupt, VersionMismatch; VersionMismatch, too, where
/// `settings` are not those it was written with: the sentence names the first that differs, with both values.
Result<Checkpoint> loadCheckpoint(const std::filesystem::path &folder,
                                  const std::map<std::string, std::string> &settings);

/// Removes what a run that was killed while it wrote has left; no run that uses the folder may be under way.
void removeUnfinished(const std::filesystem::path &folder);

/// Removes the checkpoint and what writing was interrupted at, and the folder where nothing else is in it.
void removeCheckpoint(const std::filesystem::path &folder);

} // namespace patina
