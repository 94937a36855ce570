#include "app/cli/command_line.h"
#include "app/cli/flat_json.h"
#include "core/base/output_target.h"
#include "core/network/device.h"
#include "core/pipeline/calibration.h"
#include "core/pipeline/dataset_gaps.h"

#include <fmt/format.h>

#include <memory>

namespace patina::cli {

namespace {

struct CalibrateOptions
{
    std::string model;
    std::string folder;
    std::string out; ///< empty: in place
    bool strict = false;
};

void print(const Model &model, const CalibrationReport &report, const std::string &path, const CommandContext &context)
{
    const ScoreScale &scale = model.info.scoreScale;
    if (!context.json) {
        fmt::print("{}: score scale from {} good images: review from {:.2f}, reject from {:.2f}\n", path, scale.images,
                   scale.reviewThreshold(), scale.rejectThreshold());
        return;
    }
    FlatJson json;
    json.set("calibrated", scale.calibrated());
    json.set("calibration.images", scale.images);
    json.set("threshold.review", scale.reviewThreshold());
    json.set("threshold.reject", scale.rejectThreshold());
    json.set("leftOut", report.found.trainedOn);
    json.set("skipped", report.skipped);
    json.set("out", path);
    json.set("hash", model.info.hash);
    json.print();
}

Result<void> runCalibrate(const CalibrateOptions &options, const CommandContext &context)
{
    const std::string out = options.out.empty() ? options.model : options.out;
    auto model = loadModel(options.model, context.job);
    if (!model)
        return failFrom(std::move(model));
    if (auto writable = checkModelFile(out, {}); !writable)
        return writable;
    auto dataset = openDataset(options.folder, context.job);
    if (!dataset)
        return failFrom(std::move(dataset));
    if (auto whole = reportGaps(*dataset, options.strict, context.job); !whole)
        return whole;
    auto device = deviceFromName(context.device);
    if (!device)
        return failFrom(std::move(device));
    auto report = recalibrate(
        *model, {*dataset, {}, {}, options.strict, context.threads, context.featureCache, *device}, context.job);
    if (!report)
        return failFrom(std::move(report));
    auto hash = saveModel(*model, out);
    if (!hash)
        return failFrom(std::move(hash));
    model->info.hash = std::move(*hash);
    print(*model, *report, out, context);
    return {};
}

} // namespace

void addCalibrateVerb(CLI::App &model, CommandContext &context, VerbList &verbs)
{
    const auto options = std::make_shared<CalibrateOptions>();
    CLI::App *verb = model.add_subcommand(
        "calibrate",
        "Make the score scale and the thresholds anew, from good images that the bank has not seen. All good "
        "images of DIR are used, of every split; those whose names are among the training images of a data "
        "set of the same name are left out");
    verb->add_option("MODEL", options->model, "Model file (.patina)")->required();
    verb->add_option("DIR", options->folder, "Data set, or a folder of good images, that the bank has not seen")
        ->required();
    verb->add_option("--out", options->out, "Model file to write (.patina); default: MODEL itself");
    verb->add_flag("--strict", options->strict, "A bad image or folder ends the run instead of being left out");
    addCommonOptions(*verb, context, {CommonOption::Threads, CommonOption::Device, CommonOption::FeatureCache});
    verbs.push_back({verb, [options](const CommandContext &ready) { return runCalibrate(*options, ready); }});
}

} // namespace patina::cli
