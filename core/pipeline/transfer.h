#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/pipeline/training_setup.h"

namespace patina {

/// Makes a run that is set up otherwise start from the request's initial model: its bank and projection, its images and
/// data set versions before the new ones. Nothing to do where the request names none. Notices images that the initial
/// bank has seen already.
/// Errors: those of loadModel(); VersionMismatch (rows of that model and of this run cannot be compared: what differs,
/// with both values).
Result<void> startFromInitialModel(const TrainRequest &request, TrainingSetup &setup, const JobContext &context);

} // namespace patina
