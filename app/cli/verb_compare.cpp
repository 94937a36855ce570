#include "app/cli/command_line.h"
#include "app/cli/comparison_output.h"
#include "core/base/output_target.h"
#include "core/base/system.h"
#include "core/metrics/label_policy.h"
#include "core/network/device.h"
#include "core/pipeline/evaluation_run.h"

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
constexpr std::size_t mostNamed = 5; ///< images in a notice

struct CompareOptions
{
    std::vector<std::string> inputs; ///< one or two models, then the data set
    std::string policy;
    std::optional<std::string> policyB;
    std::vector<double> review; ///< one for both, or one each
    std::vector<double> reject;
    std::int64_t minAreaPx = 1;
    BootstrapSettings bootstrap;
    std::string out;
    bool strict = false;

    const std::string &model(std::size_t side) const { return inputs[inputs.size() > 2 ? side : 0]; }
    const std::string &folder() const { return inputs.back(); }
};

std::optional<double> ofSide(const std::vector<double> &given, std::size_t side)
{
    return given.empty() ? std::nullopt : std::optional(given[std::min(side, given.size() - 1)]);
}

/// Throws what CLI11 reports as wrong usage.
void checkOptions(const CompareOptions &options)
{
    if (options.inputs.size() == 2 && !options.policyB)
        throw CLI::ValidationError("MODEL", "one model is compared with nothing: name a second model, or a second "
                                            "policy with --policy-b");
    for (std::size_t side = 0; side < 2; ++side) {
        const auto review = ofSide(options.review, side);
        const auto reject = ofSide(options.reject, side);
        if (review && reject && *reject < *review)
            throw CLI::ValidationError("--reject", fmt::format("{} is below --review {}", *reject, *review));
    }
}

/// One of the two, scored.
struct ScoredSide
{
    Evaluation evaluation;
    SideTitle title;
    std::map<std::string, std::string> sha256; ///< of the images by their ids
};

/// \param sha256 of images that are known already.
Result<ScoredSide> scoredSide(Inspector &inspector, const Dataset &dataset, const CompareOptions &options,
                              std::size_t side, std::map<std::string, std::string> sha256,
                              const CommandContext &context)
{
    EvaluateRequest request;
    request.dataset = dataset;
    request.sha256 = std::move(sha256);
    auto policy = parseLabelPolicy(side == 1 ? options.policyB.value_or(options.policy) : options.policy);
    if (!policy)
        return failFrom(std::move(policy));
    request.policy = *policy;
    request.minAreaPx = options.minAreaPx;
    request.reviewThreshold = ofSide(options.review, side);
    request.rejectThreshold = ofSide(options.reject, side);
    request.bootstrap.resamples = 0; // the paired ones come after both
    request.strict = options.strict;
    const char *name = side == 0 ? "A: " : "B: ";
    const JobContext job = context.job.withNotices([&](const std::string &text) { context.job.notice(name + text); });
    auto run = evaluateDataset(inspector, request, *context.ranks, job);
    if (!run)
        return failFrom(std::move(run));
    const EvaluationSettings &settings = run->all.settings;
    SideTitle title{options.model(side),      inspector.model().hash,   labelPolicyText(*policy),
                    settings.reviewThreshold, settings.rejectThreshold, run->skipped,
                    run->whyNoThresholds};
    return ScoredSide{std::move(run->all), std::move(title), std::move(run->sha256)};
}

/// The two one after the other, so that one bank is in memory at a time.
Result<std::vector<ScoredSide>> scoredSides(const Dataset &dataset, const CompareOptions &options,
                                            const CommandContext &context)
{
    auto device = deviceFromName(context.device);
    if (!device)
        return failFrom(std::move(device));
    const InspectorSettings settings{context.threads, {}, context.featureCache, *device};
    std::vector<ScoredSide> sides;
    std::unique_ptr<Inspector> inspector;
    for (std::size_t side = 0; side < 2; ++side) {
        if (side == 0 || options.model(0) != options.model(1)) {
            inspector.reset();
            auto opened = Inspector::open(options.model(side), settings, context.job);
            if (!opened)
                return failFrom(std::move(opened));
            inspector = std::move(*opened);
        }
        auto scored = scoredSide(*inspector, dataset, options, side,
                                 sides.empty() ? std::map<std::string, std::string>() : sides.front().sha256, context);
        if (!scored)
            return failFrom(std::move(scored));
        sides.push_back(std::move(*scored));
    }
    return sides;
}

