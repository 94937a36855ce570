#include "core/pipeline/trainer.h"

#include "core/base/stopwatch.h"
#include "core/base/system.h"
#include "core/pipeline/bank_selection.h"
#include "core/pipeline/calibration.h"
#include "core/pipeline/checkpoint_keeper.h"
#include "core/pipeline/dataset_versions.h"
#include "core/pipeline/image_blocks.h"
#include "core/pipeline/memory_probe.h"
#include "core/pipeline/run_settings.h"
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
        m_checkpoints.emplace(m_request.checkpointFolder, runSettings(m_request, m_model.info, m_split));
        auto checkpoint = m_checkpoints->begin(m_request.resume, m_context);
        if (!checkpoint)
            return failFrom(std::move(checkpoint));
        if (auto planned = planMemory(setup->initial ? setup->initial->rows.rows() : 0, *checkpoint); !planned)
            return planned;
        CoresetSettings settings = m_request.coreset;
        settings.workingFactor = m_plan.workingFactor;
        auto selection = BankSelection::create(settings, m_model.projection, m_request.sample, m_plan.coveragePatches,
                                               std::move(setup->initial), m_context.quiet());
        if (!selection)
            return failFrom(std::move(selection));
        m_selection.emplace(std::move(*selection));
        return *checkpoint ? goOnFrom(std::move(**checkpoint)) : Result<void>{};
    }

    /// A run that goes on keeps the plan it began with.
    Result<void> planMemory(std::int64_t initialRows, const std::optional<Checkpoint> &checkpoint)
    {
        m_plan = checkpoint ? checkpoint->plan : WorkingPlan{};
        m_model.info.figures.budgetBytes = m_request.memoryBytes;
        if (m_request.memoryBytes == 0)
            return {};
        auto needs = measureNeeds(m_request, m_model.projection.dim(), initialRows, m_split, *m_extractor, m_context);
        if (!needs)
            return failFrom(std::move(needs));
        if (!checkpoint) {
            auto plan = planWithin(m_request.memoryBytes, *needs);
            if (!plan)
                return failFrom(std::move(plan));
            m_plan = *plan;
        } else if (const auto bytes = peakBytesOf(m_plan, *needs); bytes > m_request.memoryBytes) {
            return fail(ErrorCode::BadArgument,
                        fmt::format("the run that goes on needs {}, not {}: give --memory {}MiB", mebibytes(bytes),
                                    mebibytes(m_request.memoryBytes), (bytes >> 20) + 1));
        }
        m_context.notice(fmt::format("planned to stay below {} of {}: blocks of {}, working set of {} rows a bank row",
                                     mebibytes(peakBytesOf(m_plan, *needs)), mebibytes(m_request.memoryBytes),
                                     mebibytes(m_plan.blockBytes), m_plan.workingFactor));
        return {};
    }

    Result<void> goOnFrom(Checkpoint checkpoint)
    {
        auto restored = m_selection->restoreFrom(checkpoint, m_context.quiet());
        if (restored && checkpoint.nextImage > static_cast<std::int64_t>(m_split.train.size()))
            restored = fail(ErrorCode::BadFormat, "the checkpoint has seen more images than there are");
        if (restored && checkpoint.info.versions.size() != m_model.info.versions.size())
            restored = fail(ErrorCode::BadFormat, "the checkpoint has seen other versions of the data set");
        if (!restored)
            return fail(restored.error().code,
                        fmt::format("{}: {}; start anew without --resume", m_request.checkpointFolder.string(),
                                    restored.error().detail));
        m_nextImage = checkpoint.nextImage;
        m_model.info.images = std::move(checkpoint.info.images);
        m_model.info.versions = std::move(checkpoint.info.versions);
        m_model.info.figures = checkpoint.info.figures;
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
        Checkpoint checkpoint;
        checkpoint.plan = m_plan;
        checkpoint.nextImage = m_nextImage;
        checkpoint.info = m_model.info;
        m_selection->saveTo(checkpoint);
        m_checkpoints->keep(std::move(checkpoint), m_context);
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
            return fail(ErrorCode::Unreadable,
                        fmt::format("none of the {} training images could be read: {}", total, m_lastProblem));
        return {};
    }

    /// Skips an image that cannot be used, unless the run is strict.
    Result<void> showImage(const ImageRecord &record)
    {
        auto source = openForTraining(record);
        const std::size_t before = m_model.info.images.size();
        auto shown = source ? showPatches(**source, record.id) : tl::unexpected(source.error());
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

    Result<std::unique_ptr<ImageSource>> openForTraining(const ImageRecord &record) const
    {
        auto source = openImage(record.path);
        if (!source)
            return source;
        if ((*source)->info().bitDepth != m_model.info.bitDepth)
            return fail(ErrorCode::Unsupported, fmt::format("it has {} bits a channel, most training images have {}",
                                                            (*source)->info().bitDepth, m_model.info.bitDepth));
        return m_request.scale < 1.0 ? scaledImage(std::move(*source), m_request.scale) : std::move(source);
    }

    Result<void> showPatches(ImageSource &source, const std::string &id)
    {
        const Stopwatch watch;
        double coresetS = 0.0;
        const auto show = [&](const ImageBlock &block) -> Result<void> {
            const Stopwatch showing;
            if (block.firstRow == 0)
                addImage(m_model.info, id);
            auto shown = showBlock(block);
            coresetS += showing.seconds();
            return shown;
        };
        auto extracted = forEachBlock(*m_extractor, source, m_plan.blockBytes, show, m_context);
        m_model.info.figures.coresetS += coresetS;
        m_model.info.figures.featuresS += watch.seconds() - coresetS;
        m_model.info.figures.images = m_model.info.versions.back().images;
        return extracted;
    }

    Result<void> showBlock(const ImageBlock &block)
    {
        // The two reservoirs take whatever they are given.
        if (firstNonFiniteRow(block.features)) {
            if (block.firstRow == 0)
                dropLastImage(m_model.info);
            return fail(ErrorCode::BadArgument, "the backbone gives a feature that is not finite");
        }
        const auto version = static_cast<std::int32_t>(m_model.info.versions.size() - 1);
        const auto image = static_cast<std::int32_t>(m_model.info.images.size() - 1);
        m_model.info.figures.patches += block.features.rows();
        return m_selection->add(block.features, originsOf(block, version, image), m_context.quiet());
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
        return measureCoverage();
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
        m_extractor.reset();
        return calibrateModel(
            m_model,
            {m_request.dataset, m_split.heldOut, m_request.backboneFolder, m_request.strict, m_request.threads},
            m_context);
    }

    const TrainRequest &m_request;
    const JobContext &m_context;
    Stopwatch m_watch;
    TrainingSplit m_split;
    Model m_model;
    std::unique_ptr<FeatureExtractor> m_extractor;
    WorkingPlan m_plan;
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
