#include "app/cli/report_collection.h"

#include "app/cli/group_option.h"
#include "app/cli/open_inspector.h"
#include "app/cli/project_evaluation.h"
#include "app/cli/report_rule.h"
#include "core/report/collect_report.h"
#include "core/report/inputs_digest.h"
#include "core/report/project_report.h"
#include "core/report/shell_words.h"

#include <filesystem>
#include <optional>
#include <utility>

namespace patina::cli {

namespace {

/// The figures of the same images under each other policy. What is to be noticed of them has been said.
Result<std::vector<PolicyFigures>> otherFigures(Inspector &inspector, const ReportOptions &options,
                                                EvaluateRequest request, const CommandContext &context)
{
    std::vector<PolicyFigures> others;
    const JobContext job = context.job.withNotices({});
    for (const std::string &text : options.otherPolicies) {
        auto policy = parseLabelPolicy(text);
        if (!policy)
            return failFrom(std::move(policy));
        request.policy = *policy;
        request.bootstrap.resamples = 0;
        auto run = evaluateDataset(inspector, request, *context.ranks, job);
        if (!run)
            return failFrom(std::move(run));
        others.push_back({*policy, selectedFigures(run->all)});
    }
    return others;
}

/// Under every policy that can differ where none is named.
Result<ReportInput> collectOfProject(const ReportOptions &options, const LabelPolicy &policy,
                                     const CommandContext &context)
{
    if (auto checked = checkProjectRun("report", options.request.strict, context); !checked)
        return failFrom(std::move(checked));
    auto opened = openProjectEvaluation({options.model, options.folder, options.reader,
                                         options.policy.empty() ? std::nullopt : std::optional(policy),
                                         options.rule.groups, options.leastArea},
                                        options.request, context);
    if (!opened)
        return failFrom(std::move(opened));
    std::optional<RuledThresholds> ruled;
    const RuleUse use{options.rule, options.calibration, options.model, options.folder};
    if (!options.rule.rules.empty()) {
        auto chosen = chooseByRule(*opened, use, context);
        if (!chosen)
            return failFrom(std::move(chosen));
        ruled = std::move(*chosen);
    }
    ProjectReportRequest request;
    request.evaluation = opened->request;
    std::vector<LabelPolicy> &policies = request.evaluation.policies;
    for (const std::string &text : options.otherPolicies)
        policies.push_back(parseLabelPolicy(text).value_or(policy));
    if (options.otherPolicies.empty())
        policies = firstOf(policies.front(), labelClassesOf(*request.evaluation.contents));
    if (const auto head = opened->project->head()) {
        request.journalEntries = head->number;
        request.journalHead = head->sha256;
    }
    request.model = opened->inspector->model();
    request.modelFile = options.model;
    request.project = options.folder;
    request.pictures = static_cast<std::size_t>(options.pictures);
    request.evaluated = [&](const ProjectEvaluation &result) {
        noticeLeftOut(result, request.evaluation, context.job);
    };
    auto input = collectProjectReport(request, context.job);
    if (input && ruled) {
        tellRule(*ruled, *input);
        input->command = withRule(input->command, ruleWords(use, context.seed));
    }
    return input;
}

/// What an evaluation by a rule, or in other groups, has said otherwise. \param whole as the data set lies there, both
/// parts and its own groups: so --verify can hold the report against it.
Result<void> tellParts(const ReportOptions &options, const std::optional<RuledThresholds> &ruled, const Dataset &whole,
                       ReportInput &input, const JobContext &job)
{
    if (!ruled && options.rule.groups.empty())
        return {};
    if (ruled) {
        input.command =
            withRule(input.command, ruleWords({options.rule, options.calibration, options.model, options.folder}, 0));
        tellRule(*ruled, input);
    } else {
        input.command.insert(input.command.rfind(" --json"), " --groups " + shellWord(options.rule.groups));
    }
    return inputsDigest(whole, job).map([&](InputsDigest &&digest) { input.data.inputs = std::move(digest); });
}

Result<ReportInput> collectOfDataset(const ReportOptions &options, const Dataset &whole, EvaluateRequest request,
                                     const CommandContext &context)
{
    auto inspector = openInspector(options.model, context);
    if (!inspector)
        return failFrom(std::move(inspector));
    std::optional<RuledThresholds> ruled;
    if (!options.rule.rules.empty()) {
        auto chosen = chooseByRule(**inspector, request,
                                   {options.rule, options.calibration, options.model, options.folder}, context);
        if (!chosen)
            return failFrom(std::move(chosen));
        ruled = std::move(*chosen);
    }
    auto run = evaluateDataset(**inspector, request, *context.ranks, context.job);
    if (!run)
        return failFrom(std::move(run));
    request.sha256 = run->sha256;
    auto others = otherFigures(**inspector, options, request, context);
    if (!others)
        return failFrom(std::move(others));
    auto input = collectReport(**inspector, request, *run, static_cast<std::size_t>(options.pictures), context.job);
    if (!input)
        return input;
    input->policies = std::move(*others);
    input->modelName = std::filesystem::path(options.model).filename().string();
    input->command = evaluateCommand(options.model, request, run->all);
    if (auto told = tellParts(options, ruled, whole, *input, context.job); !told)
        return failFrom(std::move(told));
    return input;
}

} // namespace

Result<ReportInput> collectInput(const ReportOptions &options, const CommandContext &context)
{
    EvaluateRequest request = options.request;
    auto policy = parseLabelPolicy(options.policy);
    if (!policy)
        return failFrom(std::move(policy));
    if (isProject(options.folder))
        return collectOfProject(options, *policy, context);
    request.policy = *policy;
    request.minAreaPx = leastAreaPx(options.leastArea);
    request.bootstrap.seed = context.seed;
    auto dataset = openDataset(options.folder, context.job);
    if (!dataset)
        return failFrom(std::move(dataset));
    request.dataset = *dataset;
    if (auto grouped = setGroups(request.dataset, options.rule.groups, context.job); !grouped)
        return failFrom(std::move(grouped));
    return collectOfDataset(options, *dataset, std::move(request), context);
}

} // namespace patina::cli
