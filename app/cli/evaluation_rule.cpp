#include "app/cli/evaluation_rule.h"

#include "core/evaluation/used_images.h"
#include "core/report/shell_words.h"
#include "core/thresholds/calibration_part.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

namespace patina::cli {

namespace {

/// Chooses on the images that calibrate.
Result<RuledThresholds> chosenOn(CalibrationData &&calibration, PartsNote &&parts, const RuleUse &use,
                                 const std::vector<std::string> &counted, const std::optional<ThresholdPair> &own,
                                 std::int64_t minAreaPx, const std::string &source, const CommandContext &context)
{
    RuledThresholds ruled;
    ruled.calibration = std::move(calibration);
    ruled.parts = std::move(parts);
    RuleOptions counting = use.options;
    counting.minAreaPx = minAreaPx;
    auto asked = ruleRequest(counting, ruled.calibration, counted, own, context.seed, source);
    if (!asked)
        return failFrom(std::move(asked));
    ruled.request = std::move(*asked);
    noticeDependence(ruled.calibration, ruled.request, context.job);
    const ThresholdChoice choice = chooseThresholds(CalibrationSplit{ruled.calibration, {}}, ruled.request);
    ruled.refusal = refusalText(choice);
    if (!choice.thresholds)
        return fail(ErrorCode::BadArgument, ruled.refusal);
    ruled.thresholds = *choice.thresholds;
    return ruled;
}

Result<void> checkUse(const RuleUse &use, const CommandContext &context)
{
    if (!context.ranks->isAlone())
        return fail(ErrorCode::BadArgument,
                    fmt::format("--rule: {} processes cannot share the choice of a threshold; start it once, without "
                                "mpirun",
                                context.ranks->size()));
    if (isProject(use.calibration))
        return fail(ErrorCode::BadArgument,
                    fmt::format("--calibration {} is a project: give a list (CSV with a column image) of images of "
                                "what is evaluated, or evaluate the project",
                                use.calibration));
    return {};
}

PartsNote noteOf(const ImageParts &parts, const RuleUse &use, const CommandContext &context)
{
    if (parts.leftOut > 0)
        context.job.notice(
            fmt::format("{} test images are in no figure: others of their group calibrate", parts.leftOut));
    return use.calibration.empty() ? dealtNote(parts, use.options.calibrationShare, context.seed)
                                   : namedNote(parts, use.calibration);
}

/// Hashes the test images of the data set, joins copies there, and parts it.
Result<CalibrationPart> askedParts(EvaluateRequest &request, const RuleUse &use, const CommandContext &context)
{
    Dataset &dataset = request.dataset;
    if (auto known = checkGroups(knownImages(dataset), use.options, dataset.root.string()); !known)
        return failFrom(std::move(known));
    auto hashed = hashesOfTestImages(dataset, context.job);
    if (!hashed)
        return failFrom(std::move(hashed));
    request.sha256 = *std::move(hashed);
    std::error_code ec;
    if (!std::filesystem::is_directory(use.calibration, ec)) // another data set has groups of the same names
        joinCopies(dataset, request.sha256, context.job);
    auto part = use.calibration.empty() ? partByGroups(dataset, use.options.calibrationShare, context.seed)
                                        : partByFolderOrList(dataset, use.calibration, context.job);
    if (!part || part->calibration.root == dataset.root)
        return part;
    return checkGroups(knownImages(part->calibration), use.options, part->calibration.root.string()).map([&] {
        return std::move(*part);
    });
}

Result<ImageParts> askedParts(const ProjectEvaluationRequest &request, const RuleUse &use,
                              const CommandContext &context)
{
    if (use.calibration.empty())
        return partsOfProject(request, use.options.calibrationShare, context.seed);
    std::error_code ec;
    if (std::filesystem::is_directory(use.calibration, ec))
        return fail(ErrorCode::BadArgument,
                    fmt::format("--calibration {} is a folder: of a project the images that calibrate are a list (CSV "
                                "with a column image) of its own",
                                use.calibration));
    return listedParts(knownImages(request), use.calibration, "the project that a figure can be of");
}

/// What `threshold` prints of a rule that cannot be met, at what is nearest. \param accepting of the images that would
/// have been quoted.
Result<RuledThresholds> refused(const RuledThresholds &ruled, const Evaluation &accepting, const RuleUse &use,
                                const CommandContext &context)
{
    const ThresholdChoice choice = ruled.countedOn(accepting);
    const ThresholdReport report{ruled.request, choice, ruled.parts};
    if (context.json) {
        FlatJson json;
        addThresholds(report, json);
        json.print();
    } else {
        fmt::print("{} of {}\n{}", use.modelFile, use.folder, thresholdText(report));
    }
    return fail(ErrorCode::BadArgument, ruled.refusal);
}

/// Ids of all images of a project but some.
std::set<std::string> allBut(const ProjectContents &contents, const std::set<std::string> &some)
{
    std::set<std::string> others;
    for (const ProjectImage &image : contents.images)
        if (!some.contains(image.id))
            others.insert(image.id);
    return others;
}

} // namespace

ThresholdChoice RuledThresholds::countedOn(const Evaluation &evaluation) const
{
    return chooseThresholds(CalibrationSplit{calibration, calibrationData(evaluation.outcomes, evaluation.classes)},
                            request);
}

Result<RuledThresholds> chooseByRule(Inspector &inspector, EvaluateRequest &request, const RuleUse &use,
                                     const CommandContext &context)
{
    const ScoreScale &scale = inspector.model().scoreScale;
    if (auto checked = checkUse(use, context); !checked)
        return failFrom(std::move(checked));
    const std::vector<KnownImage> asNamed = knownImages(request.dataset);
    auto part = askedParts(request, use, context);
    if (!part)
        return failFrom(std::move(part));
    const std::string folder = part->calibration.root.string();
    auto counted = countedClasses(part->calibration.classes, folder, request.policy, use.options);
    if (!counted)
        return failFrom(std::move(counted));
    EvaluateRequest choosing = request;
    if (part->calibration.root != request.dataset.root)
        choosing.sha256.clear(); // another data set has the same names for other images
    choosing.dataset = std::move(part->calibration);
    choosing.bootstrap.resamples = 0;
    auto run = scoredForRule(inspector, std::move(choosing), *context.ranks, context.job);
    if (!run)
        return failFrom(std::move(run));
    auto ruled = chosenOn(calibrationData(run->all.outcomes, run->all.classes), noteOf(part->parts, use, context), use,
                          *counted, ownThresholds(scale), request.minAreaPx, folder, context);
    if (!ruled)
        return ruled;
    if (use.calibration.empty())
        noticeParts(asNamed, ruled->request, use.options.groups, context.job);
    for (const auto &[id, sha256] : run->sha256)
        request.otherUsed.emplace(contentDigest(sha256), id);
    request.dataset = std::move(part->quoted);
    request.reviewThreshold = ruled->thresholds.review;
    request.rejectThreshold = ruled->thresholds.reject;
    if (ruled->refusal.empty())
        return ruled;
    request.bootstrap.resamples = 0;
    run = evaluateDataset(inspector, request, *context.ranks, context.job);
    if (!run)
        return failFrom(std::move(run));
    return refused(*ruled, run->all, use, context);
}

Result<RuledThresholds> chooseByRule(OpenedEvaluation &opened, const RuleUse &use, const CommandContext &context)
{
    const ModelInfo &model = opened.inspector->model();
    ProjectEvaluationRequest &request = opened.request;
    if (auto checked = checkUse(use, context); !checked)
        return failFrom(std::move(checked));
    const std::vector<KnownImage> asNamed = knownImages(request);
    if (auto known = checkGroups(asNamed, use.options, "the project"); !known)
        return failFrom(std::move(known));
    joinCopies(request, context.job);
    const auto parts = askedParts(request, use, context);
    if (!parts)
        return tl::unexpected(parts.error());
    const LabelPolicy &policy = request.policies.front();
    auto counted = countedClasses(labelClassesOf(*request.contents), "the project", policy, use.options);
    if (!counted)
        return failFrom(std::move(counted));
    ProjectEvaluationRequest choosing = request;
    choosing.policies = {policy};
    choosing.withoutImages = allBut(*request.contents, parts->calibration);
    scoreForRule(choosing, model.scoreScale, context.job);
    const auto result = evaluateProject(choosing, context.job);
    if (!result)
        return tl::unexpected(result.error());
    noticeSkipped(*result, context.job);
    const Evaluation &evaluation = result->evaluations.front();
    auto ruled =
        chosenOn(calibrationData(evaluation.outcomes, evaluation.classes), noteOf(*parts, use, context), use, *counted,
                 projectThresholds(*request.contents, model), request.settings.minAreaPx, "the project", context);
    if (!ruled)
        return ruled;
    if (use.calibration.empty())
        noticeParts(asNamed, ruled->request, use.options.groups, context.job);
    request.withoutImages = allBut(*request.contents, parts->quoted);
    request.settings.reviewThreshold = ruled->thresholds.review;
    request.settings.rejectThreshold = ruled->thresholds.reject;
    if (ruled->refusal.empty())
        return ruled;
    request.settings.bootstrap.resamples = 0;
    request.withSegF1 = false;
    const auto accepting = evaluateProject(request, context.job);
    if (!accepting)
        return tl::unexpected(accepting.error());
    return refused(*ruled, accepting->evaluations.front(), use, context);
}

std::string ruleWords(const RuleUse &use, std::uint64_t seed)
{
    const RuleOptions &options = use.options;
    std::string words;
    const auto add = [&](const char *option, const std::string &value) {
        words += fmt::format(" {} {}", option, shellWord(value));
    };
    const auto addNumber = [&](const char *option, const std::optional<double> &value) {
        if (value)
            words += fmt::format(" {} {}", option, *value);
    };
    for (const std::string &rule : options.rules)
        add("--rule", rule);
    for (const std::string &name : options.classes)
        add("--class", name);
    addNumber("--bound", options.bound);
    addNumber("--confidence", options.confidence);
    if (options.point)
        words += " --point";
    addNumber("--cost-escape", options.costEscape);
    addNumber("--cost-overkill", options.costOverkill);
    addNumber("--prevalence", options.prevalence);
    if (!options.sets.empty())
        add("--sets", options.sets);
    if (options.unit != "single")
        add("--unit", options.unit);
    if (!options.groups.empty())
        add("--groups", options.groups);
    if (!use.calibration.empty())
        add("--calibration", use.calibration);
    else
        addNumber("--calibration-share", options.calibrationShare);
    return words + (seed != 0 ? fmt::format(" --seed {}", seed) : std::string());
}

} // namespace patina::cli
