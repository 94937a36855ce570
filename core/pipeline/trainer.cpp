#include "core/pipeline/trainer.h"

#include "core/base/stopwatch.h"
#include "core/base/system.h"
#include "core/coreset/coverage.h"
#include "core/features/feature_cache.h"
#include "core/pipeline/bank_run.h"
#include "core/pipeline/bank_shards.h"
#include "core/pipeline/calibration.h"
#include "core/pipeline/known_content.h"
#include "core/pipeline/memory_probe.h"
#include "core/pipeline/rank_messages.h"
#include "core/pipeline/run_settings.h"
#include "core/pipeline/support_pass.h"
#include "core/pipeline/training_setup.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace patina {

namespace {

/// One training run: set up once, then its bank, its coverage, its support and its score scale.
class TrainingRun
{
public:
    TrainingRun(const TrainRequest &request, RankGroup &ranks, const JobContext &context)
        : m_request(request), m_ranks(ranks), m_context(context), m_common(ranks.common(context))
    {
    }

    Result<Model> run()
    {
        return prepare()
            .and_then([&] { return shardCount(m_request, m_ranks) > 1 ? selectInShards() : selectBank(); })
            .and_then([&] { return checkBank(); })
            .and_then([&] { return measureCoverage(); })
            .and_then([&] { return countSupport(); })
            .and_then([&] { return calibrate(); })
            .and_then([&] { return m_ranks.isFirst() ? noticeCopies() : Result<void>(); })
            .and_then([&] { return largestPeak(); })
            .map([&](std::int64_t peakBytes) {
                m_model.info.figures.totalS += m_watch.seconds();
                m_model.info.figures.peakBytes = peakBytes;
                return std::move(m_model);
            });
    }

private:
    Result<void> prepare()
    {
        auto setup = setUpTraining(m_request, m_common);
        if (!setup)
            return failFrom(std::move(setup));
        m_setup.emplace(std::move(*setup));
        m_setup->model.info.figures.budgetBytes = m_request.memoryBytes;
        if (!m_ranks.isAlone() && shardCount(m_request, m_ranks) == 1)
            return fail(ErrorCode::BadArgument,
                        fmt::format("one shard cannot be shared: give --shards {} or more, or start it once, without "
                                    "mpirun",
                                    m_ranks.size()));
        return sameEverywhere(m_ranks, "the images to train on, or the backbone", whatIsTrainedOn(), m_context)
            .and_then([&] { return keepFeatures(); });
    }

    /// Masks keep patches out.
    static std::string whatIsShownOf(const ImageRecord &record)
    {
        std::string text = record.id + '\n';
        for (const MaskFile &mask : record.masks) {
            std::error_code ec;
            const auto bytes = std::filesystem::file_size(mask.path, ec);
            text += fmt::format(" {} {}\n", mask.className, ec ? 0 : bytes);
        }
        return text;
    }

    std::string whatIsTrainedOn() const
    {
        const ModelInfo &info = m_setup->model.info;
        std::string text = fmt::format("{} {} {}..{}\n", info.backboneSha256, info.bitDepth, info.intensity.black,
                                       info.intensity.white);
        text += m_setup->excluded.digest() + '\n';
        for (const auto *images : {&m_setup->split.train, &m_setup->split.heldOut})
            for (const std::size_t image : *images)
                text += whatIsShownOf(m_request.dataset.images[image]);
        return text;
    }

    Result<void> keepFeatures()
    {
        // Before a checkpoint is read, which would count as what the program itself takes.
        if (m_request.memoryBytes > 0) {
            const std::int64_t initialRows = m_setup->initial ? m_setup->initial->rows.rows() : 0;
            auto needs = measureNeeds(m_request, m_setup->model.projection.dim(), initialRows, m_setup->split,
                                      *m_setup->extractor, m_common);
            if (!needs)
                return failFrom(std::move(needs));
            needs->fixedBytes += shardBytes(m_request, m_ranks, m_setup->extractor->dimension());
            auto everywhere = everybodysValues(m_ranks, std::vector{needs->fixedBytes}, m_context);
            if (!everywhere)
                return failFrom(std::move(everywhere));
            needs->fixedBytes = std::ranges::max(*everywhere);
            m_needs = std::move(*needs);
        }
        // And not before the network has been measured.
        const ModelInfo &info = m_setup->model.info;
        const ExtractorSettings settings{info.layers, info.intensity, m_request.threads, info.tilePx, m_request.device};
        return withFeatureCache(std::move(m_setup->extractor), m_setup->backbone, settings, m_request.featureCache)
            .map([&](auto &&extractor) { m_setup->extractor = std::forward<decltype(extractor)>(extractor); });
    }

    BankRunParts parts() const
    {
        return {m_request, m_setup->model.info, m_setup->model.projection, m_setup->excluded, *m_setup->extractor};
    }

    PlanRun planner() const
    {
        return [this](const std::optional<WorkingPlan> &begun, const JobContext &context) {
            return planTraining(m_request, m_needs, begun, m_setup->extractor->dimension(),
                                m_setup->model.projection.dim(), context);
        };
    }

