#include "app/cli/command_line.h"
#include "app/cli/group_option.h"
#include "app/cli/study_kinds.h"
#include "core/network/device.h"
#include "core/report/make_report.h"
#include "core/studies/believability.h"
#include "core/studies/equal_banks.h"
#include "core/studies/study_command.h"
#include "core/studies/study_report.h"

#include <fmt/format.h>

#include <filesystem>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace patina::cli {

namespace {

constexpr int mostSeeds = 1000;

Result<std::vector<StudyDataset>> openAll(const StudyOptions &options, const CommandContext &context)
{
    std::vector<StudyDataset> datasets;
    for (std::size_t i = 0; i < options.folders.size(); ++i) {
        auto dataset = openDataset(options.folders[i], context.job);
        if (!dataset)
            return failFrom(std::move(dataset));
        if (i < options.groups.size())
            if (auto set = setGroups(*dataset, options.groups[i], context.job); !set)
                return failFrom(std::move(set));
        const std::filesystem::path root = dataset->root.lexically_normal();
        const std::string name =
            root.has_filename() ? root.filename().string() : root.parent_path().filename().string();
        datasets.push_back({name, std::move(*dataset)});
    }
    return datasets;
}

void print(const StudyRequest &request, const StudyResults &results, const CommandContext &context)
{
    if (context.json) {
        fmt::print("{}\n", studyJson(request, results));
        return;
    }
    fmt::print("{}", studyMarkdown(request, results));
    if (results.resumed > 0)
        context.job.notice(fmt::format("{} runs were there already", results.resumed));
}

Result<void> runStudyVerb(const StudyKind &kind, const StudyOptions &options, const CommandContext &context)
{
    auto keep = parseKeepRule(options.keep);
    if (!keep)
        return failFrom(std::move(keep));
    if (keep->policy == KeepPolicy::Append)
        return fail(ErrorCode::BadArgument, "--keep append: a bank of a study has no room for new rows beside all old "
                                            "ones, for all banks are equally large; give reduce or quota:P");
    auto date = options.date.empty() ? defaultReportDate() : parseReportDate(options.date);
    if (!date)
        return failFrom(std::move(date));
    auto device = deviceFromName(context.device);
    if (!device)
        return failFrom(std::move(device));
    auto datasets = openAll(options, context);
    if (!datasets)
        return failFrom(std::move(datasets));
    StudyOptions planned = options;
    planned.sizes.keep = *keep;
    auto plan = kind.plan(std::move(*datasets), planned);
    if (!plan)
        return failFrom(std::move(plan));
    StudyRequest request = options.request;
    request.plan = *std::move(plan);
    request.out = options.out;
    request.featureCache = context.featureCache;
    request.firstSeed = context.seed;
    request.threads = context.threads;
    request.device = *device;
    auto results = runWholeStudy(request, context.job);
    if (!results)
        return failFrom(std::move(results));
    if (auto written =
            writeStudy(request, *results, *date,
                       studyCommand({options.folders, options.groups, options.recipe}, planned.sizes, request));
        !written)
        return written;
    print(request, *results, context);
    return {};
}

struct BelievableOptions
{
    std::string real;
    std::vector<std::string> made;
    std::vector<std::string> groups; ///< of the real set: none or one
    BelievabilityRequest request;
};

Result<void> runBelievability(const BelievableOptions &options, const CommandContext &context)
{
    StudyOptions folders;
    folders.folders = {options.real};
    folders.groups = options.groups;
    folders.folders.insert(folders.folders.end(), options.made.begin(), options.made.end());
    auto datasets = openAll(folders, context);
    if (!datasets)
        return failFrom(std::move(datasets));
    auto device = deviceFromName(context.device);
    if (!device)
        return failFrom(std::move(device));
    BelievabilityRequest request = options.request;
    request.real = std::move(datasets->front());
    request.made.assign(std::make_move_iterator(datasets->begin() + 1), std::make_move_iterator(datasets->end()));
    request.seed = context.seed;
    request.threads = context.threads;
    request.device = *device;
    return measureBelievability(request, context.job).map([&](const Believability &found) {
        if (context.json)
            fmt::print("{}\n", believabilityJson(found));
        else
            fmt::print("{}", believabilityMarkdown(found));
    });
}

void addBelievability(CLI::App &study, CommandContext &context, VerbList &verbs)
{
    const auto options = std::make_shared<BelievableOptions>();
    CLI::App *verb = study.add_subcommand(
        "believability", "How near made sets are to a real one, beside random phases and pasted blobs");
    verb->add_option("REAL", options->real, "Real data set")->required();
    verb->add_option("MADE", options->made, "Made data sets, as `synth --like REAL` writes them")->required();
    verb->add_option("--groups", options->groups, groupOptionText)->expected(1);
    verb->add_option("--classes", options->request.classes,
                     "Defect classes of REAL to compare with, comma separated: those that MADE shows; default: all")
        ->delimiter(',');
    verb->add_option("--backbone", options->request.backbone, "Installed backbone")->capture_default_str();
    verb->add_option("--images", options->request.images, "Of each set")
        ->check(CLI::Range(2, 10'000))
        ->capture_default_str();
    verb->add_option("--patches", options->request.patches, "Of each image")
        ->check(CLI::Range(1, 10'000))
        ->capture_default_str();
    addCommonOptions(*verb, context, {CommonOption::Threads, CommonOption::Device, CommonOption::Seed});
    verbs.push_back({verb, [options](const CommandContext &ready) { return runBelievability(*options, ready); }});
}

void addSizeOptions(CLI::App &verb, StudyOptions &options)
{
    verb.add_option("--bank-size", options.sizes.bankSize, "Rows of the bank of every arm")
        ->check(CLI::Range(std::int64_t{1}, largestBankSize))
        ->capture_default_str();
    verb.add_option("--seeds", options.request.seeds, "Runs of every arm, with --seed and the numbers after it")
        ->check(CLI::Range(1, mostSeeds))
        ->capture_default_str();
    verb.add_option("--max-images", options.sizes.most, "All training images are at most that many; 0: all there are")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    verb.add_option("--scale", options.request.scale, "Reduce images on purpose before the backbone")
        ->check(numberWithin(0.01, 1.0))
        ->capture_default_str();
    verb.add_option("--resamples", options.request.resamples, "Of the bootstrap that makes the intervals")
        ->check(CLI::Range(100, 100'000))
        ->capture_default_str();
}

/// Options that only some kinds have.
void addOwnOptions(CLI::App &verb, std::string_view kind, StudyOptions &options)
{
    if (kind == "transfer" || kind == "made-like") {
        verb.add_option("--keep", options.keep, "Synthetic rows while real images are learnt: quota:P or reduce")
            ->check(parsedBy(parseKeepRule))
            ->capture_default_str();
        verb.add_option("--images", options.sizes.realImages, "Numbers of real images, comma separated; 0: all")
            ->delimiter(',')
            ->check(CLI::NonNegativeNumber);
        verb.add_flag("--equal-banks,!--no-equal-banks", options.sizes.equalBanks,
                      "Where an arm cannot fill its bank, all arms also with banks that each of them can")
            ->capture_default_str();
    }
    if (kind == "transfer")
        verb.add_option("--recipe", options.recipe,
                        "Specification, as of `synth --spec`, of parts made like the images of SYNTHETIC, then a real "
                        "set, and trained on in their place; its counts.train is their number")
            ->check(CLI::ExistingFile);
    if (kind == "made-like")
        verb.add_option("--recipe", options.recipe,
                        "The same, of parts made like the n real ones; default: their photos with a little other pose, "
                        "light, focus and noise")
            ->check(CLI::ExistingFile);
    if (kind == "bank-size")
        verb.add_option("--bank-sizes", options.sizes.bankSizes, "Rows, comma separated")
            ->delimiter(',')
            ->check(CLI::Range(std::int64_t{1}, largestBankSize));
}

} // namespace

void addStudyVerb(CLI::App &app, CommandContext &context, VerbList &verbs)
{
    CLI::App *verb = app.add_subcommand(
        "study", "Studies of impurities, transfer, policies, bank sizes and image orders, as one report each");
    verb->require_subcommand(1);
    addBelievability(*verb, context, verbs);
    for (const StudyKind &kind : studyKinds()) {
        const auto options = std::make_shared<StudyOptions>();
        CLI::App *one = verb->add_subcommand(kind.name, kind.help);
        options->folders.resize(kind.datasets.size());
        for (std::size_t i = 0; i < kind.datasets.size(); ++i)
            one->add_option(kind.datasets[i], options->folders[i], "Data set with training and test images")
                ->required();
        one->add_option("--out", options->out,
                        "Folder for models, runs and the report; a study that was cut off goes on there")
            ->required();
        one->add_option("--backbone", options->request.backbone, "Installed backbone")->capture_default_str();
        one->add_option("--groups", options->groups, groupOptionText);
        one->add_option("--date", options->date, "Of the report, YYYY-MM-DD; default: now");
        addSizeOptions(*one, *options);
        addOwnOptions(*one, kind.name, *options);
        addCommonOptions(*one, context,
                         {CommonOption::Threads, CommonOption::Device, CommonOption::Seed, CommonOption::FeatureCache});
        verbs.push_back(
            {one, [options, kind](const CommandContext &ready) { return runStudyVerb(kind, *options, ready); }});
    }
}

} // namespace patina::cli
