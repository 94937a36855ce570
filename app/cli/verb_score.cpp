#include "app/cli/command_line.h"
#include "app/cli/flat_json.h"
#include "app/cli/output_target.h"
#include "app/cli/text_table.h"
#include "core/base/atomic_file.h"
#include "core/base/system.h"
#include "core/dataset/csv.h"
#include "core/pipeline/scoring_run.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <memory>

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

struct ScoreCounts
{
    std::int64_t images = 0;
    std::int64_t skipped = 0;
    std::map<Verdict, std::int64_t> verdicts;
};

/// Scores what can be scored; a bad image is named and skipped unless the run is strict.
Result<std::string> scoreAll(Inspector &inspector, const std::vector<ScoreItem> &items, const ScoreOptions &options,
                             const CommandContext &context, ScoreCounts &counts)
{
    std::string csv = "image,score,verdict,regions,map\n";
    const auto total = static_cast<std::int64_t>(items.size());
    std::string lastProblem;
    for (const ScoreItem &item : items) {
        context.job.report("score", counts.images + counts.skipped, total);
        auto scored = scoreToFiles(inspector, item, options.outputs, context.job.quiet());
        if (scored) {
            ++counts.images;
            ++counts.verdicts[scored->verdict];
            csv += fmt::format("{},{},{},{},{}\n", csvField(scored->id), scored->score, verdictName(scored->verdict),
                               scored->regions, csvField(scored->map));
            continue;
        }
        const Error &error = scored.error();
        lastProblem = fmt::format("{}: {}", item.id, error.detail);
        // A full disk fails every image: no use in going on.
        if (options.strict || error.code == ErrorCode::Cancelled || error.code == ErrorCode::WriteFailed)
            return fail(error.code, lastProblem);
        ++counts.skipped;
        context.job.notice("skipped " + lastProblem);
    }
    if (counts.images == 0)
        return fail(ErrorCode::Unreadable,
                    fmt::format("none of the {} images could be scored; {}", total, lastProblem));
    return csv;
}

void printCounts(const ScoreCounts &counts, const std::filesystem::path &csv, const CommandContext &context)
{
    const auto count = [&](Verdict verdict) {
        const auto found = counts.verdicts.find(verdict);
        return found == counts.verdicts.end() ? 0 : found->second;
    };
    if (context.json) {
        FlatJson json;
        json.set("images", counts.images);
        json.set("skipped", counts.skipped);
        json.set("ok", count(Verdict::Ok));
        json.set("review", count(Verdict::Review));
        json.set("ng", count(Verdict::Ng));
        json.set("scores", csv.string());
        json.set("memory.peakBytes", peakMemoryBytes());
        json.print();
        return;
    }
    fmt::print("{} images: {} OK, {} to review, {} NG", counts.images, count(Verdict::Ok), count(Verdict::Review),
               count(Verdict::Ng));
    if (counts.skipped > 0)
        fmt::print(", {} skipped", counts.skipped);
    fmt::print("\n{} (peak memory {})\n", csv.string(), sizeText(peakMemoryBytes()));
}

Result<void> runScore(ScoreOptions &options, const CommandContext &context)
{
    options.outputs.map = mapFormats.at(options.map);
    if (auto writable = checkOutputFolder(options.outputs.folder); !writable)
        return writable;
    auto items = listScoreItems({options.inputs.begin(), options.inputs.end()});
    if (!items)
        return failFrom(std::move(items));
    auto inspector = Inspector::open(options.model, {context.threads, {}});
    if (!inspector)
        return failFrom(std::move(inspector));
    if (!(*inspector)->model().scoreScale.calibrated())
        context.job.notice("the model is uncalibrated: scores are raw distances and verdicts mean nothing");
    std::error_code ec;
    std::filesystem::create_directories(options.outputs.folder, ec);
    if (ec)
        return fail(ErrorCode::WriteFailed, fmt::format("{}: {}", options.outputs.folder.string(), ec.message()));
    ScoreCounts counts;
    auto csv = scoreAll(**inspector, *items, options, context, counts);
    if (!csv)
        return failFrom(std::move(csv));
    const auto path = options.outputs.folder / "scores.csv";
    if (auto written = writeTextFile(path, *csv); !written)
        return written;
    printCounts(counts, path, context);
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
    verb->add_flag("--strict", options->strict, "A bad image ends the run instead of being skipped");
    addCommonOptions(*verb, context, {CommonOption::Threads});
    verbs.push_back({verb, [options](const CommandContext &ready) { return runScore(*options, ready); }});
}

} // namespace patina::cli
