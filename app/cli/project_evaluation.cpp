#include "app/cli/project_evaluation.h"

#include "app/cli/open_inspector.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace patina::cli {

bool isProject(const std::string &path)
{
    return path.ends_with(Project::fileEnding);
}

Result<OpenedEvaluation> openProjectEvaluation(const ProjectEvaluationOptions &options, const EvaluateRequest &given,
                                               const CommandContext &context)
{
    auto project = Project::open(options.project, Project::Access::ReadOnly);
    if (!project)
        return failFrom(std::move(project));
    auto contents = project->contents();
    if (!contents)
        return failFrom(std::move(contents));
    auto reader = readerFor(*contents, options.reader);
    if (!reader)
        return failFrom(std::move(reader));
    auto inspector = openInspector(options.model, context);
    if (!inspector)
        return failFrom(std::move(inspector));
    OpenedEvaluation opened{std::make_unique<Project>(std::move(*project)), std::move(*inspector), {}};
    opened.request = evaluationRequest(*opened.inspector, *opened.project, *std::move(contents), *reader);
    if (options.policy)
        opened.request.policies = {*options.policy};
    EvaluationSettings &settings = opened.request.settings;
    if (given.reviewThreshold)
        settings.reviewThreshold = *given.reviewThreshold;
    settings.rejectThreshold =
        given.rejectThreshold.value_or(std::max(settings.reviewThreshold, settings.rejectThreshold));
    settings.minAreaPx = given.minAreaPx;
    settings.bootstrap = given.bootstrap;
    settings.bootstrap.seed = context.seed;
    return opened;
}

void noticeLeftOut(const ProjectEvaluation &result, const ProjectEvaluationRequest &request, const JobContext &job)
{
    for (const SkippedImage &skipped : result.skipped)
        job.notice(fmt::format("skipped {}: {}", skipped.id, skipped.why));
    if (result.scope.trainedOn > 0)
        job.notice(fmt::format("left out {} images that the model was made from", result.scope.trainedOn));
    if (const std::string why = request.usedByModel.whyNotAll(); !why.empty())
        job.notice(why);
    if (!result.scope.copies.empty()) {
        const CopyOfUsed &first = result.scope.copies.front();
        job.notice(fmt::format("{} of them are copies under other names (first: {} of {})", result.scope.copies.size(),
                               request.contents->images[first.image].id, first.of));
    }
    if (result.scope.notKnown > 0)
        job.notice(
            fmt::format("left out {} images of which nobody has said whether they are good", result.scope.notKnown));
}

EvaluationRun runOf(const ProjectEvaluation &result, const ModelInfo &model)
{
    EvaluationRun run;
    run.all = result.evaluations.front();
    run.skipped = std::ssize(result.skipped);
    if (!model.scoreScale.calibrated() && run.all.settings.reviewThreshold == model.scoreScale.reviewThreshold())
        run.whyNoThresholds = "the model is uncalibrated";
    return run;
}

} // namespace patina::cli
