#pragma once

#include "core/base/job_context.h"
#include "core/pipeline/memory_plan.h"
#include "core/pipeline/trainer.h"

#include <optional>

namespace patina {

/// How a run is cut up: as `begun` where it goes on with one, else so that it stays below request.memoryBytes, else by
/// the request alone. Says what was planned. \param needs measured where a size is to be kept. \param dim of the
/// features. \param selectionDim of their projection, 0: there is none.
/// Errors: BadArgument (the size cannot be kept, with the one that would do).
Result<WorkingPlan> planTraining(const TrainRequest &request, const std::optional<MemoryNeeds> &needs,
                                 const std::optional<WorkingPlan> &begun, int dim, int selectionDim,
                                 const JobContext &context);

} // namespace patina
