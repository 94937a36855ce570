#pragma once

#include "core/base/job_context.h"
#include "core/features/feature_extractor.h"
#include "core/pipeline/holdout.h"
#include "core/pipeline/memory_plan.h"
#include "core/pipeline/trainer.h"

namespace patina {

/// Counts the patches of all images of a run by their headers, and measures what reading the largest of them and the
/// network take: the top of it is put through the network. A file that cannot be read counts nothing.
/// \param selectionDim of the projection, 0: there is none. \param initialRows of the bank that the run starts from.
/// Progress stage: "memory".
/// Errors: BadArgument (an image alone, decoded, is above the size to stay below), Cancelled.
Result<MemoryNeeds> measureNeeds(const TrainRequest &request, int selectionDim, std::int64_t initialRows,
                                 const TrainingSplit &split, FeatureExtractor &extractor, const JobContext &context);

} // namespace patina