    std::map<std::string, std::string> settings() const
    {
        return runSettings(m_request, m_setup->model.info, m_setup->split, m_setup->excluded);
    }

    Result<void> selectBank()
    {
        const BankRunParts of = parts();
        BankRun bank(of, m_setup->split.train, CheckpointKeeper(m_request.checkpointFolder, settings()), m_context);
        return bank.run(std::move(m_setup->initial), m_request.resume, planner()).map([&](SelectedBank &&selected) {
            m_plan = bank.plan();
            m_lastProblem = std::move(selected.lastProblem);
            m_model = std::move(selected.model);
            m_coveragePatches.push_back(std::move(selected.coveragePatches));
        });
    }

    Result<void> selectInShards()
    {
        const BankRunParts of = parts();
        BankShards shards(of, m_setup->split.train, settings(), m_ranks, m_context);
        return shards.run(planner()).map([&](ShardedBank &&selected) {
            m_plan = selected.plan;
            m_lastProblem = std::move(selected.lastProblem);
            m_model = std::move(selected.model);
            m_model.info.figures.budgetBytes = m_request.memoryBytes;
            m_model.info.shards = shardCount(m_request, m_ranks);
            m_coveragePatches = std::move(selected.coveragePatches);
        });
    }

    Result<void> checkBank()
    {
        const std::size_t total = m_setup->split.train.size();
        if (m_model.bank.empty())
            return m_lastProblem.empty()
                       ? fail(ErrorCode::NotFound,
                              fmt::format("all patches of the {} training images are excluded: shorten the list of "
                                          "--exclude, or name fewer --exclude-labels",
                                          total))
                       : fail(ErrorCode::Unreadable,
                              fmt::format("none of the {} training images could be read: {}", total, m_lastProblem));
        if (m_model.bank.rows() < m_request.coreset.bankSize)
            m_common.notice(fmt::format("the bank holds {} rows, not {}: there were no more patches that differ",
                                        m_model.bank.rows(), m_request.coreset.bankSize));
        return {};
    }

    /// On the samples of all ranks, one after another.
    Result<void> measureCoverage()
    {
        m_common.report("coverage", 0, 1);
        std::vector<float> mine;
        for (const FeatureMatrix &patches : m_coveragePatches) {
            if (patches.empty())
                continue;
            auto distances = distancesToBank(patches, m_model.bank, m_request.threads, m_context.quiet());
            if (!distances)
                return failFrom(std::move(distances));
            mine.insert(mine.end(), distances->begin(), distances->end());
        }
        return everybodysValues(m_ranks, mine, m_context).and_then([&](std::vector<float> &&distances) -> Result<void> {
            if (distances.empty())
                return fail(ErrorCode::BadFormat,
                            "no patches are there to measure the coverage on: begin anew without --resume");
            const Coverage coverage = coverageOf(std::move(distances));
            m_model.info.figures.coverageRadius = coverage.radius;
            m_model.info.figures.coverageP999 = coverage.p999;
            m_model.info.figures.coverageMean = coverage.mean;
            return {};
        });
    }

    Result<void> countSupport()
    {
        const Stopwatch watch;
        TrainingImages images(m_request, m_setup->excluded, *m_setup->extractor, m_model.info.bitDepth,
                              m_plan.blockBytes);
        auto counted = supportPass(m_model, m_model.info.figures.coverageP999, m_request, images, m_setup->split,
                                   m_ranks, m_context);
        m_model.info.figures.supportS = watch.seconds();
        return m_model.info.droppedRows > 0 ? counted.and_then([&] { return measureCoverage(); }) : counted;
    }

    Result<void> calibrate()
    {
        m_setup->extractor.reset();
        m_coveragePatches.clear();
        return calibrateModel(m_model,
                              {m_request.dataset, m_setup->split.heldOut, m_request.backboneFolder, m_request.strict,
                               m_request.threads, m_request.featureCache, m_request.device},
                              m_ranks, m_context);
    }

    Result<void> noticeCopies() { return noticeTestCopies(m_request.dataset, m_model.info, m_common); }

    Result<std::int64_t> largestPeak()
    {
        return everybodysValues(m_ranks, std::vector{peakMemoryBytes()}, m_context)
            .map([](std::vector<std::int64_t> &&peaks) { return std::ranges::max(peaks); });
    }

    const TrainRequest &m_request;
    RankGroup &m_ranks;
    const JobContext &m_context;
    JobContext m_common; ///< for what all ranks do alike
    Stopwatch m_watch;
    std::optional<TrainingSetup> m_setup;
    std::optional<MemoryNeeds> m_needs; ///< where a size is to be kept
    WorkingPlan m_plan;
    Model m_model;
    std::vector<FeatureMatrix> m_coveragePatches;
    std::string m_lastProblem;
};

} // namespace

Result<Model> train(const TrainRequest &request, RankGroup &ranks, const JobContext &context)
{
    return TrainingRun(request, ranks, context).run();
}

Result<Model> train(const TrainRequest &request, const JobContext &context)
{
    return train(request, alone(), context);
}

} // namespace patina
