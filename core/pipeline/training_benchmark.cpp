#include "core/pipeline/training_benchmark.h"

#include "core/base/stopwatch.h"
#include "core/base/system.h"

namespace patina {

Result<TrainingBenchmark> benchmarkTraining(TrainRequest request, const JobContext &context)
{
    request.holdout = 0.0;
    request.support = {SupportRule::Kind::Off, 0};
    request.checkpointFolder.clear();
    TrainingBenchmark benchmark;
    BenchmarkResult &result = benchmark.result;
    result.name = "train";
    result.baseline = "offline training";
    restartPeakMemory();
    const Stopwatch watch;
    auto ours = train(request, context);
    if (!ours)
        return failFrom(std::move(ours));
    result.seconds = watch.seconds();
    result.peakBytes = peakMemoryBytes();
    const TrainingFigures figures = ours->info.figures;
    result.rows = figures.patches;
    result.dim = ours->bank.dim();
    result.picks = ours->bank.rows();
    result.radiusL2 = figures.coverageRadius;
    benchmark.coverageP999 = figures.coverageP999;
    ours = Model();

    request.coreset.strategy = CoresetStrategy::Offline;
    request.memoryBytes = 0;
    restartPeakMemory();
    const Stopwatch baselineWatch;
    const auto offline = train(request, context.withNotices({})); // which are those of ours
    if (!offline)
        return tl::unexpected(offline.error());
    result.baselineSeconds = baselineWatch.seconds();
    result.baselinePeakBytes = peakMemoryBytes();
    benchmark.baselineRadius = offline->info.figures.coverageRadius;
    benchmark.baselineCoverageP999 = offline->info.figures.coverageP999;
    return benchmark;
}

} // namespace patina
