#include "core/pipeline/trainer.h"

#include "core/base/stopwatch.h"
#include "core/base/system.h"
#include "core/features/feature_cache.h"
#include "core/pipeline/bank_selection.h"
#include "core/pipeline/calibration.h"
#include "core/pipeline/checkpoint_keeper.h"
#include "core/pipeline/dataset_versions.h"
#include "core/pipeline/memory_probe.h"
#include "core/pipeline/run_settings.h"
#include "core/pipeline/support_pass.h"
#include "core/pipeline/training_images.h"
#include "core/pipeline/training_plan.h"
#include "core/pipeline/training_setup.h"

#include <fmt/format.h>

#include <optional>

namespace patina {

namespace {

/// One training run: what is set up once and what grows while images pass.
class TrainingRun
{
public:
    TrainingRun(const TrainRequest &request, const JobContext &context) : m_request(request), m_context(context) {}

    Result<Model> run()
    {
        return prepare()
            .and_then([&] { return showImages(); })
            .and_then([&] { return selectBank(); })
            .and_then([&] { return calibrate(); })
            .and_then([&]() -> Result<Model> {
                m_model.info.figures.totalS = m_earlierS + m_watch.seconds();
                m_model.info.figures.peakBytes = peakMemoryBytes();
                return std::move(m_model);
            });
    }

private:
    Result<void> prepare()
    {
        auto setup = setUpTraining(m_request, m_context);
        if (!setup)
            return failFrom(std::move(setup));
        m_split = std::move(setup->split);
        m_model = std::move(setup->model);
        m_extractor = std::move(setup->extractor);
        m_excluded = std::move(setup->excluded);
        m_checkpoints.emplace(m_request.checkpointFolder, runSettings(m_request, m_model.info, m_split, m_excluded));
        // Before a checkpoint is read, which would count as what the program itself takes.
        const std::int64_t initialRows = setup->initial ? setup->initial->rows.rows() : 0;
        auto needs = measureMemory(initialRows);
        if (!needs)
            return failFrom(std::move(needs));
        // And not before the network has been measured.
        if (auto kept = keepFeatures(setup->backbone); !kept)
            return kept;
        const auto planned = [&](const std::optional<WorkingPlan> &begun, const JobContext &context) {
            return planTraining(m_request, *needs, begun, m_extractor->dimension(), m_model.projection.dim(), context);
        };
        const auto accept = [&](const WorkingPlan &begun) {
            return planned(begun, JobContext()).map([](const WorkingPlan &) {});
        };
        auto checkpoint = m_checkpoints->begin(m_request.resume, initialRows, accept, m_context);
        if (!checkpoint)
            return failFrom(std::move(checkpoint));
        auto plan = planned(*checkpoint ? std::optional((*checkpoint)->facts.plan) : std::nullopt, m_context);
        if (!plan)
            return failFrom(std::move(plan));
        m_plan = *plan;
        if (m_request.coreset.strategy == CoresetStrategy::Reservoir)
            m_model.info.reservoirRows = m_plan.reservoirRows;
        m_images.emplace(m_request, m_excluded, *m_extractor, m_model.info.bitDepth, m_plan.blockBytes);
        CoresetSettings settings = m_request.coreset;
        settings.workingFactor = m_plan.workingFactor;
        settings.reservoirRows = m_plan.reservoirRows;
        auto selection = BankSelection::create(settings, m_model.projection, m_request.sample, m_plan.coveragePatches,
                                               std::move(setup->initial), m_context.quiet());
        if (!selection)
            return failFrom(std::move(selection));
        m_selection.emplace(std::move(*selection));
        return *checkpoint ? goOnFrom(std::move(**checkpoint)) : Result<void>{};
    }

    Result<void> keepFeatures(const BackboneInfo &backbone)
    {
        const ExtractorSettings settings{m_model.info.layers, m_model.info.intensity, m_request.threads,
                                         m_model.info.tilePx, m_request.device};
        return withFeatureCache(std::move(m_extractor), backbone, settings, m_request.featureCache)
            .map([&](auto &&extractor) { m_extractor = std::forward<decltype(extractor)>(extractor); });
    }

