#include "app/cli/command_line.h"
#include "app/cli/evaluation_output.h"
#include "app/cli/evaluation_rule.h"
#include "app/cli/flat_json.h"
#include "app/cli/group_option.h"
#include "app/cli/open_inspector.h"
#include "app/cli/project_evaluation.h"
#include "app/cli/threshold_options.h"
#include "core/base/output_target.h"
#include "core/base/system.h"
#include "core/metrics/label_policy.h"
#include "core/pipeline/evaluation_run.h"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <vector>

namespace patina::cli {

namespace {

constexpr double largestThreshold = 1e30;
constexpr int largestResamples = 1'000'000;

struct EvaluateOptions
{
    std::string model;
    std::string folder;
    std::string policy;
    std::string reader; ///< of a project
    std::string out;
    std::vector<double> at;
    bool halves = false;
    RuleOptions rule;
    std::string calibration; ///< folder or list that a rule chooses from; empty: a part of the groups
    LeastArea leastArea;
    EvaluateRequest request;
};

/// Throws what CLI11 reports as wrong usage.
void checkOrder(const EvaluateRequest &request)
{
    if (request.reviewThreshold && request.rejectThreshold && *request.rejectThreshold < *request.reviewThreshold)
        throw CLI::ValidationError(
            "--reject", fmt::format("{} is below --review {}", *request.rejectThreshold, *request.reviewThreshold));
}

/// The thresholds of --rule; the data set that is left in `request` is the one to quote.
Result<std::optional<RuledThresholds>> ruledIfAsked(Inspector &inspector, EvaluateRequest &request,
                                                    const EvaluateOptions &options, const CommandContext &context)
{
    if (options.rule.rules.empty())
        return std::optional<RuledThresholds>();
    return chooseByRule(inspector, request, {options.rule, options.calibration, options.model, options.folder}, context)
        .map([](RuledThresholds &&ruled) { return std::optional(std::move(ruled)); });
}

/// All figures, for a program and for the terminal.
void addAll(const EvaluationRun &run, const std::optional<RuledThresholds> &ruled, const EvaluateOptions &options,
            FlatJson &json, std::string &text)
{
    addEvaluation(run, json);
    if (options.halves)
        addHalves(run, json);
    addMoreThresholds(run, options.at, json);
    json.set("images", run.all.counts.goodImages + run.all.counts.anomalousImages);
    json.set("skipped", run.skipped);
    text = evaluationText(run, options.halves) + moreThresholdsText(run, options.at);
    if (!ruled)
        return;
    const ThresholdChoice choice = ruled->countedOn(run.all);
    const ThresholdReport report{ruled->request, choice, ruled->parts};
    addThresholds(report, json);
    text += "\n" + thresholdText(report);
}

/// Writes and prints. \param json with what is particular to the kind of run.
Result<void> tell(const Evaluation &evaluation, FlatJson &json, const std::string &text, const std::string &out,
                  const CommandContext &context)
{
    json.set("policy", labelPolicyText(evaluation.settings.policy));
    json.set("minAreaPx", evaluation.settings.minAreaPx);
    json.set("memory.peakBytes", peakMemoryBytes());
    if (!out.empty())
        if (auto written = writeEvaluation(evaluation, json, out); !written)
            return written;
    if (context.json)
        json.print();
    else
        fmt::print("{}", text);
    return {};
}

/// The same of a project: `opened` is left with the images to quote.
Result<std::optional<RuledThresholds>> ruledIfAsked(OpenedEvaluation &opened, const EvaluateOptions &options,
                                                    const CommandContext &context)
{
    if (options.rule.rules.empty())
        return std::optional<RuledThresholds>();
    return chooseByRule(opened, {options.rule, options.calibration, options.model, options.folder}, context)
        .map([](RuledThresholds &&ruled) { return std::optional(std::move(ruled)); });
}

Result<void> runOnProject(const EvaluateOptions &options, const LabelPolicy &policy, const CommandContext &context)
{
    if (auto checked = checkProjectRun("evaluate", options.request.strict, context); !checked)
        return checked;
    if (options.halves)
        return fail(ErrorCode::BadArgument, "--halves is for a data set: a project has groups; --rule parts by them");
    if (!options.out.empty())
        if (auto removed = removeEvaluation(options.out); !removed)
            return removed;
    auto opened = openProjectEvaluation({options.model, options.folder, options.reader,
                                         options.policy.empty() ? std::nullopt : std::optional(policy),
                                         options.rule.groups, options.leastArea},
                                        options.request, context);
    if (!opened)
        return failFrom(std::move(opened));
    const auto ruled = ruledIfAsked(*opened, options, context);
    if (!ruled)
        return tl::unexpected(ruled.error());
    const auto result = evaluateProject(opened->request, context.job);
    if (!result)
        return tl::unexpected(result.error());
    noticeLeftOut(*result, opened->request, context.job);
    const EvaluationRun run = runOf(*result, opened->inspector->model());
    FlatJson json;
    std::string text;
    addAll(run, *ruled, options, json, text);
    addProjectFacts(opened->request.reader, *result, json);
    json.set("model.hash", opened->inspector->model().hash);
    return tell(run.all, json, text, options.out, context);
}

Result<void> runEvaluate(EvaluateOptions &options, const CommandContext &context)
{
    auto policy = parseLabelPolicy(options.policy);
    if (!policy)
        return failFrom(std::move(policy));
    const bool writes = !options.out.empty() && context.ranks->isFirst();
    if (writes)
        if (auto writable = checkOutputFolder(options.out); !writable)
            return writable;
    if (isProject(options.folder))
        return runOnProject(options, *policy, context);
    if (auto fits = checkReader(options.reader, options.folder); !fits)
        return fits;
    auto dataset = openDataset(options.folder, context.job);
    if (!dataset)
        return failFrom(std::move(dataset));
    if (auto grouped = setGroups(*dataset, options.rule.groups, context.job); !grouped)
        return grouped;
    auto inspector = openInspector(options.model, context);
    if (!inspector)
        return failFrom(std::move(inspector));
    EvaluateRequest request = options.request;
    request.minAreaPx = leastAreaPx(options.leastArea);
    request.dataset = std::move(*dataset);
    request.policy = *policy;
    request.bootstrap.seed = context.seed;
    if (writes)
        if (auto removed = removeEvaluation(options.out); !removed)
            return removed;
    auto ruled = ruledIfAsked(**inspector, request, options, context);
    if (!ruled)
        return failFrom(std::move(ruled));
    auto run = evaluateDataset(**inspector, request, *context.ranks, context.job);
    if (!run)
        return failFrom(std::move(run));
    if (!context.ranks->isFirst())
        return {};
    FlatJson json;
    std::string text;
    addAll(*run, *ruled, options, json, text);
    json.set("images.copies", run->copies.size());
    json.set("model.hash", (*inspector)->model().hash);
    return tell(run->all, json, text, options.out, context);
}

} // namespace

void addEvaluateVerb(CLI::App &app, CommandContext &context, VerbList &verbs)
{
    const auto options = std::make_shared<EvaluateOptions>();
    CLI::App *verb = app.add_subcommand("evaluate", "Score the test images of a data set and compare with their masks");
    verb->add_option("MODEL", options->model, "Model file (.patina)")->required();
    verb->add_option("DIR", options->folder, "Data set with test images and masks, or a project (.patinaproj)")
        ->required();
    verb->add_option("--reader", options->reader, "Whose decisions hold in a project; default: the only reader's");
    verb->add_option("--policy", options->policy,
                     "What labels count as: impurity=normal|defect|ignored,ambiguous=ignored|defect|impurity")
        ->check(parsedBy(parseLabelPolicy));
    auto *review =
        verb->add_option("--review", options->request.reviewThreshold, "Review threshold; default: the model's")
            ->check(numberWithin(-largestThreshold, largestThreshold));
    auto *reject =
        verb->add_option("--reject", options->request.rejectThreshold, "Reject threshold; default: the model's")
            ->check(numberWithin(-largestThreshold, largestThreshold));
    auto *rule = addRuleOptions(*verb, options->rule)->excludes(review)->excludes(reject);
    verb->add_option("--calibration", options->calibration,
                     "With --rule: the images that it chooses from, which no figure is quoted on: another data set, or "
                     "a list (CSV with a column image) of test images; default: a part of the groups")
        ->needs(rule);
    verb->add_option("--at", options->at,
                     "More thresholds to count at, 0.8,1.2,...: hundredths, so that regions are known")
        ->delimiter(',')
        ->check(numberWithin(-largestThreshold, largestThreshold));
    addLeastAreaOption(*verb, options->leastArea);
    verb->add_option("--resamples", options->request.bootstrap.resamples,
                     "Resamples of groups (parts) for intervals over groups; 0: none")
        ->check(CLI::Range(0, largestResamples))
        ->capture_default_str();
    verb->add_option("--out", options->out,
                     "Folder for evaluation.json, images.csv, regions.csv and the curves as CSV");
    verb->add_flag("--halves", options->halves,
                   "Also the figures of two halves, by whether the CRC-32 of the file's stem is even or odd");
    verb->add_flag("--strict", options->request.strict,
                   "A bad image or folder ends the run instead of being left out; a bad mask always does");
    verb->callback([options] {
        checkOrder(options->request);
        checkRuleOptions(options->rule);
    });
    addCommonOptions(*verb, context,
                     {CommonOption::Threads, CommonOption::Seed, CommonOption::Device, CommonOption::FeatureCache});
    verbs.push_back({verb, [options](const CommandContext &ready) { return runEvaluate(*options, ready); }, true});
}

} // namespace patina::cli
