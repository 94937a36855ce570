#include "app/cli/command_line.h"
#include "app/cli/flat_json.h"
#include "app/cli/threshold_options.h"
#include "app/cli/threshold_output.h"
#include "core/dataset/group_pattern.h"
#include "core/dataset/side_files.h"
#include "core/network/device.h"
#include "core/pipeline/evaluation_run.h"
#include "core/thresholds/counting_units.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <memory>

namespace patina::cli {

namespace {

Result<void> setGroups(Dataset &dataset, const std::string &fileOrPattern, const JobContext &job)
{
    if (fileOrPattern.empty())
        return {};
    std::error_code ec;
    if (std::filesystem::exists(fileOrPattern, ec)) {
        const std::size_t known = dataset.problems.size();
        if (auto set = assignGroups(dataset, fileOrPattern); !set)
            return set;
        for (std::size_t i = known; i < dataset.problems.size(); ++i)
            job.notice(dataset.problems[i].detail);
        return {};
    }
    const auto matched = assignGroupsByPattern(dataset, fileOrPattern);
    if (!matched)
        return fail(matched.error().code,
                    fmt::format("--groups: there is no such file, and {}", matched.error().detail));
    if (*matched < std::ssize(dataset.images))
        job.notice(fmt::format("--groups matches {} of {} images; the others keep their group", *matched,
                               dataset.images.size()));
    return {};
}

/// Classes that count as defects under the policy.
std::vector<std::string> countedClasses(const Dataset &dataset, const LabelPolicy &policy)
{
    std::vector<std::string> names;
    for (const LabelClass &one : dataset.classes)
        if (roleOf(one.kind, policy) == ClassRole::Defect)
            names.push_back(one.name);
    return names;
}

Result<void> checkClasses(const ThresholdOptions &options, const std::vector<std::string> &counted)
{
    for (const std::string &name : options.classes)
        if (std::ranges::find(counted, name) == counted.end())
            return fail(ErrorCode::NotFound,
                        fmt::format("--class: '{}' is no class that counts as a defect in {}; there are {}", name,
                                    options.folder,
                                    counted.empty() ? "none" : fmt::format("{}", fmt::join(counted, ", "))));
    return {};
}

/// A binomial takes independent trials, and defects of one part are none.
void noticeDependence(const CalibrationData &data, const ThresholdRequest &request, const JobContext &job)
{
    for (const auto &[rule, side] : request.rules) {
        if (!rule.bound.confidence || rule.bound.unit == CountUnit::Group)
            continue;
        const auto say = [&](std::size_t units, const std::string &what, std::size_t groups) {
            if (groups < units)
                job.notice(fmt::format("{} {} are in {} groups: those of one part are not independent, and the "
                                       "confidence counts them as if they were; --unit group counts parts",
                                       units, what, groups));
        };
        if (rule.kind == RuleKind::MaxOverkill)
            say(data.good.size(), "good images", overkillPeaks(data, CountUnit::Group).size());
        if (rule.kind == RuleKind::MaxEscape)
            for (const std::string &name : rule.classes)
                say(escapePeaks(data, name, CountUnit::Single).size(), "defects of class " + name,
                    escapePeaks(data, name, CountUnit::Group).size());
    }
}

Result<ThresholdRequest> requestOf(const ThresholdOptions &options, const CalibrationData &data,
                                   const std::vector<std::string> &counted, const ScoreScale &scale, std::uint64_t seed)
{
    const std::vector<std::string> outlined = defectClasses(data);
    ThresholdRequest request;
    request.rules = placedRules(options, outlined);
    request.classes = counted;
    request.calibrationShare = options.calibrationShare;
    request.seed = seed;
    request.unit = request.rules.front().rule.bound.unit;
    request.confidence = options.confidence.value_or(0.95);
    request.minAreaPx = options.minAreaPx;
    if (scale.calibrated())
        request.model = ThresholdPair{scale.reviewThreshold(), scale.rejectThreshold()};
    for (const auto &[rule, side] : request.rules)
        if (rule.kind == RuleKind::MaxEscape && rule.classes.empty())
            return fail(ErrorCode::NotFound,
                        fmt::format("max-escape cannot be met: {} has no outlined defect; put masks into "
                                    "ground_truth/<class>",
                                    options.folder));
    return request;
}

Result<void> printChoice(const ThresholdChoice &choice, const ThresholdRequest &request, const EvaluationRun &run,
                         const ThresholdOptions &options, const ModelInfo &model, const CommandContext &context)
{
    if (choice.thresholds && context.json) {
        FlatJson json;
        addThresholds({request, choice}, json);
        json.set("policy", labelPolicyText(run.all.settings.policy));
        json.set("skipped", run.skipped);
        json.set("images.unoutlined", run.all.counts.unoutlinedImages);
        json.set("model.hash", model.hash);
        json.print();
    } else if (choice.thresholds) {
        fmt::print("{} of {}\n{}", options.model, options.folder, thresholdText({request, choice}));
    }
    return choice.met() ? Result<void>() : fail(ErrorCode::BadArgument, refusalText(choice));
}

Result<EvaluationRun> scored(Inspector &inspector, Dataset dataset, const ThresholdOptions &options,
                             const LabelPolicy &policy, const CommandContext &context)
{
    EvaluateRequest request;
    request.dataset = std::move(dataset);
    request.policy = policy;
    request.strict = options.strict;
    request.minAreaPx = options.minAreaPx;
    if (!inspector.model().scoreScale.calibrated()) {
        context.job.notice("the model is uncalibrated: these thresholds are on the scale of its raw distances; a "
                           "threshold that no rule sets follows the other");
        constexpr double nothing = 1e30; // peaks are wanted, not what lies above a threshold
        request.reviewThreshold = request.rejectThreshold = nothing;
    }
    return evaluateDataset(inspector, request, *context.ranks, context.job);
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
    const std::vector<std::string> counted = countedClasses(*dataset, *policy);
    if (auto known = checkClasses(options, counted); !known)
        return known;
    auto device = deviceFromName(context.device);
    if (!device)
        return failFrom(std::move(device));
    auto inspector = Inspector::open(options.model, {context.threads, {}, context.featureCache, *device}, context.job);
    if (!inspector)
        return failFrom(std::move(inspector));
    if (options.minAreaPx > 1 && !(*inspector)->model().scoreScale.calibrated())
        return fail(
            ErrorCode::BadArgument,
            fmt::format("--min-area {}: {} is uncalibrated, and regions are known at hundredths of a calibrated "
                        "scale only; calibrate it first: patina-cli model calibrate {} DIR",
                        options.minAreaPx, options.model, options.model));
    const GroupOfImage groupOf = groupsOf(*dataset);
    auto run = scored(**inspector, std::move(*dataset), options, *policy, context);
    if (!run)
        return failFrom(std::move(run));
    if (!context.ranks->isFirst())
        return {};
    const CalibrationData data = calibrationData(run->all.outcomes, run->all.classes, groupOf, options.minAreaPx);
    const ModelInfo &model = (*inspector)->model();
    auto request = requestOf(options, data, counted, model.scoreScale, context.seed);
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
    verb->callback([options] { checkThresholdOptions(*options); });
    addCommonOptions(*verb, context,
                     {CommonOption::Threads, CommonOption::Device, CommonOption::Seed, CommonOption::FeatureCache});
    verbs.push_back({verb, [options](const CommandContext &ready) { return runThreshold(*options, ready); }, true});
}

} // namespace patina::cli
