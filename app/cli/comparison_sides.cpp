#include "app/cli/comparison_sides.h"

#include "app/cli/open_inspector.h"
#include "app/cli/project_evaluation.h"
#include "core/pipeline/evaluation_run.h"
#include "core/pipeline/known_content.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <utility>

namespace patina::cli {

namespace {

EvaluateRequest requestOf(const CompareOptions &options, std::size_t side)
{
    EvaluateRequest request;
    request.minAreaPx = leastAreaPx(options.leastArea);
    request.reviewThreshold = CompareOptions::ofSide(options.review, side);
    request.rejectThreshold = CompareOptions::ofSide(options.reject, side);
    request.bootstrap.resamples = 0; // the paired ones come after all are scored
    request.strict = options.strict;
    return request;
}

const std::string &policyText(const CompareOptions &options, std::size_t side)
{
    return side == 1 && options.policyB ? *options.policyB : options.policy;
}

ScoredSide scoredSide(EvaluationRun &&run, const CompareOptions &options, std::size_t side, const std::string &hash)
{
    const EvaluationSettings &settings = run.all.settings;
    SideTitle title{options.names()[side],    options.model(side),      hash,        labelPolicyText(settings.policy),
                    settings.reviewThreshold, settings.rejectThreshold, run.skipped, run.whyNoThresholds};
    return {std::move(run.all), std::move(title)};
}

JobContext contextOf(const CompareOptions &options, std::size_t side, const CommandContext &context)
{
    return context.job.withNotices([&job = context.job, name = options.names()[side]](const std::string &text) {
        job.notice(fmt::format("{}: {}", name, text));
    });
}

using ScoreSide = std::function<Result<ScoredSide>(Inspector &inspector, std::size_t side)>;

Result<std::vector<ScoredSide>> oneAfterTheOther(const CompareOptions &options, const CommandContext &context,
                                                 const ScoreSide &score)
{
    std::vector<ScoredSide> sides;
    std::unique_ptr<Inspector> inspector;
    for (std::size_t side = 0; side < options.sides(); ++side) {
        if (side == 0 || options.model(side) != options.model(side - 1)) {
            inspector.reset();
            auto opened = openInspector(options.model(side), context);
            if (!opened)
                return failFrom(std::move(opened));
            inspector = std::move(*opened);
        }
        auto scored = score(*inspector, side);
        if (!scored)
            return failFrom(std::move(scored));
        sides.push_back(std::move(*scored));
    }
    return sides;
}

/// Validation images give a figure of pixels, which is not compared.
Result<Dataset> testImages(const CompareOptions &options, const JobContext &job)
{
    return openDataset(options.folder(), job).map([](Dataset &&dataset) {
        std::erase_if(dataset.images, [](const ImageRecord &image) { return image.split == Split::Validation; });
        return std::move(dataset);
    });
}

Result<ScoredSides> sidesOfDataset(const CompareOptions &options, const CommandContext &context)
{
    auto dataset = testImages(options, context.job);
    if (!dataset)
        return failFrom(std::move(dataset));
    std::map<std::string, std::string> sha256; // of the images, once for all sides
    const auto score = [&](Inspector &inspector, std::size_t side) -> Result<ScoredSide> {
        auto policy = parseLabelPolicy(policyText(options, side));
        if (!policy)
            return failFrom(std::move(policy));
        EvaluateRequest request = requestOf(options, side);
        request.dataset = *dataset;
        request.policy = *policy;
        request.sha256 = sha256;
        return evaluateDataset(inspector, request, *context.ranks, contextOf(options, side, context))
            .map([&](EvaluationRun &&run) {
                sha256 = run.sha256;
                return scoredSide(std::move(run), options, side, inspector.model().hash);
            });
    };
    return oneAfterTheOther(options, context, score).map([](std::vector<ScoredSide> &&sides) {
        return ScoredSides{std::move(sides), {}, {}};
    });
}

/// The images that any of the models was trained or calibrated on.
Result<UsedImages> usedByAny(const CompareOptions &options)
{
    UsedImages used;
    for (std::size_t side = 0; side < options.sides(); ++side) {
        const auto info = loadModelInfo(options.model(side));
        if (!info)
            return tl::unexpected(info.error());
        const UsedImages one = usedImagesOf(*info);
        used.ids.insert(one.ids.begin(), one.ids.end());
        used.contents.insert(one.contents.begin(), one.contents.end());
        used.withoutContent += one.withoutContent;
    }
    return used;
}

Result<ScoredSides> sidesOfProject(const CompareOptions &options, const CommandContext &context)
{
    if (auto checked = checkProjectRun("compare", options.strict, context); !checked)
        return failFrom(std::move(checked));
    const auto project = openProject(options.folder(), options.reader, {}, context.job);
    if (!project)
        return tl::unexpected(project.error());
    const auto used = usedByAny(options);
    if (!used)
        return tl::unexpected(used.error());
    ScoredSides scored;
    scored.reader = project->reader;
    ProjectEvaluationRequest asked; // the last one, for what was left out
    const auto score = [&](Inspector &inspector, std::size_t side) -> Result<ScoredSide> {
        auto policy = parseLabelPolicy(policyText(options, side));
        if (!policy)
            return failFrom(std::move(policy));
        const bool named = !policyText(options, side).empty();
        ProjectEvaluationRequest request =
            projectRequest(*project, inspector, named ? std::optional(*policy) : std::nullopt, options.leastArea,
                           requestOf(options, side), context.seed);
        request.usedByModel = *used;
        request.withSegF1 = false;
        auto result = evaluateProject(request, contextOf(options, side, context));
        asked = request;
        if (!result)
            return failFrom(std::move(result));
        noticeSkipped(*result, contextOf(options, side, context));
        EvaluationRun run = runOf(*result, inspector.model());
        result->evaluations.clear();
        if (!scored.project)
            scored.project = std::move(*result);
        return scoredSide(std::move(run), options, side, inspector.model().hash);
    };
    auto sides = oneAfterTheOther(options, context, score);
    if (!sides)
        return failFrom(std::move(sides));
    scored.sides = std::move(*sides);
    noticeScope(scored.project->scope, asked, "one of the models was", context.job);
    return scored;
}

} // namespace

std::vector<std::string> CompareOptions::names() const
{
    std::vector<std::string> files;
    for (std::size_t side = 0; side < sides(); ++side)
        files.push_back(model(side));
    return sideNames(files);
}

std::optional<double> CompareOptions::ofSide(const std::vector<double> &given, std::size_t side)
{
    return given.empty() ? std::nullopt : std::optional(given[std::min(side, given.size() - 1)]);
}

Result<ScoredSides> scoredSides(const CompareOptions &options, const CommandContext &context)
{
    if (auto fits = checkReader(options.reader, options.folder()); !fits)
        return failFrom(std::move(fits));
    return isProject(options.folder()) ? sidesOfProject(options, context) : sidesOfDataset(options, context);
}

} // namespace patina::cli
