#include "app/cli/command_line.h"
#include "app/cli/flat_json.h"
#include "app/cli/text_table.h"
#include "core/base/system.h"
#include "core/pipeline/coreset_benchmark.h"

#include <fmt/format.h>

#include <memory>

namespace patina::cli {

namespace {

struct BenchOptions
{
    std::string data;
    CoresetBenchmarkRequest coreset;
};

void print(const BenchmarkResult &result, const CommandContext &context)
{
    if (context.json) {
        FlatJson json;
        json.set("name", result.name);
        json.set("seconds", result.seconds);
        json.set("baseline", result.baseline);
        json.set("baselineSeconds", result.baselineSeconds);
        json.set("ratio", result.ratio());
        json.set("identical", result.identical);
        json.set("peakBytes", peakMemoryBytes());
        json.set("rows", result.rows);
        json.set("dim", result.dim);
        json.set("picks", result.picks);
        json.set("radius", result.radiusL2);
        json.print();
        return;
    }
    fmt::print("{} of {} rows of {} values, covering radius {:.4f}\n", result.picks, result.rows, result.dim,
               result.radiusL2);
    fmt::print("{}: {:.2f} s; {}: {:.2f} s; ratio {:.1f}; {}; peak memory {}\n", result.name, result.seconds,
               result.baseline, result.baselineSeconds, result.ratio(),
               result.identical ? "identical selection" : "the selections DIFFER", sizeText(peakMemoryBytes()));
}

Result<void> runCoreset(const BenchOptions &options, const CommandContext &context)
{
    CoresetBenchmarkRequest request = options.coreset;
    request.seed = context.seed;
    request.threads = context.threads;
    if (!options.data.empty()) {
        auto dataset = openDataset(options.data, context.job);
        if (!dataset)
            return failFrom(std::move(dataset));
        request.dataset = std::move(*dataset);
    }
    auto result = benchmarkCoreset(request, context.job);
    if (!result)
        return failFrom(std::move(result));
    print(*result, context);
    return result->identical ? Result<void>{}
                             : fail(ErrorCode::Internal, "the selection is not that of plain farthest-first");
}

} // namespace

void addBenchVerbs(CLI::App &app, CommandContext &context, VerbList &verbs)
{
    const auto options = std::make_shared<BenchOptions>();
    CLI::App *bench = app.add_subcommand("bench", "Measure speed beside a baseline run in the same call");
    bench->require_subcommand(1);
    CLI::App *verb = bench->add_subcommand("coreset", "Selection of a coreset beside plain farthest-first");
    verb->add_option("--data", options->data, "Data set whose good images give the features; default: made rows");
    verb->add_option("--backbone", options->coreset.backbone, "Installed backbone, for --data")->capture_default_str();
    verb->add_option("--max-images", options->coreset.maxImages, "For --data: a random draw of that many; 0 = all")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    verb->add_option("--rows", options->coreset.madeRows, "Made rows, without --data")
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{100'000'000}))
        ->capture_default_str();
    verb->add_option("--projection", options->coreset.projectionDim,
                     "Dimension of the rows; 0 = the features as they are, for --data")
        ->check(CLI::Range(0, 4096))
        ->capture_default_str();
    verb->add_option("--share", options->coreset.share, "Share of the rows to pick")
        ->check(numberWithin(1e-6, 1.0))
        ->capture_default_str();
    addCommonOptions(*verb, context, {CommonOption::Threads, CommonOption::Seed});
    verbs.push_back({verb, [options](const CommandContext &ready) { return runCoreset(*options, ready); }});
}

} // namespace patina::cli
