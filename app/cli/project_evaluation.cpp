#include "app/cli/project_evaluation.h"

#include "app/cli/group_option.h"
#include "app/cli/open_inspector.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace patina::cli {

bool isProject(const std::string &path)
{
    return path.ends_with(Project::fileEnding);
}

Result<void> checkReader(const std::string &reader, const std::string &path)
{
    if (reader.empty() || isProject(path))
        return {};
    return fail(ErrorCode::BadArgument, fmt::format("--reader is for a project, which {} is not", path));
}

Result<void> checkProjectRun(const std::string &verb, bool strict, const CommandContext &context)
{
    if (strict)
        return fail(ErrorCode::BadArgument,
                    "--strict is for a data set: of a project an image that cannot be used is left out and named");
    if (context.ranks->size() > 1)
        return fail(ErrorCode::BadArgument,
                    fmt::format("{} reads a project in one process, not in {}; start it once, without mpirun", verb,
                                context.ranks->size()));
    return {};
}

Result<OpenedProject> openProject(const std::string &file, const std::string &reader, const std::string &groups,
                                  const JobContext &job)
{
    auto project = Project::open(file, Project::Access::ReadOnly);
    if (!project)
        return failFrom(std::move(project));
    auto contents = project->contents();
    if (!contents)
        return failFrom(std::move(contents));
    auto whose = readerFor(*contents, reader);
    if (!whose)
        return failFrom(std::move(whose));
    if (auto grouped = setGroups(*contents, groups, job); !grouped)
        return failFrom(std::move(grouped));
    return OpenedProject{std::make_unique<Project>(std::move(*project)), std::move(*contents), std::move(*whose)};
}

ProjectEvaluationRequest projectRequest(const OpenedProject &project, Inspector &inspector,
                                        const std::optional<LabelPolicy> &policy, const LeastArea &leastArea,
                                        const EvaluateRequest &given, std::uint64_t seed)
{
    ProjectEvaluationRequest request = evaluationRequest(inspector, *project.project, project.contents, project.reader);
    if (policy)
        request.policies = {*policy};
    EvaluationSettings &settings = request.settings;
    if (given.reviewThreshold)
        settings.reviewThreshold = *given.reviewThreshold;
    settings.rejectThreshold =
        given.rejectThreshold.value_or(std::max(settings.reviewThreshold, settings.rejectThreshold));
    if (leastArea)
        settings.minAreaPx = leastAreaPx(leastArea);
    settings.bootstrap = given.bootstrap;
    settings.bootstrap.seed = seed;
    return request;
}

Result<OpenedEvaluation> openProjectEvaluation(const ProjectEvaluationOptions &options, const EvaluateRequest &given,
                                               const CommandContext &context)
{
    auto project = openProject(options.project, options.reader, options.groups, context.job);
    if (!project)
        return failFrom(std::move(project));
    auto inspector = openInspector(options.model, context);
    if (!inspector)
        return failFrom(std::move(inspector));
    ProjectEvaluationRequest request =
        projectRequest(*project, **inspector, options.policy, options.leastArea, given, context.seed);
    return OpenedEvaluation{std::move(project->project), std::move(*inspector), std::move(request)};
}

void noticeSkipped(const ProjectEvaluation &result, const JobContext &job)
{
    for (const SkippedImage &skipped : result.skipped)
        job.notice(fmt::format("skipped {}: {}", skipped.id, skipped.why));
}

void noticeScope(const EvaluationScope &scope, const ProjectEvaluationRequest &request, const char *made,
                 const JobContext &job)
{
    if (scope.trainedOn > 0)
        job.notice(fmt::format("left out {} images that {} made from", scope.trainedOn, made));
    if (const std::string why = request.usedByModel.whyNotAll(); !why.empty())
        job.notice(why);
    if (!scope.copies.empty()) {
        const CopyOfUsed &first = scope.copies.front();
        job.notice(fmt::format("{} of them are copies under other names (first: {} of {})", scope.copies.size(),
                               request.contents->images[first.image].id, first.of));
    }
    if (scope.notKnown > 0)
        job.notice(fmt::format("left out {} images of which nobody has said whether they are good", scope.notKnown));
}

void noticeLeftOut(const ProjectEvaluation &result, const ProjectEvaluationRequest &request, const JobContext &job)
{
    noticeSkipped(result, job);
    noticeScope(result.scope, request, "the model was", job);
}

void addProjectFacts(const std::string &reader, const ProjectEvaluation &result, FlatJson &json)
{
    json.set("reader", reader);
    json.set("images.trainedOn", result.scope.trainedOn);
    json.set("images.notKnown", result.scope.notKnown);
    json.set("images.copies", result.scope.copies.size());
    json.set("truth.sha256", result.truthSha256);
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
