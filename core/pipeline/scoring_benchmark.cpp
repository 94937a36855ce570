#include "core/pipeline/scoring_benchmark.h"

#include "core/backbone/backbone_store.h"
#include "core/base/stopwatch.h"
#include "core/base/system.h"
#include "core/features/feature_extractor.h"
#include "core/index/faiss_flat.h"
#include "core/index/neighbour_index.h"
#include "core/index/squared_distance.h"
#include "core/pipeline/inspector.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace patina {

namespace {

constexpr std::int64_t checkedPatches = 97; ///< of an image, measured against every row

/// What one way of scoring an image gives.
struct Scored
{
    FeatureMatrix features;
    PatchDistances patches;
};

class StageTimer
{
public:
    StageTimer(const Inspector &inspector, std::unique_ptr<FeatureExtractor> ours,
               std::unique_ptr<FeatureExtractor> baseline, std::unique_ptr<NeighbourIndex> index,
               const FeatureMatrix &bank, int threads)
        : m_inspector(inspector), m_ours(std::move(ours)), m_baseline(std::move(baseline)), m_index(std::move(index)),
          m_bank(bank), m_threads(threads)
    {
    }

    Result<Scored> ours(const std::filesystem::path &path, ScoringSplit &split, const JobContext &context)
    {
        return run(*m_ours, path, split, context,
                   [&](const FeatureMatrix &features, PatchDistances &patches) -> Result<void> {
                       auto found = m_index->nearest(features, context);
                       if (!found)
                           return failFrom(std::move(found));
                       std::ranges::copy(found->distancesL2, patches.distancesL2.ptr<float>());
                       return {};
                   });
    }

    Result<Scored> baseline(const std::filesystem::path &path, ScoringSplit &split, const JobContext &context)
    {
        return run(*m_baseline, path, split, context,
                   [&](const FeatureMatrix &features, PatchDistances &patches) -> Result<void> {
                       const auto ids = faissNearest(m_bank, features, m_threads);
                       auto *distances = patches.distancesL2.ptr<float>();
                       for (std::size_t i = 0; i < ids.size(); ++i)
                           distances[i] =
                               ids[i] < 0 ? std::numeric_limits<float>::infinity()
                                          : std::sqrt(squaredDistance(features.row(static_cast<std::int64_t>(i)).data(),
                                                                      m_bank.row(ids[i]).data(), m_bank.dim()));
                       return {};
                   });
    }

private:
    template <typename Search>
    Result<Scored> run(FeatureExtractor &extractor, const std::filesystem::path &path, ScoringSplit &split,
                       const JobContext &context, const Search &search)
    {
        Stopwatch watch;
        auto source = m_inspector.openScaled(path, context);
        if (!source)
            return failFrom(std::move(source));
        // Decoded here, so that the next stage finds pixels in memory.
        auto pixels = (*source)->read({{}, (*source)->info().size()});
        if (!pixels)
            return failFrom(std::move(pixels));
        const auto image = imageFromMat(std::move(*pixels));
        split.decode += watch.seconds();
        watch = {};
        auto map = extractor.extractAll(*image, context);
        if (!map)
            return failFrom(std::move(map));
        split.features += watch.seconds();
        watch = {};
        Scored scored{std::move(map->features), {}};
        scored.patches.grid = map->grid;
        scored.patches.distancesL2.create(map->grid.rows, map->grid.columns, CV_32FC1);
        if (auto searched = search(scored.features, scored.patches); !searched)
            return failFrom(std::move(searched));
        split.search += watch.seconds();
        watch = {};
        const ModelInfo &info = m_inspector.model();
        auto rendered = renderMap(scored.patches, {image->info().size(), info.sigmaPx}, info.scoreScale, {}, context);
        if (!rendered)
            return failFrom(std::move(rendered));
        split.map += watch.seconds();
        return scored;
    }

