#include "core/pipeline/bank_run.h"

#include "core/pipeline/dataset_versions.h"
#include "core/pipeline/known_content.h"

#include <fmt/format.h>

namespace patina {

Result<SelectedBank> BankRun::run(std::optional<InitialBank> initial, bool resume, const PlanRun &planned)
{
    return begin(std::move(initial), resume, planned).and_then([&] { return showImages(); }).and_then([&] {
        return select();
    });
}

Result<void> BankRun::begin(std::optional<InitialBank> initial, bool resume, const PlanRun &planned)
{
    m_model.info = m_parts.info;
    m_model.projection = m_parts.projection;
    const auto accept = [&](const WorkingPlan &begun) {
        return planned(begun, JobContext()).map([](const WorkingPlan &) {});
    };
    auto checkpoint = m_checkpoints.begin(resume, initial ? initial->rows.rows() : 0, accept, m_context);
    if (!checkpoint)
        return failFrom(std::move(checkpoint));
    auto plan = planned(*checkpoint ? std::optional((*checkpoint)->facts.plan) : std::nullopt, m_context);
    if (!plan)
        return failFrom(std::move(plan));
    m_plan = *plan;
    const TrainRequest &request = m_parts.request;
    if (request.coreset.strategy == CoresetStrategy::Reservoir)
        m_model.info.reservoirRows = m_plan.reservoirRows;
    m_images.emplace(request, m_parts.excluded, m_parts.extractor, m_model.info.bitDepth, m_plan.blockBytes);
    CoresetSettings settings = request.coreset;
    settings.workingFactor = m_plan.workingFactor;
    settings.reservoirRows = m_plan.reservoirRows;
    auto selection = BankSelection::create(settings, m_model.projection, request.sample, m_plan.coveragePatches,
                                           std::move(initial), m_context.quiet());
    if (!selection)
        return failFrom(std::move(selection));
    m_selection.emplace(std::move(*selection));
    return *checkpoint ? goOnFrom(std::move(**checkpoint)) : Result<void>{};
}

Result<void> BankRun::goOnFrom(Checkpoint checkpoint)
{
    auto restored = m_selection->restoreFrom(checkpoint, m_context.quiet());
    CheckpointFacts &facts = checkpoint.facts;
    if (restored && facts.nextImage > static_cast<std::int64_t>(m_shown.size()))
        restored = fail(ErrorCode::BadFormat, "the checkpoint has seen more images than there are");
    if (restored && facts.info.versions.size() != m_model.info.versions.size())
        restored = fail(ErrorCode::BadFormat, "the checkpoint has seen other versions of the data set");
    if (!restored)
        return fail(restored.error().code,
                    fmt::format("{}: {}; give what the run began with, or begin anew without --resume",
                                m_parts.request.checkpointFolder.string(), restored.error().detail));
    m_nextImage = facts.nextImage;
    m_model.info.images = std::move(facts.info.images);
    m_model.info.imageDigests = std::move(facts.info.imageDigests);
    m_model.info.versions = std::move(facts.info.versions);
    m_model.info.figures = facts.info.figures;
    m_model.info.figures.budgetBytes = m_parts.request.memoryBytes;
    m_earlierS = m_model.info.figures.totalS;
    m_context.notice(fmt::format("goes on after {} of {} images", m_nextImage, m_shown.size()));
    return {};
}

void BankRun::keepCheckpoint()
{
    if (!m_checkpoints.due(m_nextImage == static_cast<std::int64_t>(m_shown.size())))
        return;
    m_model.info.figures.totalS = m_earlierS + m_watch.seconds();
    const Stopwatch writing;
    m_checkpoints.keep(m_selection->viewWith({{}, m_plan, m_nextImage, m_model.info}), m_context);
    m_model.info.figures.checkpointsS += writing.seconds();
}

Result<void> BankRun::showImages()
{
    const auto total = static_cast<std::int64_t>(m_shown.size());
    while (m_nextImage < total) {
        m_context.report({"features", m_nextImage, total, m_model.info.figures.patches, m_selection->radiusL2()});
        const auto record = [&](std::int64_t number) {
            return &m_parts.request.dataset.images[m_shown[static_cast<std::size_t>(number)]];
        };
        auto shown = showImage(*record(m_nextImage), m_nextImage + 1 < total ? record(m_nextImage + 1) : nullptr);
        if (!shown)
            return shown;
        ++m_nextImage;
        keepCheckpoint();
    }
    m_context.report("features", total, total);
    return {};
}

/// Skips an image that cannot be used, unless the run is strict.
Result<void> BankRun::showImage(const ImageRecord &record, const ImageRecord *next)
{
    const std::size_t before = m_model.info.images.size();
    auto shown = showPatches(record, next);
    if (shown || shown.error().code == ErrorCode::Cancelled)
        return shown;
    if (m_parts.request.strict)
        return fail(shown.error().code, fmt::format("{}: {}", record.id, shown.error().detail));
    // A large image may fail after some of its blocks have been shown: these stay, and it stays listed.
    const bool partly = m_model.info.images.size() != before;
    ++m_model.info.figures.skipped;
    m_lastProblem = shown.error().detail;
    m_context.notice(
        fmt::format("{} {}: {}", partly ? "used only the upper part of" : "skipped", record.id, shown.error().detail));
    return {};
}

Result<void> BankRun::showPatches(const ImageRecord &record, const ImageRecord *next)
{
    const Stopwatch watch;
    double coresetS = 0.0;
    const PatchRef image{static_cast<std::int32_t>(m_model.info.versions.size() - 1),
                         static_cast<std::int32_t>(m_model.info.images.size()), 0, 0};
    bool listed = false;
    const auto show = [&](const FeatureMatrix &features, std::span<const PatchRef> origins) -> Result<void> {
        const Stopwatch showing;
        if (!listed)
            addImage(m_model.info, record.id, {});
        listed = true;
        m_model.info.figures.patches += features.rows();
        auto added = m_selection->add(features, origins, m_context.quiet());
        coresetS += showing.seconds();
        return added;
    };
    auto shown = m_images->show(record, next, image, show, m_context);
    if (listed) {
        auto digest = digestOfFile(record.path, m_context);
        if (!digest)
            return failFrom(std::move(digest));
        m_model.info.imageDigests.back() = *std::move(digest);
    }
    m_model.info.figures.coresetS += coresetS;
    m_model.info.figures.featuresS += watch.seconds() - coresetS;
    m_model.info.figures.images = m_model.info.versions.back().images;
    if (shown && !listed)
        m_context.notice(fmt::format("all of {} is excluded", record.id));
    return shown;
}

Result<SelectedBank> BankRun::select()
{
    m_model.info.figures.totalS = m_earlierS;
    if (m_model.info.figures.images == 0)
        return SelectedBank{std::move(m_model), {}, std::move(m_lastProblem)};
    const Stopwatch watch;
    m_context.report("coreset", 0, 1);
    auto coreset = m_selection->finish(m_context);
    if (!coreset)
        return failFrom(std::move(coreset));
    m_model.bank = std::move(coreset->rows);
    m_model.origins = std::move(coreset->origins);
    m_model.support.assign(static_cast<std::size_t>(m_model.bank.rows()), -1);
    m_model.info.figures.coresetS += watch.seconds();
    return SelectedBank{std::move(m_model), m_selection->takeCoveragePatches(), std::move(m_lastProblem)};
}

} // namespace patina
