#pragma once

#include "core/base/job_context.h"
#include "core/pipeline/model.h"

namespace patina {

/// Reduces a model's rows to its bankSize by greedy farthest-first, in an order that their values decide: the order in
/// which they were put together changes no bit. Of equal rows one stays. Its support is no longer counted.
/// Errors: those of greedySelect() and of the projection, Cancelled.
Result<void> meldRows(Model &model, int threads, const JobContext &context);

} // namespace patina