    /// What the run needs whatever its plan; nothing where no size is to be kept.
    Result<std::optional<MemoryNeeds>> measureMemory(std::int64_t initialRows)
    {
        m_model.info.figures.budgetBytes = m_request.memoryBytes;
        if (m_request.memoryBytes == 0)
            return std::nullopt;
        return measureNeeds(m_request, m_model.projection.dim(), initialRows, m_split, *m_extractor, m_context)
            .map([](MemoryNeeds needs) { return std::optional(needs); });
    }

    Result<void> goOnFrom(Checkpoint checkpoint)
    {
        auto restored = m_selection->restoreFrom(checkpoint, m_context.quiet());
        CheckpointFacts &facts = checkpoint.facts;
        if (restored && facts.nextImage > static_cast<std::int64_t>(m_split.train.size()))
            restored = fail(ErrorCode::BadFormat, "the checkpoint has seen more images than there are");
        if (restored && facts.info.versions.size() != m_model.info.versions.size())
            restored = fail(ErrorCode::BadFormat, "the checkpoint has seen other versions of the data set");
        if (!restored)
            return fail(restored.error().code,
                        fmt::format("{}: {}; give what the run began with, or begin anew without --resume",
                                    m_request.checkpointFolder.string(), restored.error().detail));
        m_nextImage = facts.nextImage;
        m_model.info.images = std::move(facts.info.images);
        m_model.info.versions = std::move(facts.info.versions);
        m_model.info.figures = facts.info.figures;
        m_model.info.figures.budgetBytes = m_request.memoryBytes;
        m_earlierS = m_model.info.figures.totalS;
        m_context.notice(fmt::format("goes on after {} of {} images", m_nextImage, m_split.train.size()));
        return {};
    }

    void keepCheckpoint()
    {
        if (!m_checkpoints->due(m_nextImage == static_cast<std::int64_t>(m_split.train.size())))
            return;
        m_model.info.figures.totalS = m_earlierS + m_watch.seconds();
        const Stopwatch writing;
        m_checkpoints->keep(m_selection->viewWith({{}, m_plan, m_nextImage, m_model.info}), m_context);
        m_model.info.figures.checkpointsS += writing.seconds();
    }

    Result<void> showImages()
    {
        const auto total = static_cast<std::int64_t>(m_split.train.size());
        while (m_nextImage < total) {
            m_context.report("features", m_nextImage, total);
            auto shown = showImage(m_request.dataset.images[m_split.train[static_cast<std::size_t>(m_nextImage)]]);
            if (!shown)
                return shown;
            ++m_nextImage;
            keepCheckpoint();
        }
        m_context.report("features", total, total);
        if (m_model.info.figures.images == 0)
            return m_lastProblem.empty()
                       ? fail(ErrorCode::NotFound,
                              fmt::format("all patches of the {} training images are excluded: shorten the list of "
                                          "--exclude, or name fewer --exclude-labels",
                                          total))
                       : fail(ErrorCode::Unreadable,
                              fmt::format("none of the {} training images could be read: {}", total, m_lastProblem));
        return {};
    }

    /// Skips an image that cannot be used, unless the run is strict.
    Result<void> showImage(const ImageRecord &record)
    {
        const std::size_t before = m_model.info.images.size();
        auto shown = showPatches(record);
        if (shown || shown.error().code == ErrorCode::Cancelled)
            return shown;
        if (m_request.strict)
            return fail(shown.error().code, fmt::format("{}: {}", record.id, shown.error().detail));
        // A large image may fail after some of its blocks have been shown: these stay, and it stays listed.
        const bool partly = m_model.info.images.size() != before;
        ++m_model.info.figures.skipped;
        m_lastProblem = shown.error().detail;
        m_context.notice(fmt::format("{} {}: {}", partly ? "used only the upper part of" : "skipped", record.id,
                                     shown.error().detail));
        return {};
    }

