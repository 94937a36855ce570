#include "app/cli/command_line.h"
#include "app/cli/comparison_output.h"
#include "app/cli/comparison_sides.h"
#include "app/cli/project_evaluation.h"
#include "app/cli/threshold_options.h"
#include "core/base/output_target.h"
#include "core/base/system.h"
#include "core/metrics/label_policy.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

namespace patina::cli {

namespace {

constexpr double largestThreshold = 1e30;
constexpr int largestResamples = 1'000'000;
constexpr int mostModels = 26;       ///< a letter each
constexpr std::size_t mostNamed = 5; ///< images in a notice

/// Throws what CLI11 reports as wrong usage.
void checkOptions(const CompareOptions &options)
{
    if (options.inputs.size() == 2 && !options.policyB)
        throw CLI::ValidationError("MODEL", "one model is compared with nothing: name a second model, or a second "
                                            "policy with --policy-b");
    if (options.sides() > 2 && options.policyB)
        throw CLI::ValidationError("--policy-b", fmt::format("it is the second of two: with {} models all are under "
                                                             "--policy",
                                                             options.sides()));
    for (const auto &[name, given] : {std::pair("--review", &options.review), std::pair("--reject", &options.reject)})
        if (given->size() > 1 && given->size() != options.sides())
            throw CLI::ValidationError(name, fmt::format("{} thresholds for {} that are compared: give one for all, or "
                                                         "one each",
                                                         given->size(), options.sides()));
    for (std::size_t side = 0; side < options.sides(); ++side) {
        const auto review = CompareOptions::ofSide(options.review, side);
        const auto reject = CompareOptions::ofSide(options.reject, side);
        if (review && reject && *reject < *review)
            throw CLI::ValidationError("--reject", fmt::format("{} is below --review {}", *reject, *review));
    }
}

std::string namedText(const std::vector<std::string> &ids)
{
    const std::vector<std::string> named(ids.begin(),
                                         ids.begin() + static_cast<std::ptrdiff_t>(std::min(mostNamed, ids.size())));
    return fmt::format("{}{}", fmt::join(named, ", "), named.size() < ids.size() ? ", ..." : "");
}

void noticeUnmatched(const std::string &side, const std::vector<std::string> &ids, const JobContext &job)
{
    if (!ids.empty())
        job.notice(fmt::format("{} images that only {} has are left out: {}", ids.size(), side, namedText(ids)));
}

/// Of more than two each is left with the images that all have, so that all are compared on the same.
std::int64_t keepCommon(std::vector<ScoredSide> &sides, const JobContext &job)
{
    if (sides.size() <= 2)
        return 0;
    std::vector<Outcomes *> outcomes;
    for (ScoredSide &side : sides)
        outcomes.push_back(&side.evaluation.outcomes);
    const std::vector<std::string> left = keepCommonImages(outcomes);
    if (!left.empty())
        job.notice(
            fmt::format("{} images that not every model could use are left out: {}", left.size(), namedText(left)));
    return std::ssize(left);
}

Result<ComparisonReport> compared(std::vector<ScoredSide> &sides, const CompareOptions &options,
                                  const CommandContext &context)
{
    ComparisonReport report;
    report.bootstrap = options.bootstrap;
    report.bootstrap.seed = context.seed;
    report.imagesLeftOut = keepCommon(sides, context.job);
    const ScoredSide &a = sides.front();
    report.sides.push_back(a.title);
    for (std::size_t i = 1; i < sides.size(); ++i) {
        const ScoredSide &b = sides[i];
        auto comparison = compareEvaluations({a.evaluation, a.title.whyNoThresholds},
                                             {b.evaluation, b.title.whyNoThresholds}, report.bootstrap, context.job);
        if (!comparison)
            return failFrom(std::move(comparison));
        noticeUnmatched(a.title.name, comparison->imagesOnlyA, context.job);
        noticeUnmatched(b.title.name, comparison->imagesOnlyB, context.job);
        report.sides.push_back(b.title);
        report.comparisons.push_back(std::move(*comparison));
    }
    return report;
}

Result<void> runCompare(const CompareOptions &options, const CommandContext &context)
{
    const bool writes = !options.out.empty() && context.ranks->isFirst();
    if (writes)
        if (auto writable = checkOutputFolder(options.out); !writable)
            return writable;
    auto scored = scoredSides(options, context);
    if (!scored)
        return failFrom(std::move(scored));
    if (!context.ranks->isFirst())
        return {};
    const auto report = compared(scored->sides, options, context);
    if (!report)
        return tl::unexpected(report.error());
    FlatJson json;
    addComparison(*report, json);
    if (scored->project)
        addProjectFacts(scored->reader, *scored->project, json);
    json.set("minAreaPx", scored->sides.front().evaluation.settings.minAreaPx);
    json.set("memory.peakBytes", peakMemoryBytes());
    if (writes)
        if (auto removed = removeComparison(options.out); !removed)
            return removed;
    if (writes)
        if (auto written = writeComparison(*report, json, options.out); !written)
            return written;
    for (const std::string &text : unequalOverkillTexts(*report))
        context.job.notice(text);
    if (context.json)
        json.print();
    else
        fmt::print("{}", comparisonText(*report));
    return {};
}

void addOptions(CLI::App &verb, CompareOptions &options)
{
    verb.add_option(
            "INPUT", options.inputs,
            "MODEL MODEL... DIR: models, each with the first, on the test images of a data set, or on the images of "
            "a project that none of them was made from; MODEL DIR: one model under two policies")
        ->required()
        ->expected(2, mostModels + 1);
    verb.add_option("--reader", options.reader, "Whose decisions hold in a project; default: the only reader's");
    const char *what = "What labels count as: impurity=normal|defect|ignored,ambiguous=ignored|defect|impurity";
    verb.add_option("--policy", options.policy, what)->check(parsedBy(parseLabelPolicy));
    verb.add_option("--policy-b", options.policyB, "The same for the second of two; default: as --policy")
        ->check(parsedBy(parseLabelPolicy));
    const auto addThreshold = [&](const char *name, std::vector<double> &values, const char *text) {
        verb.add_option(name, values, text)
            ->delimiter(',')
            ->expected(1, mostModels)
            ->allow_extra_args(false)
            ->check(numberWithin(-largestThreshold, largestThreshold));
    };
    addThreshold("--review", options.review, "Review threshold of all, or A,B,...; default: each model's");
    addThreshold("--reject", options.reject, "Reject threshold of all, or A,B,...; default: each model's");
    addLeastAreaOption(verb, options.leastArea);
    verb.add_option("--resamples", options.bootstrap.resamples,
                    "Resamples of groups (parts), the same for all, for intervals of the differences; 0: none")
        ->check(CLI::Range(0, largestResamples))
        ->capture_default_str();
    verb.add_option("--out", options.out,
                    "Folder for compare.json, defects.csv and good.csv (with more than two models defects-b.csv, ...)");
    verb.add_flag("--strict", options.strict,
                  "A bad image or folder ends the run instead of being left out; a bad mask always does");
}

} // namespace

void addCompareVerb(CLI::App &app, CommandContext &context, VerbList &verbs)
{
    const auto options = std::make_shared<CompareOptions>();
    CLI::App *verb = app.add_subcommand("compare", "Models, or two policies, on the same images: what differs, "
                                                   "and whether it is more than chance");
    addOptions(*verb, *options);
    verb->callback([options] { checkOptions(*options); });
    addCommonOptions(*verb, context,
                     {CommonOption::Threads, CommonOption::Seed, CommonOption::Device, CommonOption::FeatureCache});
    verbs.push_back({verb, [options](const CommandContext &ready) { return runCompare(*options, ready); }, true});
}

} // namespace patina::cli
