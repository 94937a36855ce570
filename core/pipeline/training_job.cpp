#include "core/pipeline/training_job.h"

#include "core/base/output_target.h"
#include "core/pipeline/bank_shards.h"
#include "core/pipeline/checkpoint.h"
#include "core/pipeline/suspect_pictures.h"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace patina {

namespace {

std::filesystem::path beside(const std::filesystem::path &file, const char *ending)
{
    return file.string() + ending;
}

/// The list that is given back must not be the one that this run replaces.
Result<void> checkSuspectsFolder(const std::filesystem::path &folder, const std::filesystem::path &excludeList)
{
    std::error_code ec;
    if (!excludeList.empty() && std::filesystem::equivalent(suspectsFile(folder), excludeList, ec))
        return fail(ErrorCode::BadArgument,
                    fmt::format("{} would be replaced by the list of this run: copy it elsewhere, or give --suspects "
                                "another folder",
                                excludeList.string()));
    return checkSuspects(folder).and_then([&] { return checkOutputFolder(folder); });
}

/// Before hours of work.
Result<void> checkOutputs(const TrainingJob &job)
{
    const TrainRequest &request = job.request;
    if (auto writable = checkModelFile(job.out, std::vector{request.initialModel.string()}); !writable)
        return writable;
    if (auto writable = checkOutputFolder(request.checkpointFolder); !writable)
        return writable;
    return checkSuspectsFolder(job.suspects, request.excludeList);
}

/// That there is something to go on from.
Result<void> checkResume(const TrainingJob &job, const RankGroup &ranks)
{
    const std::filesystem::path &folder = job.request.checkpointFolder;
    std::error_code ec;
    if (!job.request.resume || std::filesystem::exists(checkpointFile(folder), ec))
        return {};
    const bool shards = holdsShards(folder);
    if (!shards && !std::filesystem::exists(job.out, ec))
        return fail(ErrorCode::BadArgument,
                    fmt::format("there is no unfinished run in {}: leave out --resume, or say with --checkpoint where "
                                "it is",
                                folder.string()));
    if (!shards && std::filesystem::exists(job.out, ec))
        return fail(
            ErrorCode::BadArgument,
            fmt::format(
                "{} is there and has no checkpoint beside it: nothing is left to resume; train anew without --resume",
                job.out.string()));
    if (shards && shardCount(job.request, ranks) <= 1)
        return fail(ErrorCode::BadArgument,
                    fmt::format("{} is of a run in shards: give the --shards it began with", folder.string()));
    return {};
}

Result<TrainedModel> saveResults(const Model &model, const TrainingJob &job, const JobContext &context)
{
    if (auto hash = saveModel(model, job.out); !hash)
        return failFrom(std::move(hash));
    auto saved = loadModel(job.out);
    if (!saved)
        return failFrom(std::move(saved));
    removeSuspects(job.suspects);
    auto listed = writeSuspects(saved->info, job.request.dataset, job.suspects, context);
    if (!listed)
        return failFrom(std::move(listed));
    return TrainedModel{std::move(*saved), *listed};
}

} // namespace

TrainingJob withPlaces(TrainingJob job)
{
    if (job.request.checkpointFolder.empty())
        job.request.checkpointFolder = beside(job.out, ".checkpoint");
    if (job.suspects.empty())
        job.suspects = beside(job.out, ".suspects");
    return job;
}

bool holdsUnfinishedRun(const TrainingJob &job)
{
    std::error_code ec;
    return std::filesystem::exists(checkpointFile(job.request.checkpointFolder), ec) ||
           holdsShards(job.request.checkpointFolder);
}

Result<std::optional<TrainedModel>> runTraining(const TrainingJob &job, RankGroup &ranks, const JobContext &context)
{
    const TrainRequest &request = job.request;
    if (ranks.isFirst())
        if (auto sound = checkOutputs(job).and_then([&] { return checkResume(job, ranks); }); !sound)
            return failFrom(std::move(sound));
    if (!ranks.isAlone() && ranks.isFirst())
        context.notice(fmt::format("{} processes share {} shards; progress is that of the first", ranks.size(),
                                   shardCount(request, ranks)));
    auto model = train(request, ranks, context);
    if (!model) {
        const bool cutOff = model.error().code == ErrorCode::Cancelled || ranks.failureElsewhere();
        if (cutOff && holdsUnfinishedRun(job))
            context.notice(
                fmt::format("{} keeps what was done; --resume goes on with it", request.checkpointFolder.string()));
        return failFrom(std::move(model));
    }
    std::optional<TrainedModel> trained;
    if (ranks.isFirst()) {
        auto saved = saveResults(*model, job, context);
        if (!saved)
            return failFrom(std::move(saved));
        trained = std::move(*saved);
    }
    // Not before the model is safe; each rank what lies with it.
    return fromFirst(ranks, {}, context).map([&](const Bytes &) {
        removeCheckpoint(request.checkpointFolder);
        removeShards(request.checkpointFolder);
        return std::move(trained);
    });
}

} // namespace patina
