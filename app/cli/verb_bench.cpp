#include "app/cli/bench_verbs.h"
#include "app/cli/flat_json.h"
#include "app/cli/text_table.h"
#include "core/base/system.h"
#include "core/pipeline/coreset_benchmark.h"
#include "core/pipeline/search_benchmark.h"
#include "core/pipeline/training_benchmark.h"
#include "core/synthesis/dataset_writer.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <memory>

namespace patina::cli {

namespace {

struct BenchOptions
{
    std::string data;
    std::string strategy{strategyName(CoresetSettings{}.strategy)};
    CoresetBenchmarkRequest coreset;
    TrainRequest training;
    SearchBenchmarkRequest search;
};

FlatJson jsonOf(const BenchmarkResult &result)
{
    FlatJson json;
    json.set("name", result.name);
    json.set("seconds", result.seconds);
    json.set("baseline", result.baseline);
    json.set("baselineSeconds", result.baselineSeconds);
    json.set("ratio", result.ratio());
    if (result.identical)
        json.set("identical", *result.identical);
    else
        json.setNull("identical", "the two are not meant to be");
    json.set("peakBytes", result.peakBytes);
    json.set("baselinePeakBytes", result.baselinePeakBytes);
    json.set("rows", result.rows);
    json.set("dim", result.dim);
    json.set("picks", result.picks);
    json.set("radius", result.radiusL2);
    return json;
}

std::string textOf(const BenchmarkResult &result)
{
    const std::string same = !result.identical   ? ""
                             : *result.identical ? "; identical selection"
                                                 : "; the selections DIFFER";
    return fmt::format("{} of {} rows of {} values, covering radius {:.4f}\n"
                       "{}: {:.2f} s, peak memory {}; {}: {:.2f} s, {}, {:.2f} times as long{}\n",
                       result.picks, result.rows, result.dim, result.radiusL2, result.name, result.seconds,
                       sizeText(result.peakBytes), result.baseline, result.baselineSeconds,
                       sizeText(result.baselinePeakBytes), result.ratio(), same);
}

/// A data set to measure on where none was given, in a folder that is removed at the end.
class MadeDataset
{
public:
    ~MadeDataset()
    {
        std::error_code ec;
        if (!m_folder.empty())
            std::filesystem::remove_all(m_folder, ec);
    }
    MadeDataset() = default;
    MadeDataset(const MadeDataset &) = delete;
    MadeDataset &operator=(const MadeDataset &) = delete;

    Result<Dataset> make(const CommandContext &context)
    {
        std::error_code ec;
        std::string name = (std::filesystem::temp_directory_path(ec) / "patina-bench-XXXXXX").string();
        if (ec || ::mkdtemp(name.data()) == nullptr)
            return fail(ErrorCode::WriteFailed, fmt::format("no folder for made images: {}", name));
        m_folder = name;
        SynthesisSpec spec;
        spec.version = SynthesisVersion::Clean;
        spec.seed = context.seed;
        spec.counts.train = madeImages;
        spec.counts.testGood = 0;
        spec.counts.testDefect = 0;
        return writeDataset(spec, m_folder / "data", {context.threads}, context.job)
            .and_then([&](const SynthesisSummary &made) { return openDataset(made.datasets.front(), context.job); });
    }

private:
    static constexpr int madeImages = 12;

