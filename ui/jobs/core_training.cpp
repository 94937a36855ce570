#include "ui/jobs/core_training.h"

#include "core/backbone/architecture.h"
#include "core/backbone/backbone_store.h"
#include "core/base/system.h"
#include "core/pipeline/checkpoint.h"
#include "core/pipeline/run_settings.h"

#include <charconv>

namespace patina {

namespace {

/// Images of the run that wrote a checkpoint; 0: it does not say.
std::int64_t imagesOf(const CheckpointFacts &facts)
{
    const auto found = facts.settings.find("number of training images");
    std::int64_t images = 0;
    if (found != facts.settings.end())
        std::from_chars(found->second.data(), found->second.data() + found->second.size(), images);
    return images;
}

class CoreTraining : public TrainingEngine
{
public:
    explicit CoreTraining(std::filesystem::path backboneFolder) : m_backboneFolder(std::move(backboneFolder)) {}

    Result<TrainingChoices> choices(const JobContext &) const override
    {
        const auto folder = m_backboneFolder.empty() ? backboneFolder() : m_backboneFolder;
        return listBackbones(folder).map([&](BackboneListing &&listing) {
            TrainingChoices choices{std::move(listing.backbones), std::move(listing.problems), folder, {}, {}};
            for (const Architecture architecture : allArchitectures())
                choices.architectures.emplace_back(architectureName(architecture));
            choices.devices = availableDevices();
            return choices;
        });
    }

    Result<std::string> importBackbone(const BackboneImport &order, const JobContext &context) const override
    {
        const auto architecture = architectureFromName(order.architecture);
        if (!architecture)
            return tl::unexpected(architecture.error());
        ImportOptions options;
        options.licence = order.licence;
        options.trustCode = order.trustCode;
        options.replace = order.replace;
        options.folder = m_backboneFolder;
        return patina::importBackbone(order.file, *architecture, order.name, options, context)
            .map([](const BackboneInfo &info) { return info.name; });
    }

    Result<TrainingSurvey> survey(const TrainingOrder &order, const JobContext &context) const override
    {
        const auto job = prepared(order, context);
        return job ? surveyTraining(job->request, context) : tl::unexpected(job.error());
    }

    Result<PlannedTraining> plan(const TrainingOrder &order, const JobContext &context) const override
    {
        const auto job = prepared(order, context);
        if (!job)
            return tl::unexpected(job.error());
        restartPeakMemory(); // what the window took before says nothing of this run
        return planTrainingRun(job->request, context.quiet().withNotices({}));
    }

    Result<std::optional<UnfinishedRun>> unfinished(const std::filesystem::path &out, const JobContext &) const override
    {
        const TrainingJob job = withPlaces({{}, out, {}});
        if (!holdsUnfinishedRun(job))
            return std::nullopt;
        std::error_code ec;
        if (!std::filesystem::exists(checkpointFile(job.request.checkpointFolder), ec))
            return UnfinishedRun{0, 0, {}, {}, 0, true};
        return checkpointFacts(job.request.checkpointFolder).map([](const CheckpointFacts &facts) {
            return std::optional(UnfinishedRun{facts.nextImage, imagesOf(facts), facts.info.backboneName,
                                               facts.info.strategy, facts.info.bankSize, false});
        });
    }

    Result<TrainingOutcome> train(const TrainingOrder &order, const JobContext &context) const override
    {
        auto job = prepared(order, context);
        if (job && job->request.resume)
            job = goingOn(std::move(*job));
        if (!job)
            return failFrom(std::move(job));
        restartPeakMemory();
        return runTraining(*job, alone(), context).map([&](const std::optional<TrainedModel> &trained) {
            return TrainingOutcome{trained->model.info, trained->model.bank.rows(), trained->suspects, job->out,
                                   job->suspects};
        });
    }

private:
    /// With the images of its folder, and the places of its results.
    Result<TrainingJob> prepared(const TrainingOrder &order, const JobContext &context) const
    {
        TrainingJob job = withPlaces(order.job);
        job.request.backboneFolder = m_backboneFolder;
        if (order.folder.empty())
            return job;
        context.report("list", 0, 0);
        return openDataset(order.folder, context).map([&](Dataset &&dataset) {
            job.request.dataset = std::move(dataset);
            return std::move(job);
        });
    }

    static Result<TrainingJob> goingOn(TrainingJob job)
    {
        return checkpointFacts(job.request.checkpointFolder).map([&](const CheckpointFacts &facts) {
            job.request = requestToGoOn(std::move(job.request), facts);
            return std::move(job);
        });
    }

    std::filesystem::path m_backboneFolder;
};

} // namespace

std::shared_ptr<const TrainingEngine> createCoreTraining(std::filesystem::path backboneFolder)
{
    return std::make_shared<CoreTraining>(std::move(backboneFolder));
}

} // namespace patina
