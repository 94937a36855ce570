#include "app/cli/command_line.h"
#include "app/cli/flat_json.h"
#include "app/cli/group_option.h"
#include "app/cli/open_inspector.h"
#include "app/cli/rule_request.h"
#include "app/cli/threshold_options.h"
#include "app/cli/threshold_output.h"
#include "core/pipeline/evaluation_run.h"

#include <fmt/format.h>

#include <memory>

namespace patina::cli {

namespace {

Result<void> printChoice(const ThresholdChoice &choice, const ThresholdRequest &request, const EvaluationRun &run,
                         const ThresholdOptions &options, const ModelInfo &model, const CommandContext &context)
{
    if (choice.thresholds && context.json) {
        FlatJson json;
        addThresholds({request, choice}, json);
        json.set("policy", labelPolicyText(run.all.settings.policy));
        json.set("skipped", run.skipped);
        json.set("images.copies", run.copies.size());
        json.set("images.unoutlined", run.all.counts.unoutlinedImages);
        json.set("model.hash", model.hash);
        json.print();
    } else if (choice.thresholds) {
        fmt::print("{} of {}\n{}", options.model, options.folder, thresholdText({request, choice}));
    }
    return choice.met() ? Result<void>() : fail(ErrorCode::BadArgument, refusalText(choice));
}

Result<void> runThreshold(const ThresholdOptions &options, const CommandContext &context)
{
    auto policy = parseLabelPolicy(options.policy);
    if (!policy)
        return failFrom(std::move(policy));
    auto dataset = openDataset(options.folder, context.job);
    if (!dataset)
        return failFrom(std::move(dataset));
    if (auto grouped = setGroups(*dataset, options.groups, context.job); !grouped)
        return grouped;
    auto counted = countedClasses(*dataset, *policy, options);
    if (!counted)
        return failFrom(std::move(counted));
    auto inspector = openInspector(options.model, context);
    if (!inspector)
        return failFrom(std::move(inspector));
    if (auto known = checkMinArea(options.minAreaPx, options.model, (*inspector)->model().scoreScale); !known)
        return known;
    const GroupOfImage groupOf = groupsOf(*dataset);
    EvaluateRequest wanted;
    wanted.dataset = std::move(*dataset);
    wanted.policy = *policy;
    wanted.minAreaPx = options.minAreaPx;
    wanted.strict = options.strict;
    auto run = scoredForRule(**inspector, std::move(wanted), *context.ranks, context.job);
    if (!run)
        return failFrom(std::move(run));
    if (!context.ranks->isFirst())
        return {};
    const CopiesTogether copies = copiesTogether(groupOf, run->sha256);
    if (copies.copies > 0)
        context.job.notice(copies.sentence());
    const CalibrationData data =
        calibrationData(run->all.outcomes, run->all.classes, copies.groupOf, options.minAreaPx);
    const ModelInfo &model = (*inspector)->model();
    auto request = ruleRequest(options, data, *counted, model.scoreScale, context.seed, options.folder);
    if (!request)
        return failFrom(std::move(request));
    noticeDependence(data, *request, context.job);
    return printChoice(chooseThresholds(data, *request), *request, *run, options, model, context);
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
