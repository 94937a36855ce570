#include "app/cli/command_line.h"
#include "app/cli/flat_json.h"
#include "app/cli/open_inspector.h"
#include "app/cli/text_table.h"
#include "core/base/atomic_file.h"
#include "core/base/output_target.h"
#include "core/comparison/drift.h"
#include "core/dataset/csv.h"
#include "core/pipeline/drift_run.h"
#include "core/project/project.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>

namespace patina::cli {

namespace {

constexpr double leastAlpha = 1e-6;
constexpr const char *csvHeader = "score,sample,image,heldOutShare,newShare\n";
constexpr const char *csvName = "scores.csv";
constexpr const char *jsonName = "drift.json";

struct DriftOptions
{
    std::string model;
    std::vector<std::filesystem::path> inputs;
    double alpha = 0.01;
    std::string out;
    bool strict = false;
};

/// Both samples in rising order, with the share of each that is at or below the score: what a picture of the two
/// empirical distribution functions takes.
std::string scoresText(const ModelInfo &model, const std::vector<double> &heldOut, const DriftScores &fresh)
{
    struct Row
    {
        double score;
        bool isNew;
        std::string id;
    };
    std::vector<Row> rows;
    for (std::size_t i = 0; i < heldOut.size(); ++i)
        rows.push_back({heldOut[i], false, i < model.heldOutImages.size() ? model.heldOutImages[i] : std::string()});
    for (std::size_t i = 0; i < fresh.scores.size(); ++i)
        rows.push_back({fresh.scores[i], true, fresh.ids[i]});
    std::ranges::stable_sort(rows, {}, &Row::score);
    const auto shareUpTo = [&](double score, bool ofNew) {
        const auto of = static_cast<double>(ofNew ? fresh.scores.size() : heldOut.size());
        const auto upTo = std::ranges::upper_bound(rows, score, {}, &Row::score);
        return static_cast<double>(
                   std::count_if(rows.begin(), upTo, [&](const Row &row) { return row.isNew == ofNew; })) /
               of;
    };
    std::string text = csvHeader;
    for (const Row &row : rows)
        text += fmt::format("{},{},{},{},{}\n", row.score, row.isNew ? "new" : "heldOut", csvField(row.id),
                            shareUpTo(row.score, false), shareUpTo(row.score, true));
    return text;
}

void addSample(const std::string &prefix, const SampleSummary &sample, FlatJson &json)
{
    json.set(prefix + "images", sample.images);
    json.set(prefix + "median", sample.median);
    json.set(prefix + "aboveReview", sample.aboveReview);
    json.set(prefix + "share", static_cast<double>(sample.aboveReview) / static_cast<double>(sample.images));
    json.set(prefix + "low", sample.share95.low);
    json.set(prefix + "high", sample.share95.high);
}

void addDrift(const Drift &drift, FlatJson &json)
{
    json.set("drift.warning", drift.warns());
    json.set("drift.p", drift.p);
    json.set("drift.alpha", drift.alpha);
    json.set("drift.superior", drift.rankSum.superior);
    json.set("drift.mannWhitney.u", drift.rankSum.u);
    json.set("drift.mannWhitney.p", drift.rankSum.p);
    json.set("drift.mannWhitney.adjusted", drift.rankSumP);
    json.set("drift.mannWhitney.method", drift.rankSum.kind == PValueKind::Exact ? "exact" : "normal");
    json.set("drift.kolmogorovSmirnov.d", drift.gap.d);
    json.set("drift.kolmogorovSmirnov.p", drift.gap.p);
    json.set("drift.kolmogorovSmirnov.adjusted", drift.gapP);
    json.set("drift.kolmogorovSmirnov.method", "exact");
    addSample("heldOut.", drift.heldOut, json);
    addSample("new.", drift.fresh, json);
}

std::string driftText(const Drift &drift)
{
    TextTable table({"", "images", "median", "at or above review", "95 % interval, exact"});
    const auto add = [&](const char *title, const SampleSummary &sample) {
        table.addRow({title, std::to_string(sample.images), fmt::format("{:.3f}", sample.median),
                      fmt::format("{} of {}", sample.aboveReview, sample.images),
                      fmt::format("{:.3f} .. {:.3f}", sample.share95.low, sample.share95.high)});
    };
    add("held out when the model was calibrated", drift.heldOut);
    add("new", drift.fresh);
    std::string text =
        table.text() +
        fmt::format("\na new part scores above a held-out one with probability {:.2f} (0.50: no difference)\n"
                    "higher? Mann-Whitney, one-sided, {}: p = {:.3g}, adjusted {:.3g}\n"
                    "different? Kolmogorov-Smirnov, two-sided, exact: p = {:.3g}, adjusted {:.3g}\n\n",
                    drift.rankSum.superior, drift.rankSum.kind == PValueKind::Exact ? "exact" : "normal approximation",
                    drift.rankSum.p, drift.rankSumP, drift.gap.p, drift.gapP);
    if (!drift.warns())
        return text + fmt::format("no drift shown: p = {:.3g} is not below {:g}\n", drift.p, drift.alpha);
    return text + fmt::format("WARNING: the scores of the new parts are others than those of the calibration: p = "
                              "{:.3g} is below {:g}.\nThe parts or the camera have changed; whether the parts are bad "
                              "this does not say.\n",
                              drift.p, drift.alpha);
}

Result<void> writeFiles(const std::filesystem::path &folder, const std::string &scores, const FlatJson &json)
{
    std::error_code ec;
    std::filesystem::create_directories(folder, ec);
    if (ec)
        return fail(ErrorCode::WriteFailed, fmt::format("{}: {}", folder.string(), ec.message()));
    return writeTextFile(folder / csvName, scores).and_then([&] {
        return writeTextFile(folder / jsonName, json.text() + "\n");
    });
}

/// Before anything is scored: whether scores could show anything.
Result<void> checkSamples(const DriftOptions &options, const ModelInfo &model, std::size_t images)
{
    if (!model.scoreScale.calibrated() || model.heldOutScores.empty())
        return fail(ErrorCode::BadArgument,
                    fmt::format("{} is uncalibrated and keeps no held-out scores to compare with: patina-cli model "
                                "calibrate {} DIR makes them, DIR with good images",
                                options.model, options.model));
    const auto heldOut = std::ssize(model.heldOutScores);
    const std::int64_t needed = imagesForDrift(heldOut, options.alpha);
    if (static_cast<std::int64_t>(images) >= needed)
        return {};
    return fail(ErrorCode::BadArgument, tooFewForDrift(heldOut, static_cast<std::int64_t>(images), options.alpha));
}

Result<void> prepareFolder(const std::string &folder)
{
    if (folder.empty())
        return {};
    return checkOutputFolder(folder)
        .and_then([&] { return removeOutput(std::filesystem::path(folder) / jsonName, "{\n  \"drift.warning\""); })
        .and_then([&] { return removeOutput(std::filesystem::path(folder) / csvName, csvHeader); });
}

Result<void> runDrift(const DriftOptions &options, const CommandContext &context)
{
    auto inspector = openInspector(options.model, context);
    if (!inspector)
        return failFrom(std::move(inspector));
    const ModelInfo &model = (*inspector)->model();
    for (const std::filesystem::path &input : options.inputs)
        if (input.extension() == Project::fileEnding)
            return fail(ErrorCode::BadArgument,
                        fmt::format("{} is a project: give the folder of its new parts, or see Drift in the window's "
                                    "evaluation",
                                    input.string()));
    auto images = driftImages(model, options.inputs, options.strict, context.job);
    if (!images)
        return failFrom(std::move(images));
    if (images->known > 0)
        context.job.notice(fmt::format("left out {} good images that the model knows: the bank was trained on them, or "
                                       "they are the held-out ones",
                                       images->known));
    if (auto enough = checkSamples(options, model, images->items.size()); !enough)
        return enough;
    if (auto ready = prepareFolder(options.out); !ready)
        return ready;
    auto fresh = scoreDrift(**inspector, images->items, options.strict, context.job);
    if (!fresh)
        return failFrom(std::move(fresh));
    const std::vector<double> heldOut = heldOutOnScale(model);
    auto drift = driftOf(heldOut, fresh->scores, {options.alpha, model.scoreScale.reviewThreshold()});
    if (!drift)
        return failFrom(std::move(drift));
    FlatJson json;
    addDrift(*drift, json);
    json.set("known", images->known);
    json.set("skipped", fresh->skipped);
    json.set("model.hash", model.hash);
    if (!options.out.empty())
        if (auto written = writeFiles(options.out, scoresText(model, heldOut, *fresh), json); !written)
            return written;
    if (context.json)
        json.print();
    else
        fmt::print("{}", driftText(*drift));
    return {};
}

} // namespace

void addDriftVerb(CLI::App &app, CommandContext &context, VerbList &verbs)
{
    const auto options = std::make_shared<DriftOptions>();
    CLI::App *verb = app.add_subcommand(
        "drift", "Whether new good parts score as those did that the model was calibrated with. A rise says that the "
                 "parts or the camera have changed, not that the parts are bad");
    verb->add_option("MODEL", options->model, "Model file (.patina)")->required();
    verb->add_option("INPUT", options->inputs,
                     "A folder or data set, whose good images are taken, or images of new good parts")
        ->required();
    verb->add_option("--alpha", options->alpha, "Warn where p is below it")
        ->check(numberWithin(leastAlpha, 0.5))
        ->capture_default_str();
    verb->add_option("--out", options->out, "Folder for drift.json and scores.csv, both samples in order");
    verb->add_flag("--strict", options->strict, "A bad image or folder ends the run instead of being left out");
    addCommonOptions(*verb, context, {CommonOption::Threads, CommonOption::Device, CommonOption::FeatureCache});
    verbs.push_back({verb, [options](const CommandContext &ready) { return runDrift(*options, ready); }});
}

} // namespace patina::cli
