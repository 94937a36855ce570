#include "app/cli/command_line.h"
#include "app/cli/console_progress.h"
#include "app/cli/flat_json.h"
#include "app/cli/model_summary.h"
#include "core/network/device.h"
#include "core/pipeline/training_job.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

namespace patina::cli {

namespace {

struct TrainOptions
{
    std::string folder;
    std::string out;
    std::string strategy{strategyName(CoresetSettings{}.strategy)};
    std::string checkpoint;
    std::string keep = "reduce";
    std::string support = "1";
    std::vector<std::string> excludedLabels{"defect", "ambiguous"};
    std::string suspects;
    TrainRequest request;
};

std::set<ClassKind> kindsOf(const std::vector<std::string> &names)
{
    std::set<ClassKind> kinds;
    for (const ClassKind kind : {ClassKind::Defect, ClassKind::Impurity, ClassKind::Ambiguous})
        if (std::ranges::find(names, classKindName(kind)) != names.end())
            kinds.insert(kind);
    return kinds;
}

Result<TrainingJob> jobOf(const TrainOptions &options, const CommandContext &context)
{
    auto strategy = strategyFromName(options.strategy);
    if (!strategy)
        return failFrom(std::move(strategy));
    auto keep = parseKeepRule(options.keep);
    if (!keep)
        return failFrom(std::move(keep));
    auto support = parseSupportRule(options.support);
    if (!support)
        return failFrom(std::move(support));
    auto dataset = openDataset(options.folder, context.job);
    if (!dataset)
        return failFrom(std::move(dataset));
    auto device = deviceFromName(context.device);
    if (!device)
        return failFrom(std::move(device));
    TrainRequest request = options.request;
    request.dataset = std::move(*dataset);
    request.coreset.strategy = *strategy;
    request.keep = *keep;
    request.support = *support;
    request.excludedKinds = kindsOf(options.excludedLabels);
    request.coreset.seed = context.seed;
    request.coreset.threads = context.threads;
    request.threads = context.threads;
    request.device = *device;
    request.featureCache = context.featureCache;
    request.memoryBytes = context.memoryBytes.value_or(0);
    request.checkpointFolder = options.checkpoint;
    return withPlaces({std::move(request), options.out, options.suspects});
}

void printTrained(const TrainedModel &trained, const TrainingJob &job, const CommandContext &context)
{
    const std::string suspects = job.suspects.string();
    if (!context.json) {
        fmt::print("{}{}", trainingText(trained.model, job.out.string()), suspectsText(trained.model.info, suspects));
        return;
    }
    FlatJson json;
    addTrainingFigures(trained.model, json);
    if (trained.suspects > 0)
        json.set("suspects", suspects);
    else
        json.setNull("suspects", "no region is suspect");
    json.print();
}

Result<void> runTrain(const TrainOptions &options, const CommandContext &context)
{
    const auto job = jobOf(options, context);
    if (!job)
        return tl::unexpected(job.error());
    return runTraining(*job, *context.ranks, context.job).map([&](const std::optional<TrainedModel> &trained) {
        if (trained)
            printTrained(*trained, *job, context);
    });
}

/// What is kept out of the bank, and what is told of it.
void addContaminationOptions(CLI::App &verb, TrainOptions &options)
{
    verb.add_option("--exclude", options.request.excludeList,
                    "CSV of images (column image) and regions (x,y,width,height) kept out of the bank; the list of "
                    "suspects can be given back without the lines of what is good");
    verb.add_option("--exclude-labels", options.excludedLabels,
                    "Kinds of outlined regions on training images that are kept out of the bank, comma separated")
        ->delimiter(',')
        ->check(CLI::IsMember({"defect", "impurity", "ambiguous", "none"}))
        ->capture_default_str();
    verb.add_option("--min-support", options.support,
                    "Rows that fewer training images than that bear out are dropped; 1: none; auto: what stands alone, "
                    "a loneliness of 1.25 or more, is dropped; 0: not counted, nothing is listed, which saves "
                    "reading the images twice")
        ->check(parsedBy(parseSupportRule))
        ->capture_default_str();
    verb.add_option("--suspects", options.suspects,
                    "Folder for the list and the pictures of regions that few other images show the like of; "
                    "default: beside --out, .suspects added");
}

void addTransferOptions(CLI::App &verb, TrainOptions &options)
{
    CLI::Option *init = verb.add_option("--init", options.request.initialModel,
                                        "Model whose bank this one starts from, of the same backbone, layers, scale "
                                        "and bit depth");
    verb.add_option("--keep", options.keep,
                    "Its rows: append (all stay, new ones fill up), quota:P (P per cent of the bank stay) or reduce "
                    "(old and new compete)")
        ->check(parsedBy(parseKeepRule))
        ->needs(init)
        ->capture_default_str();
}

} // namespace

void addTrainVerb(CLI::App &app, CommandContext &context, VerbList &verbs)
{
    const auto options = std::make_shared<TrainOptions>();
    TrainRequest &request = options->request;
    CLI::App *verb = app.add_subcommand("train", "Train a model on the good images of a folder or data set");
    verb->add_option("DIR", options->folder, "Data set, or a folder of good images")->required();
    verb->add_option("--out", options->out, "Model file to write (.patina)")->required();
    verb->add_option("--backbone", request.backbone, "Installed backbone")->capture_default_str();
    verb->add_option("--layers", request.layers, "Layers to use, comma separated; default: the backbone's")
        ->delimiter(',');
    verb->add_option("--bank-size", request.coreset.bankSize, "Rows of the bank")
        ->check(CLI::Range(std::int64_t{1}, largestBankSize))
        ->capture_default_str();
    verb->add_option("--strategy", options->strategy, "How the bank is picked")
        ->check(CLI::IsMember(strategyNames()))
        ->capture_default_str();
    addReservoirOption(*verb, request.reservoirBytes);
    verb->add_option(
            "--projection", request.projectionDim,
            "Dimension of the random projection used for selection only; 0 = none, -1 = 128 where features are "
            "wider than 256")
        ->check(CLI::Range(-1, 4096))
        ->capture_default_str();
    verb->add_option(
            "--sample", request.sample,
            "With another strategy than reservoir: patches drawn at random over all images before selection; 0 = all")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    verb->add_option("--max-images", request.maxImages, "Train on a random draw of that many images; 0 = all")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    verb->add_option("--holdout", request.holdout, "Share of the good images kept for the score scale, whole groups")
        ->check(numberWithin(0.0, 0.9))
        ->capture_default_str();
    verb->add_option("--scale", request.scale, "Reduce images on purpose before the backbone")
        ->check(numberWithin(0.01, 1.0))
        ->capture_default_str();
    verb->add_option("--sigma", request.sigmaPx, "Gaussian smoothing of the score map, pixels")
        ->check(numberWithin(0.0, 100.0))
        ->capture_default_str();
    verb->add_option("--tile", request.tilePx,
                     "Compute tiles of that side with a halo; 0 = rows stream through the network where it can")
        ->check(CLI::Range(0, 16384))
        ->capture_default_str();
    addTransferOptions(*verb, *options);
    addContaminationOptions(*verb, *options);
    verb->add_option("--checkpoint", options->checkpoint,
                     "Folder of the checkpoint that --resume goes on from; default: beside --out, .checkpoint added");
    verb->add_option("--shards", request.shards,
                     "Cut the images into that many parts, train a bank of each and join them in a fixed tree; the "
                     "processes of mpirun share them; 0 = one for each process")
        ->check(CLI::Range(0, 100'000))
        ->capture_default_str();
    verb->add_flag("--resume", request.resume, "Go on with a run that was cut off, to the same bank");
    verb->add_flag("--strict", request.strict, "A bad image or folder ends the run instead of being left out");
    addCommonOptions(*verb, context,
                     {CommonOption::Threads, CommonOption::Device, CommonOption::Seed, CommonOption::Memory,
                      CommonOption::FeatureCache});
    verbs.push_back({verb, [options](const CommandContext &ready) { return runTrain(*options, ready); }, true});
}

} // namespace patina::cli
