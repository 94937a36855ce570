#include "core/pipeline/training_setup.h"

#include "core/backbone/backbone_store.h"
#include "core/base/system.h"
#include "core/pipeline/dataset_gaps.h"
#include "core/pipeline/dataset_versions.h"
#include "core/pipeline/intensity_probe.h"
#include "core/pipeline/transfer.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina {

namespace {

constexpr int widestUnprojected = 256;
constexpr int defaultProjection = 128;

Result<void> checkRequest(const TrainRequest &request)
{
    if (!(request.scale > 0.0 && request.scale <= 1.0))
        return fail(ErrorCode::BadArgument, fmt::format("the scale {} is outside (0, 1]", request.scale));
    if (!(request.holdout >= 0.0 && request.holdout <= 0.9))
        return fail(ErrorCode::BadArgument, fmt::format("the hold-out share {} is outside 0..0.9", request.holdout));
    if (!(request.sigmaPx >= 0.0 && request.sigmaPx <= 100.0))
        return fail(ErrorCode::BadArgument,
                    fmt::format("the smoothing sigma {} is outside 0..100 px", request.sigmaPx));
    if (request.sample < 0 || request.reservoirBytes < 0 || request.maxImages < 0 || request.tilePx < 0 ||
        request.shards < 0 || request.projectionDim < -1)
        return fail(ErrorCode::BadArgument, "a count is negative");
    if (request.sample > 0 && request.coreset.strategy == CoresetStrategy::Reservoir)
        return fail(
            ErrorCode::BadArgument,
            "the strategy reservoir draws a sample of its own: give --reservoir instead of --sample, or another "
            "--strategy");
    return {};
}

ModelInfo describe(const TrainRequest &request, const Backbone &backbone, const ImageIntensity &intensity)
{
    ModelInfo info;
    info.createdUtc = utcNow();
    info.backboneName = backbone.info.name;
    info.backboneSha256 = backbone.info.sha256;
    info.layers = request.layers.empty() ? backbone.info.defaultLayers : request.layers;
    info.tilePx = request.tilePx;
    info.scale = request.scale;
    info.intensity = intensity.scale;
    info.bitDepth = intensity.bitDepth;
    info.sigmaPx = request.sigmaPx;
    info.strategy = strategyName(request.coreset.strategy);
    info.bankSize = request.coreset.bankSize;
    info.sample = request.sample;
    info.seed = request.coreset.seed;
    info.holdout = request.holdout;
    return info;
}

FeatureMatrix selectionProjection(const TrainRequest &request, int dim)
{
    const int wished = request.projectionDim;
    const int projected = wished >= 0 ? wished : (dim > widestUnprojected ? defaultProjection : 0);
    return projected > 0 ? randomProjection(dim, projected, request.coreset.seed) : FeatureMatrix(dim, 0);
}

/// An image that is excluded is in no part of the split; the others keep their places, so that what is excluded is all
/// that changes.
Result<TrainingSplit> splitImages(const TrainRequest &request, const ExcludedRegions &excluded,
                                  const JobContext &context)
{
    if (auto whole = reportGaps(request.dataset, request.strict, context); !whole)
        return failFrom(std::move(whole));
    const auto isExcluded = [&](const ImageRecord &record) { return excluded.wholeImage(record); };
    TrainingSplit split = splitTraining(request.dataset, request.holdout, request.maxImages, request.coreset.seed);
    noteSplit(split, context);
    std::erase_if(split.train, [&](std::size_t image) { return isExcluded(request.dataset.images[image]); });
    const auto excludedCount = std::ranges::count_if(request.dataset.images, isExcluded);
    if (const std::string summary = excluded.summary(); !summary.empty())
        context.notice("excluded by the list: " + summary);
    // What is known to show defects must not make the score scale.
    const auto withheld = std::erase_if(split.heldOut, [&](std::size_t image) {
        return excluded.touches(request.dataset.images[image], request.dataset.classes);
    });
    if (withheld > 0)
        context.notice(fmt::format("{} held-out images are not used for the score scale: something of them is excluded",
                                   withheld));
    if (split.train.empty())
        return fail(ErrorCode::NotFound,
                    excludedCount > 0 ? fmt::format("all good images of {} are excluded: shorten the list of --exclude",
                                                    request.dataset.root.string())
                                      : fmt::format("{} holds no good images to train on: put them into train/good",
                                                    request.dataset.root.string()));
    return split;
}

Result<ExcludedRegions> excludedOf(const TrainRequest &request)
{
    return ExcludedRegions::read(request.excludeList, request.excludedKinds, request.dataset)
        .map([&](ExcludedRegions &&excluded) {
            excluded.add(request.outlines);
            return std::move(excluded);
        });
}

} // namespace

Result<TrainingSplit> splitRequest(const TrainRequest &request, const JobContext &context)
{
    return excludedOf(request).and_then(
        [&](const ExcludedRegions &excluded) { return splitImages(request, excluded, context); });
}

Result<TrainingSetup> setUpTraining(const TrainRequest &request, const JobContext &context)
{
    if (auto sound = checkRequest(request); !sound)
        return failFrom(std::move(sound));
    TrainingSetup setup;
    auto excluded = excludedOf(request);
    if (!excluded)
        return failFrom(std::move(excluded));
    setup.excluded = std::move(*excluded);
    auto split = splitImages(request, setup.excluded, context);
    if (!split)
        return failFrom(std::move(split));
    setup.split = std::move(*split);
    auto backbone = loadBackbone(request.backbone, request.backboneFolder, context);
    if (!backbone)
        return failFrom(std::move(backbone));
    auto intensity = request.intensity ? Result<ImageIntensity>(*request.intensity)
                                       : probeIntensity(request.dataset, setup.split.train, context);
    if (!intensity)
        return failFrom(std::move(intensity));
    setup.model.info = describe(request, *backbone, *intensity);
    const ExtractorSettings settings{setup.model.info.layers, intensity->scale, request.threads, request.tilePx,
                                     request.device};
    auto extractor = FeatureExtractor::create(*backbone, settings, context);
    if (!extractor)
        return failFrom(std::move(extractor));
    setup.extractor = std::move(*extractor);
    setup.backbone = std::move(backbone->info);
    setup.model.projection = selectionProjection(request, setup.extractor->dimension());
    if (auto started = startFromInitialModel(request, setup, context); !started)
        return failFrom(std::move(started));
    addVersion(setup.model.info, datasetName(request.dataset));
    for (const ImageRecord &record : request.dataset.images)
        if (record.isGood() && setup.excluded.touches(record, request.dataset.classes))
            setup.model.info.excludedImages.push_back(storedId(record.id));
    return setup;
}

} // namespace patina
