#include "app/cli/command_line.h"
#include "app/cli/evaluation_rule.h"
#include "app/cli/flat_json.h"
#include "app/cli/group_option.h"
#include "app/cli/open_inspector.h"
#include "app/cli/project_evaluation.h"
#include "app/cli/rule_request.h"
#include "app/cli/threshold_options.h"
#include "app/cli/threshold_output.h"
#include "core/pipeline/evaluation_run.h"

#include <fmt/format.h>

#include <memory>
#include <optional>

namespace patina::cli {

namespace {

/// Images that a rule is applied to, scored; of a data set or of a project.
struct ScoredImages
{
    std::string modelHash;
    Evaluation evaluation;
    std::int64_t skipped = 0;
    std::int64_t copies = 0;         ///< of images that the model was made from: left out
    std::vector<KnownImage> asNamed; ///< with the groups that they are said to be of
    ImageParts parts;
    std::vector<std::string> counted;
    std::optional<ThresholdPair> own; ///< where no rule sets them
    std::string reader;
    std::optional<ProjectEvaluation> project; ///< what a project says beside its figures
};

/// The test images of a data set with what is asked of them; copies are joined and parts dealt before anything is
/// scored.
Result<EvaluateRequest> dealtDataset(const ThresholdOptions &options, const LabelPolicy &policy,
                                     const CommandContext &context, ScoredImages &scored)
{
    auto dataset = openDataset(options.folder, context.job);
    if (!dataset)
        return failFrom(std::move(dataset));
    if (auto grouped = setGroups(*dataset, options.groups, context.job); !grouped)
        return failFrom(std::move(grouped));
    scored.asNamed = knownImages(*dataset);
    if (auto known = checkGroups(scored.asNamed, options, options.folder); !known)
        return failFrom(std::move(known));
    auto counted = countedClasses(dataset->classes, options.folder, policy, options);
    if (!counted)
        return failFrom(std::move(counted));
    scored.counted = std::move(*counted);
    auto hashed = hashesOfTestImages(*dataset, context.job);
    if (!hashed)
        return failFrom(std::move(hashed));
    joinCopies(*dataset, *hashed, context.job);
    auto parts = dealtParts(knownImages(*dataset), options.calibrationShare, context.seed);
    if (!parts)
        return failFrom(std::move(parts));
    scored.parts = *std::move(parts);
    EvaluateRequest wanted;
    wanted.sha256 = *std::move(hashed);
    wanted.dataset = std::move(*dataset);
    wanted.policy = policy;
    wanted.minAreaPx = leastAreaPx(options.leastArea);
    wanted.strict = options.strict;
    return wanted;
}

Result<ScoredImages> scoredDataset(const ThresholdOptions &options, const LabelPolicy &policy,
                                   const CommandContext &context)
{
    ScoredImages scored;
    auto wanted = dealtDataset(options, policy, context, scored);
    if (!wanted)
        return failFrom(std::move(wanted));
    auto inspector = openInspector(options.model, context);
    if (!inspector)
        return failFrom(std::move(inspector));
    const ModelInfo &model = (*inspector)->model();
    auto run = scoredForRule(**inspector, std::move(*wanted), *context.ranks, context.job);
    if (!run)
        return failFrom(std::move(run));
    scored.modelHash = model.hash;
    scored.evaluation = std::move(run->all);
    scored.skipped = run->skipped;
    scored.copies = std::ssize(run->copies);
    scored.own = ownThresholds(model.scoreScale);
    return scored;
}

Result<ScoredImages> scoredProject(const ThresholdOptions &options, const LabelPolicy &policy,
                                   const CommandContext &context)
{
    if (auto checked = checkProjectRun("threshold", options.strict, context); !checked)
        return failFrom(std::move(checked));
    EvaluateRequest given;
    given.bootstrap.resamples = 0;
    auto opened = openProjectEvaluation({options.model, options.folder, options.reader,
                                         options.policy.empty() ? std::nullopt : std::optional(policy), options.groups,
                                         options.leastArea},
                                        given, context);
    if (!opened)
        return failFrom(std::move(opened));
    const ModelInfo &model = opened->inspector->model();
    ProjectEvaluationRequest &request = opened->request;
    ScoredImages scored;
    scored.asNamed = knownImages(request);
    if (auto known = checkGroups(scored.asNamed, options, options.folder); !known)
        return failFrom(std::move(known));
    auto counted = countedClasses(labelClassesOf(*request.contents), options.folder, request.policies.front(), options);
    if (!counted)
        return failFrom(std::move(counted));
    joinCopies(request, context.job);
    auto parts = partsOfProject(request, options.calibrationShare, context.seed);
    if (!parts)
        return failFrom(std::move(parts));
    scored.parts = *std::move(parts);
    scored.own = projectThresholds(*request.contents, model);
    scoreForRule(request, model.scoreScale, context.job);
    auto result = evaluateProject(request, context.job);
    if (!result)
        return failFrom(std::move(result));
    noticeLeftOut(*result, request, context.job);
    scored.modelHash = model.hash;
    scored.evaluation = result->evaluations.front();
    scored.skipped = std::ssize(result->skipped);
    scored.counted = std::move(*counted);
    scored.reader = request.reader;
    scored.project = std::move(*result);
    return scored;
}

Result<void> printChoice(const ThresholdReport &report, const ScoredImages &scored, const ThresholdOptions &options,
                         const CommandContext &context)
{
    const ThresholdChoice &choice = report.choice;
    if (choice.thresholds && context.json) {
        FlatJson json;
        addThresholds(report, json);
        json.set("policy", labelPolicyText(scored.evaluation.settings.policy));
        json.set("skipped", scored.skipped);
        json.set("images.unoutlined", scored.evaluation.counts.unoutlinedImages);
        if (scored.project)
            addProjectFacts(scored.reader, *scored.project, json);
        else
            json.set("images.copies", scored.copies);
        json.set("model.hash", scored.modelHash);
        json.print();
    } else if (choice.thresholds) {
        fmt::print("{} of {}\n{}", options.model, options.folder, thresholdText(report));
    }
    return choice.met() ? Result<void>() : fail(ErrorCode::BadArgument, refusalText(choice));
}

Result<void> runThreshold(const ThresholdOptions &options, const CommandContext &context)
{
    auto policy = parseLabelPolicy(options.policy);
    if (!policy)
        return failFrom(std::move(policy));
    if (auto fits = checkReader(options.reader, options.folder); !fits)
        return fits;
    auto scored =
        isProject(options.folder) ? scoredProject(options, *policy, context) : scoredDataset(options, *policy, context);
    if (!scored)
        return failFrom(std::move(scored));
    if (!context.ranks->isFirst())
        return {};
    const Outcomes &outcomes = scored->evaluation.outcomes;
    const CalibrationData data = calibrationData(outcomes, scored->evaluation.classes);
    RuleOptions counting = options;
    counting.minAreaPx = scored->evaluation.settings.minAreaPx; // of a project: its own
    auto request = ruleRequest(counting, data, scored->counted, scored->own, context.seed, options.folder);
    if (!request)
        return failFrom(std::move(request));
    noticeDependence(data, *request, context.job);
    noticeParts(scored->asNamed, *request, options.groups, context.job);
    const ThresholdChoice choice = chooseThresholds(splitByParts(data, outcomes, scored->parts), *request);
    const PartsNote note = dealtNote(scored->parts, options.calibrationShare, context.seed);
    return printChoice({*request, choice, note}, *scored, options, context);
}

} // namespace

void addThresholdVerb(CLI::App &app, CommandContext &context, VerbList &verbs)
{
    const auto options = std::make_shared<ThresholdOptions>();
    CLI::App *verb =
        app.add_subcommand("threshold", "Review and reject thresholds by a rule, verified on images of their own");
    addThresholdOptions(*verb, *options);
    verb->callback([options] { checkRuleOptions(*options); });
    addCommonOptions(*verb, context,
                     {CommonOption::Threads, CommonOption::Device, CommonOption::Seed, CommonOption::FeatureCache});
    verbs.push_back({verb, [options](const CommandContext &ready) { return runThreshold(*options, ready); }, true});
}

} // namespace patina::cli
