#include "app/cli/command_line.h"
#include "app/cli/flat_json.h"
#include "app/cli/output_target.h"
#include "app/cli/text_table.h"
#include "core/base/atomic_file.h"
#include "core/base/system.h"
#include "core/dataset/csv.h"
#include "core/network/device.h"
#include "core/pipeline/scoring_run.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <utility>

namespace patina::cli {

namespace {

const std::map<std::string, MapFormat> mapFormats{
    {"tiff", MapFormat::Tiff}, {"png", MapFormat::Png}, {"none", MapFormat::None}};

struct ScoreOptions
{
    std::string model;
    std::vector<std::string> inputs;
    std::string map = "tiff";
    bool strict = false;
    ScoreOutputs outputs;
};

constexpr std::string_view csvHeader = "image,score,verdict,regions,map\n";

struct ScoreCounts
{
    std::int64_t images = 0;
    std::int64_t skipped = 0;
    std::map<Verdict, std::int64_t> verdicts; ///< without meaning where the model is uncalibrated
};

/// Scores what can be scored; a bad image is named and skipped unless the run is strict.
Result<std::string> scoreAll(Inspector &inspector, const std::vector<ScoreItem> &items, const ScoreOptions &options,
                             const CommandContext &context, ScoreCounts &counts)
{
    std::string csv{csvHeader};
    const bool calibrated = inspector.model().scoreScale.calibrated();
    const auto total = static_cast<std::int64_t>(items.size());
    std::string lastProblem;
    for (const ScoreItem &item : items) {
        context.job.report("score", counts.images + counts.skipped, total);
        auto scored = scoreToFiles(inspector, item, options.outputs, context.job.quiet());
        if (scored) {
            ++counts.images;
            ++counts.verdicts[scored->verdict];
            csv += fmt::format("{},{},{},{},{}\n", csvField(scored->id), scored->score,
                               calibrated ? verdictName(scored->verdict) : "",
                               calibrated ? std::to_string(scored->regions) : "", csvField(scored->map));
            continue;
        }
        const Error &error = scored.error();
        lastProblem = fmt::format("{}: {}", item.id, error.detail);
        // A full disk fails every image: no use in going on.
        if (options.strict || error.code == ErrorCode::Cancelled || error.code == ErrorCode::WriteFailed)
            return fail(error.code, lastProblem);
        ++counts.skipped;
        csv += fmt::format("{},,skipped,,\n", csvField(item.id));
        context.job.notice("skipped " + lastProblem);
    }
    if (counts.images == 0)
        return fail(ErrorCode::Unreadable,
                    fmt::format("none of the {} images could be scored; {}", total, lastProblem));
    return csv;
}

constexpr std::array verdictKeys{std::pair{Verdict::Ok, "ok"}, std::pair{Verdict::Review, "review"},
                                 std::pair{Verdict::Ng, "ng"}};

void printJson(ScoreCounts &counts, const std::filesystem::path &csv, const ScoreScale &scale)
{
    FlatJson json;
    json.set("images", counts.images);
    json.set("skipped", counts.skipped);
    for (const auto &[verdict, name] : verdictKeys) {
        if (scale.calibrated())
            json.set(name, counts.verdicts[verdict]);
        else
            json.setNull(name, "the model is uncalibrated");
    }
    json.set("scores", csv.string());
    json.set("memory.peakBytes", peakMemoryBytes());
    json.print();
}

void printCounts(ScoreCounts &counts, const std::filesystem::path &csv, const ScoreScale &scale)
{
    if (scale.calibrated())
        fmt::print("{} images: {} OK, {} to review, {} NG", counts.images, counts.verdicts[Verdict::Ok],
                   counts.verdicts[Verdict::Review], counts.verdicts[Verdict::Ng]);
    else
        fmt::print("{} images, no verdicts: the model is uncalibrated", counts.images);
    if (counts.skipped > 0)
        fmt::print(", {} skipped", counts.skipped);
    fmt::print("\n{} (peak memory {})\n", csv.string(), sizeText(peakMemoryBytes()));
}

Result<std::vector<ScoreItem>> itemsOf(const ScoreOptions &options, const CommandContext &context)
{
    auto list = listScoreItems({options.inputs.begin(), options.inputs.end()}, options.outputs.folder);
    if (!list)
        return failFrom(std::move(list));
    for (const std::string &sentence : list->leftOut) {
        if (options.strict)
            return fail(ErrorCode::Unreadable, sentence);
        context.job.notice("left out " + sentence);
    }
    return std::move(list->items);
}

Result<void> runScore(ScoreOptions &options, const CommandContext &context)
{
    options.outputs.map = mapFormats.at(options.map);
    if (auto writable = checkOutputFolder(options.outputs.folder); !writable)
        return writable;
    auto items = itemsOf(options, context);
    if (!items)
        return failFrom(std::move(items));
    auto device = deviceFromName(context.device);
    if (!device)
        return failFrom(std::move(device));
    auto inspector = Inspector::open(options.model, {context.threads, {}, context.featureCache, *device});
    if (!inspector)
        return failFrom(std::move(inspector));
    const ScoreScale &scale = (*inspector)->model().scoreScale;
    if (!scale.calibrated())
        context.job.notice(
            fmt::format("the model is uncalibrated: scores are raw distances, and there are no verdicts; "
                        "patina-cli model calibrate {} DIR makes them, DIR with good images",
                        options.model));
    const auto path = options.outputs.folder / "scores.csv";
    if (auto removed = removeOutput(path, csvHeader); !removed)
        return removed;
    ScoreCounts counts;
    auto csv = scoreAll(**inspector, *items, options, context, counts);
    if (!csv)
        return failFrom(std::move(csv));
    if (auto written = writeTextFile(path, *csv); !written)
        return written;
    if (context.json)
        printJson(counts, path, scale);
    else
        printCounts(counts, path, scale);
    return {};
}

} // namespace

void addScoreVerb(CLI::App &app, CommandContext &context, VerbList &verbs)
{
    const auto options = std::make_shared<ScoreOptions>();
    CLI::App *verb = app.add_subcommand("score", "Score images: scores.csv, score maps, overlays");
    verb->add_option("MODEL", options->model, "Model file (.patina)")->required();
    verb->add_option("INPUT", options->inputs, "Images or folders of images")->required();
    verb->add_option("--out", options->outputs.folder, "Folder to write into")->required();
    verb->add_option("--map", options->map, "Score maps: float32 TIFF, 8-bit PNG or none")
        ->check(CLI::IsMember({"tiff", "png", "none"}))
        ->capture_default_str();
    verb->add_flag("--overlay", options->outputs.overlays, "Also pictures with the heatmap, one scale for all images");
    verb->add_flag("--strict", options->strict, "A bad image or folder ends the run instead of being left out");
    addCommonOptions(*verb, context, {CommonOption::Threads, CommonOption::Device, CommonOption::FeatureCache});
    verbs.push_back({verb, [options](const CommandContext &ready) { return runScore(*options, ready); }});
}

} // namespace patina::cli