void noticeUnmatched(const char *side, const std::vector<std::string> &ids, const JobContext &job)
{
    if (ids.empty())
        return;
    const std::vector<std::string> named(ids.begin(),
                                         ids.begin() + static_cast<std::ptrdiff_t>(std::min(mostNamed, ids.size())));
    job.notice(fmt::format("{} images that only {} has are left out: {}{}", ids.size(), side, fmt::join(named, ", "),
                           named.size() < ids.size() ? ", ..." : ""));
}

/// Validation images give a figure of pixels, which is not compared.
Result<Dataset> testImages(const CompareOptions &options, const JobContext &job)
{
    return openDataset(options.folder(), job).map([](Dataset &&dataset) {
        std::erase_if(dataset.images, [](const ImageRecord &image) { return image.split == Split::Validation; });
        return std::move(dataset);
    });
}

Result<void> runCompare(const CompareOptions &options, const CommandContext &context)
{
    const bool writes = !options.out.empty() && context.ranks->isFirst();
    if (writes)
        if (auto writable = checkOutputFolder(options.out); !writable)
            return writable;
    auto dataset = testImages(options, context.job);
    if (!dataset)
        return failFrom(std::move(dataset));
    if (writes)
        if (auto removed = removeComparison(options.out); !removed)
            return removed;
    auto sides = scoredSides(*dataset, options, context);
    if (!sides)
        return failFrom(std::move(sides));
    if (!context.ranks->isFirst())
        return {};
    const auto &[a, b] = std::tie((*sides)[0], (*sides)[1]);
    BootstrapSettings bootstrap = options.bootstrap;
    bootstrap.seed = context.seed;
    const auto comparison = compareEvaluations({a.evaluation, a.title.whyNoThresholds},
                                               {b.evaluation, b.title.whyNoThresholds}, bootstrap, context.job);
    if (!comparison)
        return tl::unexpected(comparison.error());
    noticeUnmatched("A", comparison->imagesOnlyA, context.job);
    noticeUnmatched("B", comparison->imagesOnlyB, context.job);
    const ComparisonReport report{*comparison, a.title, b.title, bootstrap};
    FlatJson json;
    addComparison(report, json);
    json.set("minAreaPx", options.minAreaPx);
    json.set("memory.peakBytes", peakMemoryBytes());
    if (writes)
        if (auto written = writeComparison(*comparison, json, options.out); !written)
            return written;
    if (context.json)
        json.print();
    else
        fmt::print("{}", comparisonText(report));
    return {};
}

void addOptions(CLI::App &verb, CompareOptions &options)
{
    verb.add_option("INPUT", options.inputs,
                    "MODEL MODEL DIR: two models on the test images of a data set; MODEL DIR: one model under two "
                    "policies")
        ->required()
        ->expected(2, 3);
    const char *what = "What labels count as: impurity=normal|defect|ignored,ambiguous=ignored|defect|impurity";
    verb.add_option("--policy", options.policy, what)->check(parsedBy(parseLabelPolicy));
    verb.add_option("--policy-b", options.policyB, "The same for the second; default: as --policy")
        ->check(parsedBy(parseLabelPolicy));
    const auto addThreshold = [&](const char *name, std::vector<double> &values, const char *text) {
        verb.add_option(name, values, text)
            ->delimiter(',')
            ->expected(1, 2)
            ->allow_extra_args(false)
            ->check(numberWithin(-largestThreshold, largestThreshold));
    };
    addThreshold("--review", options.review, "Review threshold of both, or A,B; default: each model's");
    addThreshold("--reject", options.reject, "Reject threshold of both, or A,B; default: each model's");
    verb.add_option("--min-area", options.minAreaPx,
                    "Regions below this area, in pixels, do not flag a good image; recall counts them still")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    verb.add_option("--resamples", options.bootstrap.resamples,
                    "Resamples of groups (parts), the same for both, for intervals of the differences; 0: none")
        ->check(CLI::Range(0, largestResamples))
        ->capture_default_str();
    verb.add_option("--out", options.out, "Folder for compare.json, defects.csv and good.csv");
    verb.add_flag("--strict", options.strict,
                  "A bad image or folder ends the run instead of being left out; a bad mask always does");
}

} // namespace

void addCompareVerb(CLI::App &app, CommandContext &context, VerbList &verbs)
{
    const auto options = std::make_shared<CompareOptions>();
    CLI::App *verb = app.add_subcommand("compare", "Two models, or two policies, on the same images: what differs, "
                                                   "and whether it is more than chance");
    addOptions(*verb, *options);
    verb->callback([options] { checkOptions(*options); });
    addCommonOptions(*verb, context,
                     {CommonOption::Threads, CommonOption::Seed, CommonOption::Device, CommonOption::FeatureCache});
    verbs.push_back({verb, [options](const CommandContext &ready) { return runCompare(*options, ready); }, true});
}

} // namespace patina::cli