    Result<void> showPatches(const ImageRecord &record)
    {
        const Stopwatch watch;
        double coresetS = 0.0;
        const PatchRef image{static_cast<std::int32_t>(m_model.info.versions.size() - 1),
                             static_cast<std::int32_t>(m_model.info.images.size()), 0, 0};
        bool listed = false;
        const auto show = [&](const FeatureMatrix &features, std::span<const PatchRef> origins) -> Result<void> {
            const Stopwatch showing;
            if (!listed)
                addImage(m_model.info, record.id);
            listed = true;
            m_model.info.figures.patches += features.rows();
            auto added = m_selection->add(features, origins, m_context.quiet());
            coresetS += showing.seconds();
            return added;
        };
        auto shown = m_images->show(record, image, show, m_context);
        m_model.info.figures.coresetS += coresetS;
        m_model.info.figures.featuresS += watch.seconds() - coresetS;
        m_model.info.figures.images = m_model.info.versions.back().images;
        if (shown && !listed)
            m_context.notice(fmt::format("all of {} is excluded", record.id));
        return shown;
    }

    Result<void> selectBank()
    {
        const Stopwatch watch;
        m_context.report("coreset", 0, 1);
        auto coreset = m_selection->finish(m_context);
        if (!coreset)
            return failFrom(std::move(coreset));
        m_model.bank = std::move(coreset->rows);
        m_model.origins = std::move(coreset->origins);
        m_model.support.assign(static_cast<std::size_t>(m_model.bank.rows()), -1);
        if (m_model.bank.rows() < m_request.coreset.bankSize)
            m_context.notice(fmt::format("the bank holds {} rows, not {}: there were no more patches that differ",
                                         m_model.bank.rows(), m_request.coreset.bankSize));
        m_model.info.figures.coresetS += watch.seconds();
        return measureCoverage().and_then([&] { return countSupport(); });
    }

    Result<void> countSupport()
    {
        const Stopwatch watch;
        auto counted =
            supportPass(m_model, m_model.info.figures.coverageP999, m_request, *m_images, m_split, m_context);
        m_model.info.figures.supportS = watch.seconds();
        return m_model.info.droppedRows > 0 ? counted.and_then([&] { return measureCoverage(); }) : counted;
    }

    Result<void> measureCoverage()
    {
        m_context.report("coverage", 0, 1);
        auto coverage = m_selection->coverageOfBank(m_model.bank, m_request.threads, m_context.quiet());
        if (!coverage)
            return failFrom(std::move(coverage));
        m_model.info.figures.coverageRadius = coverage->radius;
        m_model.info.figures.coverageP999 = coverage->p999;
        m_model.info.figures.coverageMean = coverage->mean;
        return {};
    }

    Result<void> calibrate()
    {
        m_images.reset();
        m_extractor.reset();
        m_selection.reset();
        return calibrateModel(m_model,
                              {m_request.dataset, m_split.heldOut, m_request.backboneFolder, m_request.strict,
                               m_request.threads, m_request.featureCache, m_request.device},
                              m_context);
    }

    const TrainRequest &m_request;
    const JobContext &m_context;
    Stopwatch m_watch;
    TrainingSplit m_split;
    Model m_model;
    std::unique_ptr<FeatureExtractor> m_extractor;
    ExcludedRegions m_excluded;
    WorkingPlan m_plan;
    std::optional<TrainingImages> m_images;
    std::optional<BankSelection> m_selection;
    std::string m_lastProblem;
    std::int64_t m_nextImage = 0; ///< in m_split.train
    std::optional<CheckpointKeeper> m_checkpoints;
    double m_earlierS = 0.0; ///< that runs before a resume took
};

} // namespace

Result<Model> train(const TrainRequest &request, const JobContext &context)
{
    return TrainingRun(request, context).run();
}

} // namespace patina