    std::filesystem::path m_folder;
};

Result<void> runTraining(const BenchOptions &options, const CommandContext &context)
{
    auto strategy = strategyFromName(options.strategy);
    if (!strategy)
        return failFrom(std::move(strategy));
    TrainRequest request = options.training;
    request.coreset.strategy = *strategy;
    request.coreset.seed = context.seed;
    request.coreset.threads = context.threads;
    request.threads = context.threads;
    request.memoryBytes = context.memoryBytes.value_or(0);
    MadeDataset made;
    auto dataset = options.data.empty() ? made.make(context) : openDataset(options.data, context.job);
    if (!dataset)
        return failFrom(std::move(dataset));
    request.dataset = std::move(*dataset);
    const auto benchmark = benchmarkTraining(std::move(request), context.job);
    if (!benchmark)
        return tl::unexpected(benchmark.error());
    if (context.json) {
        FlatJson json = jsonOf(benchmark->result);
        json.set("coverage.p999", benchmark->coverageP999);
        json.set("baseline.radius", benchmark->baselineRadius);
        json.set("baseline.coverage.p999", benchmark->baselineCoverageP999);
        json.print();
        return {};
    }
    fmt::print("{}99.9 % of patches within {:.4f}; of the baseline within {:.4f}, largest {:.4f}\n",
               textOf(benchmark->result), benchmark->coverageP999, benchmark->baselineCoverageP999,
               benchmark->baselineRadius);
    return {};
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
    if (context.json)
        jsonOf(*result).print();
    else
        fmt::print("{}", textOf(*result));
    return result->identical == true ? Result<void>{}
                                     : fail(ErrorCode::Internal, "the selection is not that of plain farthest-first");
}

Result<void> runSearch(const BenchOptions &options, const CommandContext &context)
{
    SearchBenchmarkRequest request = options.search;
    request.threads = context.threads;
    auto dataset = openDataset(options.data, context.job);
    if (!dataset)
        return failFrom(std::move(dataset));
    request.dataset = std::move(*dataset);
    auto result = benchmarkSearch(request, context.job);
    if (!result)
        return failFrom(std::move(result));
    if (context.json)
        jsonOf(*result).print();
    else
        fmt::print("{} patches, bank of {} rows of {} values\n{}: {:.2f} s; {}: {:.2f} s, {:.2f} times as long{}\n",
                   result->picks, result->rows, result->dim, result->name, result->seconds, result->baseline,
                   result->baselineSeconds, result->ratio(),
                   *result->identical ? "; the same neighbours" : "; the neighbours DIFFER");
    return result->identical == true ? Result<void>{}
                                     : fail(ErrorCode::Internal, "the neighbours are not those of FAISS");
}

void addSearchBench(CLI::App &bench, const std::shared_ptr<BenchOptions> &options, CommandContext &context,
                    VerbList &verbs)
{
    CLI::App *verb = bench.add_subcommand("search", "Exact search in a model's bank beside FAISS's flat index");
    verb->add_option("MODEL", options->search.model, "Model file (.patina)")->required();
    verb->add_option("DIR", options->data, "Data set whose test images are searched for")->required();
    verb->add_option("--max-images", options->search.maxImages, "The first test images; 0 = all")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    addCommonOptions(*verb, context, {CommonOption::Threads});
    verbs.push_back({verb, [options](const CommandContext &ready) { return runSearch(*options, ready); }});
}

void addTrainingBench(CLI::App &bench, const std::shared_ptr<BenchOptions> &options, CommandContext &context,
                      VerbList &verbs)
{
    options->training.maxImages = 60;
    CLI::App *verb = bench.add_subcommand("train", "Training beside offline training, which holds every patch");
    verb->add_option("--data", options->data, "Data set; default: made images");
    verb->add_option("--backbone", options->training.backbone, "Installed backbone")->capture_default_str();
    verb->add_option("--strategy", options->strategy, "How the bank is picked")
        ->check(CLI::IsMember(strategyNames()))
        ->capture_default_str();
    addReservoirOption(*verb, options->training.reservoirBytes);
    verb->add_option("--bank-size", options->training.coreset.bankSize, "Rows of the bank")
        ->check(CLI::Range(std::int64_t{1}, largestBankSize))
        ->capture_default_str();
    verb->add_option("--max-images", options->training.maxImages, "A random draw of that many; 0 = all")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    addCommonOptions(*verb, context, {CommonOption::Threads, CommonOption::Seed, CommonOption::Memory});
    verbs.push_back({verb, [options](const CommandContext &ready) { return runTraining(*options, ready); }});
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
    addSearchBench(*bench, options, context, verbs);
    addTrainingBench(*bench, options, context, verbs);
    addFeaturesBench(*bench, context, verbs);
    addScoringBench(*bench, context, verbs);
}

} // namespace patina::cli
