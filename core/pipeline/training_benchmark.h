#pragma once

#include "core/base/job_context.h"
#include "core/pipeline/benchmark_result.h"
#include "core/pipeline/trainer.h"

namespace patina {

/// Covering of a bank, L2 in the full dimension, and what it cost.
struct TrainingBenchmark
{
    BenchmarkResult result; ///< radiusL2 is the largest distance of the coverage sample
    double coverageP999 = 0.0;
    double baselineRadius = 0.0;
    double baselineCoverageP999 = 0.0;
};

/// Training with the request's strategy beside training offline (plain PatchCore: all patches in memory, one greedy
/// selection) on the same images, each with all images in the bank: no hold-out, no second pass, no checkpoint.
/// Ours runs first, so that its peak of memory is not the baseline's. Errors: those of train().
Result<TrainingBenchmark> benchmarkTraining(TrainRequest request, const JobContext &context);

} // namespace patina
