#include "core/pipeline/transfer.h"

#include "core/pipeline/dataset_versions.h"
#include "core/pipeline/same_space.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace patina {

namespace {

/// What makes the run agree with the initial model, by the words of the command line.
std::string wayOut(const SpaceDifference &difference)
{
    for (const char *option : {"backbone", "layers", "scale"})
        if (difference.what == option)
            return fmt::format("give --{} {}", option, difference.one);
    if (difference.what == "projection")
        return "leave --projection out";
    return "train without --init";
}

std::optional<SpaceDifference> differenceOf(const Model &initial, const TrainRequest &request, const ModelInfo &info)
{
    if (auto difference = differenceOfFeatures(initial.info, info))
        return difference;
    // The projection is the initial model's, unless another is asked for.
    if (request.projectionDim >= 0 && request.projectionDim != initial.projection.dim())
        return SpaceDifference{"projection", std::to_string(initial.projection.dim()),
                               std::to_string(request.projectionDim)};
    return std::nullopt;
}

/// What the initial bank was trained on makes no score scale.
void noticeImagesSeenBefore(const Model &initial, const TrainRequest &request, TrainingSplit &split,
                            const JobContext &context)
{
    const std::string name = datasetName(request.dataset);
    const std::set<std::string> seen = trainedImages(initial.info, name);
    const auto again = std::ranges::count_if(
        split.train, [&](std::size_t image) { return seen.contains(storedId(request.dataset.images[image].id)); });
    if (again > 0)
        context.notice(fmt::format("{} of the {} training images have the names of images that the initial bank was "
                                   "trained on: if they are the same, they add nothing new",
                                   again, split.train.size()));
    const auto withheld = std::erase_if(
        split.heldOut, [&](std::size_t image) { return seen.contains(storedId(request.dataset.images[image].id)); });
    if (withheld > 0)
        context.notice(fmt::format("{} held-out images are not used for the score scale: they have the names of images "
                                   "that the initial bank was trained on",
                                   withheld));
}

} // namespace

Result<void> startFromInitialModel(const TrainRequest &request, TrainingSetup &setup, const JobContext &context)
{
    if (request.initialModel.empty())
        return {};
    auto initial = loadModel(request.initialModel, context);
    if (!initial)
        return failFrom(std::move(initial));
    ModelInfo &info = setup.model.info;
    if (const auto difference = differenceOf(*initial, request, info))
        return fail(ErrorCode::VersionMismatch,
                    fmt::format("{} cannot be started from: its {} is {}, that of this run {}; {}",
                                request.initialModel.string(), difference->what, difference->one, difference->other,
                                wayOut(*difference)));
    noticeImagesSeenBefore(*initial, request, setup.split, context);
    info.initialHash = initial->info.hash;
    info.keep = keepRuleText(request.keep);
    info.images = std::move(initial->info.images);
    info.imageDigests = std::move(initial->info.imageDigests);
    info.versions = std::move(initial->info.versions);
    for (DatasetVersion &version : info.versions)
        version.how = "initial";
    setup.model.projection = std::move(initial->projection);
    setup.initial = InitialBank{std::move(initial->bank), std::move(initial->origins), request.keep};
    return {};
}

} // namespace patina
