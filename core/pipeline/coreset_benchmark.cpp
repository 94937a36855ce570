#include "core/pipeline/coreset_benchmark.h"

#include "core/backbone/backbone_store.h"
#include "core/base/random.h"
#include "core/base/stopwatch.h"
#include "core/base/system.h"
#include "core/coreset/coreset_builder.h"
#include "core/coreset/greedy.h"
#include "core/features/feature_extractor.h"
#include "core/index/squared_distance.h"
#include "core/pipeline/holdout.h"
#include "core/pipeline/intensity_probe.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace patina {

namespace {

/// Rows near a subspace of 24 directions of falling strength, one in a hundred of them twice as far out: about as hard
/// to cover as features of real surfaces.
Result<FeatureMatrix> madeFeatures(std::int64_t rows, int dim, std::uint64_t seed, const JobContext &context)
{
    constexpr std::size_t directions = 24;
    Random random(seed);
    FeatureMatrix basis(directions, dim);
    for (float &value : std::span(basis.data(), basis.values().size()))
        value = static_cast<float>(random.uniform() - 0.5);
    FeatureMatrix made(rows, dim);
    for (std::int64_t i = 0; i < rows; ++i) {
        if (i % 1024 == 0 && context.cancelled())
            return cancelledError();
        const double reach = random.below(100) == 0 ? 6.0 : 3.0;
        for (float &value : made.row(i))
            value = static_cast<float>(0.3 * (random.uniform() - 0.5));
        for (std::size_t k = 0; k < directions; ++k) {
            const auto strength =
                static_cast<float>(reach * (random.uniform() - 0.5) / (1.0 + 0.3 * static_cast<double>(k)));
            for (std::size_t j = 0; j < made.row(i).size(); ++j)
                made.row(i)[j] += strength * basis.row(static_cast<std::int64_t>(k))[j];
        }
    }
    return made;
}

Result<FeatureMatrix> featuresOf(const CoresetBenchmarkRequest &request, const JobContext &context)
{
    const auto split = splitTraining(*request.dataset, 0.0, request.maxImages, request.seed);
    if (split.train.empty())
        return fail(ErrorCode::NotFound,
                    fmt::format("{} holds no good training images", request.dataset->root.string()));
    auto backbone = loadBackbone(request.backbone, request.backboneFolder, context);
    if (!backbone)
        return failFrom(std::move(backbone));
    auto intensity = probeIntensity(*request.dataset, split.train, context);
    if (!intensity)
        return failFrom(std::move(intensity));
    auto extractor = FeatureExtractor::create(
        *backbone, {backbone->info.defaultLayers, intensity->scale, request.threads, 0}, context);
    if (!extractor)
        return failFrom(std::move(extractor));
    const int dim = (*extractor)->dimension();
    const FeatureMatrix projection =
        request.projectionDim > 0 ? randomProjection(dim, request.projectionDim, 0) : FeatureMatrix(dim, 0);
    FeatureMatrix features(0, request.projectionDim > 0 ? request.projectionDim : dim);
    const auto append = [&](FeatureBand &&band) -> Result<void> {
        auto projected = project(band.features, projection, request.threads, context);
        if (!projected)
            return failFrom(std::move(projected));
        features.appendRows(*projected);
        return {};
    };
    std::int64_t done = 0;
    for (const std::size_t image : split.train) {
        context.report("features", done++, static_cast<std::int64_t>(split.train.size()));
        const ImageRecord &record = request.dataset->images[image];
        auto source = openImage(record.path, {}, context);
        if (context.cancelled())
            return cancelledError();
        if (!source || (*source)->info().bitDepth != intensity->bitDepth) {
            context.notice(fmt::format("skipped {}: {}", record.id,
                                       source ? "it has another bit depth than most" : source.error().detail));
            continue;
        }
        if (auto extracted = (*extractor)->extract(**source, append, context); !extracted)
            return failFrom(std::move(extracted));
    }
    return features;
}

/// The baseline: after every pick every distance is brought up to date, all threads at work.
Result<std::vector<std::int64_t>> plainFarthestFirst(const FeatureMatrix &points, const GreedyRequest &request,
                                                     const JobContext &context)
{
    std::vector<float> squared(static_cast<std::size_t>(points.rows()), std::numeric_limits<float>::infinity());
    std::vector<std::int64_t> picks{request.firstPick};
    while (static_cast<std::int64_t>(picks.size()) < request.count) {
        if (context.cancelled())
            return cancelledError();
        context.report("baseline", static_cast<std::int64_t>(picks.size()), request.count);
        const float *centre = points.row(picks.back()).data();
#pragma omp parallel for schedule(static) num_threads(effectiveThreads(request.threads))
        for (std::int64_t i = 0; i < points.rows(); ++i) {
            float &nearest = squared[static_cast<std::size_t>(i)];
            nearest = std::min(nearest, squaredDistance(points.row(i).data(), centre, points.dim()));
        }
        const auto farthest = std::ranges::max_element(squared);
        if (*farthest <= 0.0F)
            break;
        picks.push_back(farthest - squared.begin());
    }
    return picks;
}

} // namespace

Result<BenchmarkResult> benchmarkCoreset(const CoresetBenchmarkRequest &request, const JobContext &context)
{
    if (!(request.share > 0.0 && request.share <= 1.0))
        return fail(ErrorCode::BadArgument, fmt::format("the share {} is outside (0, 1]", request.share));
    if (!request.dataset && (request.madeRows < 1 || request.projectionDim < 1))
        return fail(ErrorCode::BadArgument, "made features need at least one row and one dimension");
    auto points = request.dataset ? featuresOf(request, context)
                                  : madeFeatures(request.madeRows, request.projectionDim, request.seed, context);
    if (!points)
        return failFrom(std::move(points));
    if (points->empty())
        return fail(ErrorCode::Unreadable, "none of the training images could be read");
    GreedyRequest greedy;
    greedy.count = std::max<std::int64_t>(1, std::llround(request.share * static_cast<double>(points->rows())));
    greedy.threads = request.threads;

    BenchmarkResult result;
    result.name = "coreset";
    result.baseline = "plain farthest-first";
    result.rows = points->rows();
    result.dim = points->dim();
    restartPeakMemory();
    const Stopwatch watch;
    auto selection = greedySelect(*points, greedy, context);
    if (!selection)
        return failFrom(std::move(selection));
    result.seconds = watch.seconds();
    result.peakBytes = peakMemoryBytes();
    result.picks = static_cast<std::int64_t>(selection->picks.size());
    result.radiusL2 = selection->radiusL2;
    restartPeakMemory();
    const Stopwatch plainWatch;
    auto baseline = plainFarthestFirst(*points, greedy, context);
    if (!baseline)
        return failFrom(std::move(baseline));
    result.baselineSeconds = plainWatch.seconds();
    result.baselinePeakBytes = peakMemoryBytes();
    result.identical = selection->picks == *baseline;
    return result;
}

} // namespace patina
