#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/pipeline/trainer.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace patina {

/// A training run with the places of its results: what the command line and the window start.
struct TrainingJob
{
    TrainRequest request;           ///< its checkpoint folder: empty is beside the model, .checkpoint added
    std::filesystem::path out;      ///< model file
    std::filesystem::path suspects; ///< folder of the list of suspect regions; empty: beside the model, .suspects added
};

/// With the usual places filled in where none are named.
TrainingJob withPlaces(TrainingJob job);

/// Whether there is a run to go on with in the checkpoint folder of a job; its places are filled in.
bool holdsUnfinishedRun(const TrainingJob &job);

/// What a run has left.
struct TrainedModel
{
    Model model;               ///< as it was read back from its file
    std::int64_t suspects = 0; ///< regions in the list; 0: no list was written
};

/// Trains a model, writes it with the list of suspect regions, and removes the checkpoint once both are safe. That the
/// results can be written is looked at first; a run that is cut off keeps its checkpoint, and the notice says where.
/// \param job its places are filled in.
/// \returns nothing on other ranks than the first, which alone writes results.
/// Errors: WriteFailed (a place of results), BadArgument (nothing to go on with; a folder of somebody's own), those of
/// train() and saveModel().
Result<std::optional<TrainedModel>> runTraining(const TrainingJob &job, RankGroup &ranks, const JobContext &context);

} // namespace patina
