#include "app/cli/command_line.h"
#include "app/cli/flat_json.h"
#include "app/cli/open_inspector.h"
#include "app/cli/text_table.h"
#include "core/base/atomic_file.h"
#include "core/base/output_target.h"
#include "core/base/system.h"
#include "core/dataset/csv.h"
#include "core/image/image_ahead.h"
#include "core/pipeline/rank_messages.h"
#include "core/pipeline/scoring_run.h"
#include "core/ranks/in_order.h"

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

/// What one image adds: its score, or why there is none.
struct ScorePart
{
    ScoredImage scored;
    std::string problem; ///< empty: it was scored
};

Bytes messageOf(const ScorePart &part)
{
    const std::array numbers{part.scored.score, static_cast<double>(part.scored.verdict),
                             static_cast<double>(part.scored.regions)};
    return packed({bytesOfValues<double>(numbers), bytesOfText(part.scored.map), bytesOfText(part.problem)});
}

Result<ScorePart> partOf(const ScoreItem &item, const Bytes &message)
{
    const auto parts = unpacked(message);
    const auto numbers = parts && parts->size() == 3 ? valuesOfBytes<double>(parts->front()) : std::vector<double>();
    if (!numbers || numbers->size() != 3)
        return fail(ErrorCode::BadFormat, "a score came damaged from another rank");
    return ScorePart{{item.id,
                      (*numbers)[0],
                      static_cast<Verdict>(static_cast<int>((*numbers)[1])),
                      static_cast<std::int64_t>((*numbers)[2]),
                      textOfBytes((*parts)[1]),
                      {}},
                     textOfBytes((*parts)[2])};
}

/// Scores one image and writes its files.
Result<ScorePart> scoreOne(Inspector &inspector, const ScoreItem &item, Result<std::unique_ptr<ImageSource>> opened,
                           const ScoreOptions &options, const JobContext &context)
{
    auto scored = scoreToFiles(inspector, item, std::move(opened), options.outputs, context);
    if (scored)
        return ScorePart{std::move(*scored), {}};
    const Error &error = scored.error();
    ScorePart part{{}, fmt::format("{}: {}", item.id, error.detail)};
    // A full disk fails every image: no use in going on.
    if (options.strict || error.code == ErrorCode::Cancelled || error.code == ErrorCode::WriteFailed)
        return fail(error.code, part.problem);
    return part;
}

/// The table of scores, as it grows.
class ScoreTable
{
public:
    explicit ScoreTable(bool calibrated) : m_calibrated(calibrated), m_csv(csvHeader) {}

    void add(const ScoreItem &item, const ScorePart &part)
    {
        if (!part.problem.empty()) {
            ++m_counts.skipped;
            m_csv += fmt::format("{},,skipped,,\n", csvField(item.id));
            return;
        }
        const ScoredImage &scored = part.scored;
        ++m_counts.images;
        ++m_counts.verdicts[scored.verdict];
        m_csv += fmt::format("{},{},{},{},{}\n", csvField(scored.id), scored.score,
                             m_calibrated ? verdictName(scored.verdict) : "",
                             m_calibrated ? std::to_string(scored.regions) : "", csvField(scored.map));
    }

    ScoreCounts &counts() { return m_counts; }
    const std::string &csv() const { return m_csv; }

private:
    bool m_calibrated;
    ScoreCounts m_counts;
    std::string m_csv;
};

/// Scores what can be scored; a bad image is named and skipped unless the run is strict. Ranks share the images; only
/// the first one's table fills.
Result<void> scoreAll(Inspector &inspector, const std::vector<ScoreItem> &items, const ScoreOptions &options,
                      const CommandContext &context, ScoreTable &table)
{
    std::string seen = inspector.model().hash;
    for (const ScoreItem &item : items)
        seen += '\n' + item.id;
    if (auto same = sameEverywhere(*context.ranks, "the images to score, or the model", seen, context.job); !same)
        return same;
    const auto itemAt = [&](std::int64_t item) -> const ScoreItem & { return items[static_cast<std::size_t>(item)]; };
    std::string lastProblem;
    ImageAhead ahead;
    std::int64_t patches = 0; // that this rank has searched for
    ItemsInOrder<ScorePart> work;
    work.total = std::ssize(items);
    work.work = [&](std::int64_t item) {
        context.job.report({"score", item, work.total, patches});
        const auto next = work.nextOf(item, *context.ranks);
        auto opened = ahead.open(itemAt(item).path, next ? itemAt(*next).path : std::filesystem::path(), context.job);
        auto part = scoreOne(inspector, itemAt(item), std::move(opened), options, context.job.quiet());
        patches += part ? part->scored.patches : 0;
        return part;
    };
    work.encode = messageOf;
    work.decode = [&](std::int64_t item, const Bytes &message) { return partOf(itemAt(item), message); };
    work.take = [&](std::int64_t item, ScorePart &&part) -> Result<void> {
        table.add(itemAt(item), part);
        if (part.problem.empty())
            return {};
        context.job.notice("skipped " + part.problem);
        lastProblem = std::move(part.problem);
        return {};
    };
    if (auto done = work.run(*context.ranks, context.job); !done)
        return done;
    if (context.ranks->isFirst() && table.counts().images == 0)
        return fail(ErrorCode::Unreadable,
                    fmt::format("none of the {} images could be scored; {}", items.size(), lastProblem));
    return {};
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

/// The table of a run that ended half way, under a name that no whole table has. Of ranks it holds what the first one
/// has gathered. That it cannot be written is no news beside why the run ended.
void keepWhatIsDone(const std::filesystem::path &path, ScoreTable &table, std::size_t items, const JobContext &context)
{
    const std::int64_t done = table.counts().images + table.counts().skipped;
    if (done > 0 && writeTextFile(path, table.csv()))
        context.notice(fmt::format("{} has the first {} of {} images", path.string(), done, items));
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
    const bool first = context.ranks->isFirst();
    if (first)
        if (auto writable = checkOutputFolder(options.outputs.folder); !writable)
            return writable;
    auto items = itemsOf(options, context);
    if (!items)
        return failFrom(std::move(items));
    auto inspector = openInspector(options.model, context);
    if (!inspector)
        return failFrom(std::move(inspector));
    const ScoreScale &scale = (*inspector)->model().scoreScale;
    if (!scale.calibrated())
        context.job.notice(
            fmt::format("the model is uncalibrated: scores are raw distances, and there are no verdicts; "
                        "patina-cli model calibrate {} DIR makes them, DIR with good images",
                        options.model));
    const auto path = options.outputs.folder / "scores.csv";
    const auto partial = options.outputs.folder / "scores.partial.csv";
    if (first)
        for (const auto &earlier : {path, partial})
            if (auto removed = removeOutput(earlier, csvHeader); !removed)
                return removed;
    ScoreTable table(scale.calibrated());
    if (auto done = scoreAll(**inspector, *items, options, context, table); !done) {
        if (first)
            keepWhatIsDone(partial, table, items->size(), context.job);
        return done;
    }
    if (!first)
        return {};
    if (auto written = writeTextFile(path, table.csv()); !written)
        return written;
    if (context.json)
        printJson(table.counts(), path, scale);
    else
        printCounts(table.counts(), path, scale);
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
    verbs.push_back({verb, [options](const CommandContext &ready) { return runScore(*options, ready); }, true});
}

} // namespace patina::cli
