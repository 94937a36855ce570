#include "app/cli/bench_verbs.h"
#include "app/cli/flat_json.h"
#include "app/cli/image_size.h"
#include "app/cli/text_table.h"
#include "core/pipeline/features_benchmark.h"
#include "core/pipeline/scoring_benchmark.h"
#include "core/pipeline/scoring_run.h"

#include <fmt/format.h>

#include <memory>

namespace patina::cli {

namespace {

constexpr double closeEnough = 1e-4; ///< of the largest magnitude

double perMegapixelMs(const FeaturesWay &way, const FeaturesBenchmark &benchmark)
{
    return 1e9 * way.seconds / (1.0 * benchmark.size.width * benchmark.size.height);
}

void addWay(FlatJson &json, const std::string &name, const FeaturesWay &way, const FeaturesBenchmark &benchmark)
{
    json.set(name + ".msPerMegapixel", perMegapixelMs(way, benchmark));
    json.set(name + ".seconds", way.seconds);
    json.set(name + ".peakBytes", way.peakBytes);
    json.set(name + ".largestDifference", way.largestDifference);
}

Result<void> runFeatures(FeaturesBenchmarkRequest request, const std::string &wanted, const CommandContext &context)
{
    request.threads = context.threads;
    const auto size = parseImageSize(wanted);
    if (!size)
        return tl::unexpected(size.error());
    request.size = {size->first, size->second};
    const auto benchmark = benchmarkFeatures(request, context.job);
    if (!benchmark)
        return tl::unexpected(benchmark.error());
    const double networkRatio = benchmark->untiled.seconds / benchmark->network.seconds;
    const double featuresRatio = benchmark->tiled.seconds / benchmark->features.seconds;
    const bool close =
        benchmark->untiled.largestDifference <= closeEnough && benchmark->tiled.largestDifference <= closeEnough;
    if (context.json) {
        FlatJson json;
        json.set("name", "features");
        json.set("seconds", benchmark->network.seconds);
        json.set("baseline", benchmark->untiled.name);
        json.set("baselineSeconds", benchmark->untiled.seconds);
        json.set("ratio", networkRatio);
        json.setNull("identical", "sums are in another order");
        json.set("peakBytes", benchmark->network.peakBytes);
        json.set("width", benchmark->size.width);
        json.set("height", benchmark->size.height);
        json.set("dim", benchmark->dim);
        addWay(json, "network", benchmark->network, *benchmark);
        addWay(json, "untiled", benchmark->untiled, *benchmark);
        addWay(json, "features", benchmark->features, *benchmark);
        addWay(json, "tiled", benchmark->tiled, *benchmark);
        json.set("features.ratio", featuresRatio);
        json.print();
    } else {
        TextTable table({"", "ms per megapixel", "peak memory", "largest difference", "times as long"});
        const auto row = [&](const std::string &what, const FeaturesWay &way, double ratio) {
            table.addRow({fmt::format("{}, {}", what, way.name), fmt::format("{:.1f}", perMegapixelMs(way, *benchmark)),
                          "+" + sizeText(way.peakBytes), fmt::format("{:.1e}", way.largestDifference),
                          ratio > 0.0 ? fmt::format("{:.2f}", ratio) : ""});
        };
        row("layers", benchmark->network, 0.0);
        row("layers", benchmark->untiled, networkRatio);
        row("patch features", benchmark->features, 0.0);
        row("patch features", benchmark->tiled, featuresRatio);
        fmt::print(
            "{} on {}x{}, fastest of {} rounds\n{}difference from row streaming, as a part of its largest value; "
            "times as long as row streaming; memory above what was resident before\n",
            request.backbone, benchmark->size.width, benchmark->size.height, request.rounds, table.text());
    }
    return close
               ? Result<void>{}
               : fail(ErrorCode::Internal,
                      fmt::format("the features differ from LibTorch's by more than {:g} of the largest", closeEnough));
}

void addSplit(FlatJson &json, const std::string &name, const ScoringSplit &split)
{
    json.set(name + ".decodeS", split.decode);
    json.set(name + ".featuresS", split.features);
    json.set(name + ".searchS", split.search);
    json.set(name + ".mapS", split.map);
    json.set(name + ".totalS", split.total());
}

Result<void> runScoring(ScoringBenchmarkRequest request, const std::vector<std::string> &inputs,
                        const CommandContext &context)
{
    request.threads = context.threads;
    const auto list = listScoreItems({inputs.begin(), inputs.end()}, {});
    if (!list)
        return tl::unexpected(list.error());
    for (const ScoreItem &item : list->items)
        request.images.push_back(item.path);
    const auto benchmark = benchmarkScoring(request, context.job);
    if (!benchmark)
        return tl::unexpected(benchmark.error());
    const double ratio = benchmark->baseline.total() / benchmark->seconds;
    if (context.json) {
        FlatJson json;
        json.set("name", "score");
        json.set("baseline", "LibTorch, whole image; FAISS IndexFlatL2");
        json.set("baselineSeconds", benchmark->baseline.total());
        json.set("images", benchmark->images);
        json.set("megapixels", benchmark->megapixels);
        json.set("patches", benchmark->patches);
        json.set("rows", benchmark->rows);
        json.set("dim", benchmark->dim);
        json.set("seconds", benchmark->seconds);
        addSplit(json, "stages", benchmark->split);
        addSplit(json, "baseline", benchmark->baseline);
        json.set("ratio", ratio);
        json.set("peakBytes", benchmark->peakBytes);
        json.set("baselinePeakBytes", benchmark->baselinePeakBytes);
        json.set("identical", benchmark->identical);
        json.set("largestDifference", benchmark->largestDifference);
        json.print();
    } else {
        const auto images = static_cast<double>(benchmark->images);
        TextTable table({"seconds an image", "decode", "features", "search", "map", "sum", "peak memory"});
        const auto row = [&](const std::string &name, const ScoringSplit &split, std::int64_t peak) {
            const auto cell = [&](double seconds) { return fmt::format("{:.3f}", seconds / images); };
            table.addRow({name, cell(split.decode), cell(split.features), cell(split.search), cell(split.map),
                          cell(split.total()), sizeText(peak)});
        };
        row("one stage after another", benchmark->split, benchmark->peakBytes);
        row("LibTorch, whole image; FAISS flat", benchmark->baseline, benchmark->baselinePeakBytes);
        fmt::print(
            "{} images, {:.1f} megapixels, {} patches, bank of {} rows of {} values\n{}as `score` works: {:.3f} s an "
            "image, {:.2f} times as fast as LibTorch and FAISS; {}; LibTorch and FAISS differ by {:.1e} of the largest "
            "distance\n",
            benchmark->images, benchmark->megapixels, benchmark->patches, benchmark->rows, benchmark->dim, table.text(),
            benchmark->seconds / images, ratio,
            benchmark->identical ? "distances are exact" : "the distances are NOT exact", benchmark->largestDifference);
    }
    return benchmark->identical ? Result<void>{} : fail(ErrorCode::Internal, "a nearer row was missed");
}

} // namespace

void addFeaturesBench(CLI::App &bench, CommandContext &context, VerbList &verbs)
{
    const auto request = std::make_shared<FeaturesBenchmarkRequest>();
    const auto size = std::make_shared<std::string>("4096x3072");
    CLI::App *verb = bench.add_subcommand("features", "The backbone beside LibTorch's operators, whole and in tiles");
    verb->add_option("IMAGE", request->image, "Image file; default: a made one");
    verb->add_option("--size", *size, "Of the made image")
        ->type_name("WxH")
        ->check(parsedBy(parseImageSize))
        ->capture_default_str();
    verb->add_option("--backbone", request->backbone, "Installed backbone")->capture_default_str();
    verb->add_option("--rounds", request->rounds, "Every way once a round; the fastest counts")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    addCommonOptions(*verb, context, {CommonOption::Threads});
    verbs.push_back(
        {verb, [request, size](const CommandContext &ready) { return runFeatures(*request, *size, ready); }});
}

void addScoringBench(CLI::App &bench, CommandContext &context, VerbList &verbs)
{
    const auto request = std::make_shared<ScoringBenchmarkRequest>();
    const auto inputs = std::make_shared<std::vector<std::string>>();
    CLI::App *verb = bench.add_subcommand("score", "Scoring, stage by stage, beside LibTorch and FAISS's flat index");
    verb->add_option("MODEL", request->model, "Model file (.patina)")->required();
    verb->add_option("IMAGE|DIR", *inputs, "Images and folders")->required();
    addCommonOptions(*verb, context, {CommonOption::Threads});
    verbs.push_back(
        {verb, [request, inputs](const CommandContext &ready) { return runScoring(*request, *inputs, ready); }});
}

} // namespace patina::cli
