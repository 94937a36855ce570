#include "core/pipeline/meld.h"

#include "core/base/stopwatch.h"
#include "core/base/system.h"
#include "core/coreset/coreset_builder.h"
#include "core/coreset/coverage.h"
#include "core/pipeline/dataset_versions.h"
#include "core/pipeline/meld_rows.h"
#include "core/pipeline/same_space.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace patina {

namespace {

Result<void> checkRequest(const MeldRequest &request)
{
    if (request.models.size() < 2)
        return fail(ErrorCode::BadArgument, fmt::format("{} models: name two or more to meld", request.models.size()));
    if (request.bankSize < 0 || request.bankSize > largestBankSize)
        return fail(ErrorCode::BadArgument,
                    fmt::format("the bank size {} is outside 1..{}", request.bankSize, largestBankSize));
    return {};
}

/// Appends rows, origins, images and versions of a model; its figures add up.
Result<void> append(Model &joined, Model &&model)
{
    const auto images = joined.info.images.size();
    const auto versions = joined.info.versions.size();
    if (images + model.info.images.size() > std::numeric_limits<std::int32_t>::max())
        return fail(ErrorCode::TooLarge,
                    fmt::format("{} training images cannot be told apart", images + model.info.images.size()));
    joined.bank.appendRows(model.bank);
    for (PatchRef origin : model.origins) {
        origin.dataset += static_cast<std::int32_t>(versions);
        origin.image += static_cast<std::int32_t>(images);
        joined.origins.push_back(origin);
    }
    appendImages(joined.info, model.info);
    joined.info.versions.insert(joined.info.versions.end(), model.info.versions.begin(), model.info.versions.end());
    TrainingFigures &sum = joined.info.figures;
    const TrainingFigures &figures = model.info.figures;
    sum.images += figures.images;
    sum.patches += figures.patches;
    sum.skipped += figures.skipped;
    sum.coverageRadius = std::max(sum.coverageRadius, figures.coverageRadius);
    sum.coverageP999 = std::max(sum.coverageP999, figures.coverageP999);
    sum.coverageMean = std::max(sum.coverageMean, figures.coverageMean);
    joined.info.bankSize = std::max(joined.info.bankSize, model.info.bankSize);
    return {};
}

/// The first model, with the others' rows behind its own.
Result<Model> joinedModels(const MeldRequest &request, const JobContext &context)
{
    auto joined = loadModel(request.models.front(), context);
    for (std::size_t i = 1; i < request.models.size() && joined; ++i) {
        if (context.cancelled())
            return cancelledError();
        auto model = loadModel(request.models[i], context);
        if (!model)
            return model;
        if (const auto difference = differenceOfModels(*joined, *model))
            return fail(ErrorCode::VersionMismatch,
                        fmt::format("{} and {} cannot be melded: {} {} there, {} here", request.models.front().string(),
                                    request.models[i].string(), difference->what, difference->one, difference->other));
        if (model->info.sigmaPx != joined->info.sigmaPx)
            context.notice(fmt::format("{} smooths by {} px, the melded model by {} as {} does",
                                       request.models[i].string(), model->info.sigmaPx, joined->info.sigmaPx,
                                       request.models.front().string()));
        if (auto appended = append(*joined, std::move(*model)); !appended)
            return failFrom(std::move(appended));
    }
    return joined;
}

/// The rows of all models reduced to a bank, and what the figures say of it.
Result<void> select(Model &model, int threads, const JobContext &context)
{
    const FeatureMatrix all = model.bank;
    if (auto melded = meldRows(model, threads, context); !melded)
        return melded;
    return coverageOf(all, model.bank, threads, context.quiet()).map([&](const Coverage &moved) {
        model.info.figures.coverageRadius += moved.radius;
        model.info.figures.coverageP999 += moved.radius;
        model.info.figures.coverageMean += moved.radius;
    });
}

/// What the melded model does not take over from the first.
void describe(ModelInfo &info)
{
    info.createdUtc = utcNow();
    info.strategy = "meld";
    info.sample = 0;
    info.reservoirRows = 0;
    info.shards = 1;
    info.seed = 0;
    info.holdout = 0.0;
    info.initialHash.clear();
    info.keep.clear();
    info.heldOutImages.clear();
    info.heldOutDigests.clear();
    info.heldOutScores.clear();
    info.scoreScale = {};
    info.supportRule.clear();
    info.droppedRows = 0;
    info.suspects.clear();
    info.excludedImages.clear();
    info.figures.supportS = 0.0;
    info.figures.checkpointsS = 0.0;
    info.figures.budgetBytes = 0;
}

} // namespace

Result<Model> meldModels(const MeldRequest &request, const JobContext &context)
{
    const Stopwatch watch;
    if (auto sound = checkRequest(request); !sound)
        return failFrom(std::move(sound));
    auto model = joinedModels(request, context);
    if (!model)
        return model;
    ModelInfo &info = model->info;
    describe(info);
    if (request.bankSize > 0)
        info.bankSize = request.bankSize;
    if (auto selected = select(*model, request.threads, context); !selected)
        return failFrom(std::move(selected));
    if (model->bank.rows() < info.bankSize)
        context.notice(fmt::format("the bank holds {} rows, not {}: the models have no more that differ",
                                   model->bank.rows(), info.bankSize));
    info.figures.totalS = watch.seconds();
    info.figures.coresetS = info.figures.totalS;
    info.figures.featuresS = 0.0;
    info.figures.peakBytes = peakMemoryBytes();
    return model;
}

} // namespace patina
