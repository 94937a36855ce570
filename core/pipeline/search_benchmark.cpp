#include "core/pipeline/search_benchmark.h"

#include "core/backbone/backbone_store.h"
#include "core/base/stopwatch.h"
#include "core/base/system.h"
#include "core/features/feature_extractor.h"
#include "core/index/faiss_flat.h"
#include "core/index/neighbour_index.h"
#include "core/index/squared_distance.h"
#include "core/pipeline/model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr double roundingOfBaseline = 1e-3;

Result<FeatureMatrix> queriesOf(const SearchBenchmarkRequest &request, const ModelInfo &info, const JobContext &context)
{
    auto backbone = loadBackbone(info.backboneName, request.backboneFolder, context);
    if (!backbone)
        return failFrom(std::move(backbone));
    auto extractor =
        FeatureExtractor::create(*backbone, {info.layers, info.intensity, request.threads, info.tilePx}, context);
    if (!extractor)
        return failFrom(std::move(extractor));
    auto images = request.dataset.ofSplit(Split::Test);
    if (images.empty())
        return fail(ErrorCode::NotFound,
                    fmt::format("{} holds no test images to search for", request.dataset.root.string()));
    if (request.maxImages > 0)
        images.resize(std::min(images.size(), static_cast<std::size_t>(request.maxImages)));
    FeatureMatrix queries(0, (*extractor)->dimension());
    for (std::size_t i = 0; i < images.size(); ++i) {
        context.report("features", static_cast<std::int64_t>(i), std::ssize(images));
        auto source = openImage(images[i]->path, {}, context);
        if (source && info.scale < 1.0)
            source = scaledImage(std::move(*source), info.scale);
        if (!source)
            return failFrom(std::move(source));
        const auto append = [&](FeatureBand &&band) -> Result<void> {
            queries.appendRows(band.features);
            return {};
        };
        if (auto extracted = (*extractor)->extract(**source, append, context); !extracted)
            return failFrom(std::move(extracted));
    }
    return queries;
}

bool agree(const FeatureMatrix &bank, const FeatureMatrix &queries, const Neighbours &ours,
           const std::vector<std::int64_t> &baseline)
{
    for (std::size_t i = 0; i < baseline.size(); ++i) {
        const auto query = static_cast<std::int64_t>(i);
        if (baseline[i] < 0) // too far for it to measure
            return false;
        const double theirs =
            std::sqrt(squaredDistance(queries.row(query).data(), bank.row(baseline[i]).data(), bank.dim()));
        const auto own = static_cast<double>(ours.distancesL2[i]);
        if (theirs < own || theirs > own * (1.0 + roundingOfBaseline) + roundingOfBaseline)
            return false;
    }
    return true;
}

} // namespace

Result<BenchmarkResult> benchmarkSearch(const SearchBenchmarkRequest &request, const JobContext &context)
{
    const auto model = loadModel(request.model, context);
    if (!model)
        return tl::unexpected(model.error());
    const auto queries = queriesOf(request, model->info, context);
    if (!queries)
        return tl::unexpected(queries.error());
    if (queries->dim() != model->bank.dim())
        return fail(ErrorCode::ShapeMismatch,
                    fmt::format("the model's bank has {} features a row, its backbone gives {}", model->bank.dim(),
                                queries->dim()));
    BenchmarkResult result;
    result.name = "search";
    result.baseline = "FAISS IndexFlatL2";
    result.rows = model->bank.rows();
    result.dim = model->bank.dim();
    result.picks = queries->rows();
    context.report("search", 0, 1);
    restartPeakMemory();
    const Stopwatch watch;
    auto index = NeighbourIndex::create(model->bank, request.threads, context);
    if (!index)
        return failFrom(std::move(index));
    const auto found = (*index)->nearest(*queries, context);
    if (!found)
        return tl::unexpected(found.error());
    result.seconds = watch.seconds();
    result.peakBytes = peakMemoryBytes();
    result.radiusL2 = static_cast<double>(std::ranges::max(found->distancesL2));
    context.report("FAISS", 0, 1);
    restartPeakMemory();
    const Stopwatch baselineWatch;
    const auto baseline = faissNearest(model->bank, *queries, effectiveThreads(request.threads));
    result.baselineSeconds = baselineWatch.seconds();
    result.baselinePeakBytes = peakMemoryBytes();
    result.identical = agree(model->bank, *queries, *found, baseline);
    return result;
}

} // namespace patina