    const Inspector &m_inspector;
    std::unique_ptr<FeatureExtractor> m_ours;
    std::unique_ptr<FeatureExtractor> m_baseline;
    std::unique_ptr<NeighbourIndex> m_index;
    const FeatureMatrix &m_bank;
    int m_threads;
};

/// No row of the bank is nearer than what was found, for some of the patches.
bool nearestIsFound(const Scored &scored, const FeatureMatrix &bank)
{
    const std::int64_t step = std::max<std::int64_t>(1, scored.features.rows() / checkedPatches);
    for (std::int64_t query = 0; query < scored.features.rows(); query += step) {
        float nearest = std::numeric_limits<float>::infinity();
        for (std::int64_t row = 0; row < bank.rows(); ++row)
            nearest =
                std::min(nearest, squaredDistance(scored.features.row(query).data(), bank.row(row).data(), bank.dim()));
        if (std::sqrt(nearest) != scored.patches.distancesL2.ptr<float>()[query])
            return false;
    }
    return true;
}

bool sameBits(const cv::Mat &a, const cv::Mat &b)
{
    return a.size() == b.size() && std::equal(a.begin<float>(), a.end<float>(), b.begin<float>());
}

double differenceOf(const cv::Mat &a, const cv::Mat &b)
{
    return a.size() == b.size() ? cv::norm(a, b, cv::NORM_INF) / std::max(1e-30, cv::norm(a, cv::NORM_INF))
                                : std::numeric_limits<double>::infinity();
}

/// One image by all ways. Stages: those of the ways (images).
Result<void> measureImage(const std::filesystem::path &image, Inspector &inspector, StageTimer &timer,
                          const FeatureMatrix &bank, std::int64_t images, ScoringBenchmark &benchmark,
                          const JobContext &context)
{
    const auto begin = [&](std::string_view way) {
        context.report(way, benchmark.images, images);
        restartPeakMemory();
    };
    begin("score");
    const Stopwatch watch;
    auto inspected = inspector.openScaled(image, context).and_then([&](std::unique_ptr<ImageSource> &&source) {
        return inspector.inspect(*source, {}, context);
    });
    if (!inspected)
        return failFrom(std::move(inspected));
    benchmark.seconds += watch.seconds();
    benchmark.peakBytes = std::max(benchmark.peakBytes, peakMemoryBytes());
    begin("stage by stage");
    const auto scored = timer.ours(image, benchmark.split, context);
    if (!scored)
        return tl::unexpected(scored.error());
    benchmark.identical = benchmark.identical && nearestIsFound(*scored, bank) &&
                          sameBits(scored->patches.distancesL2, inspected->patches.distancesL2);
    benchmark.patches += scored->features.rows();
    benchmark.megapixels += 1e-6 * inspected->image.size().area();
    begin("LibTorch and FAISS");
    const auto baseline = timer.baseline(image, benchmark.baseline, context);
    if (!baseline)
        return tl::unexpected(baseline.error());
    benchmark.baselinePeakBytes = std::max(benchmark.baselinePeakBytes, peakMemoryBytes());
    benchmark.largestDifference =
        std::max(benchmark.largestDifference, differenceOf(scored->patches.distancesL2, baseline->patches.distancesL2));
    ++benchmark.images;
    return {};
}

} // namespace

Result<ScoringBenchmark> benchmarkScoring(const ScoringBenchmarkRequest &request, const JobContext &context)
{
    if (request.images.empty())
        return fail(ErrorCode::BadArgument, "no images to score");
    const auto model = loadModel(request.model, context);
    if (!model)
        return tl::unexpected(model.error());
    const ModelInfo &info = model->info;
    auto inspector = Inspector::create(*model, {request.threads, request.backboneFolder, {}, {}}, context);
    if (!inspector)
        return failFrom(std::move(inspector));
    const auto backbone = loadBackbone(info.backboneName, request.backboneFolder, context);
    if (!backbone)
        return tl::unexpected(backbone.error());
    const Device libTorch{Device::Kind::LibTorch, "cpu"};
    auto ours =
        FeatureExtractor::create(*backbone, {info.layers, info.intensity, request.threads, info.tilePx, {}}, context);
    // One tile as large as any image: the whole of it in one call.
    auto untiled =
        FeatureExtractor::create(*backbone, {info.layers, info.intensity, request.threads, 1 << 20, libTorch}, context);
    auto index = NeighbourIndex::create(model->bank, request.threads, context);
    if (!ours || !untiled || !index)
        return tl::unexpected(!ours ? ours.error() : !untiled ? untiled.error() : index.error());
    StageTimer timer(**inspector, std::move(*ours), std::move(*untiled), std::move(*index), model->bank,
                     effectiveThreads(request.threads));

    ScoringBenchmark benchmark;
    benchmark.rows = model->bank.rows();
    benchmark.dim = model->bank.dim();
    benchmark.identical = true;
    for (const std::filesystem::path &image : request.images)
        if (auto done =
                measureImage(image, **inspector, timer, model->bank, std::ssize(request.images), benchmark, context);
            !done)
            return failFrom(std::move(done));
    return benchmark;
}

} // namespace patina
