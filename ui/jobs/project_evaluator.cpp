#include "ui/jobs/project_evaluator.h"

#include "core/image/image_source.h"
#include "core/project/project_settings.h"

#include <algorithm>
#include <map>
#include <utility>

namespace patina {

namespace {

constexpr int pauseMs = 400;

/// What is there of an image when the job begins.
struct KnownImage
{
    std::filesystem::path path;
    ImageState state = ImageState::NotScored;
    std::string sha256;
    std::shared_ptr<const Inspection> held;
};

struct MapShelf
{
    std::shared_ptr<const Scorer> scorer;
    std::shared_ptr<InspectionCache> cache;
    std::map<std::string, KnownImage> images; ///< by id

    Result<ScoredMap> open(const ProjectImage &image, const JobContext &context) const
    {
        const auto found = images.find(image.id);
        if (found == images.end() || found->second.state == ImageState::NotScored)
            return fail(ErrorCode::NotFound, "it has not been scored");
        const KnownImage &known = found->second;
        if (known.state == ImageState::Failed)
            return fail(ErrorCode::Unreadable, "scoring it failed");
        if (!image.sha256.empty() && !known.sha256.empty() && image.sha256 != known.sha256)
            return fail(ErrorCode::Unsupported, "the file has changed since it was added to the project");
        auto inspection = known.held ? Result<Inspection>(*known.held)
                          : cache    ? cache->get(scorer->model().hash, known.sha256, context)
                                     : fail(ErrorCode::NotFound, {});
        if (!inspection && inspection.error().code == ErrorCode::Cancelled)
            return failFrom(std::move(inspection));
        if (!inspection)
            return fail(ErrorCode::NotFound, "its score map was not kept: score it again");
        const auto info = probeImage(known.path);
        if (!info)
            return tl::unexpected(info.error());
        const auto shared = std::make_shared<const Inspection>(*std::move(inspection));
        const auto render = [scorer = scorer, shared, context](const MapRowSink &sink) {
            return scorer->renderRows(*shared, sink, context.quiet());
        };
        return ScoredMap{info->size(), shared->mapSize, render};
    }
};

} // namespace

ProjectEvaluator::ProjectEvaluator(Document *document, ProjectDocument *project, QThreadPool *pool, QObject *parent)
    : QObject(parent), m_document(document), m_project(project), m_job(pool)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseMs);
    connect(&m_soon, &QTimer::timeout, this, &ProjectEvaluator::start);
    connect(&m_job, &JobRunnerBase::runningChanged, this, &ProjectEvaluator::staleChanged);
    connect(project, &ProjectDocument::labelsChanged, this, &ProjectEvaluator::change);
    connect(project, &ProjectDocument::zonesChanged, this, &ProjectEvaluator::change);
    connect(project, &ProjectDocument::classesChanged, this, &ProjectEvaluator::change);
    connect(project, &ProjectDocument::imagesChanged, this, &ProjectEvaluator::change);
    connect(project, &ProjectDocument::readerChanged, this, &ProjectEvaluator::forget);
    connect(project, &ProjectDocument::projectAboutToChange, this, &ProjectEvaluator::forget);
    connect(project, &ProjectDocument::projectChanged, this, &ProjectEvaluator::forget);
    connect(document, &Document::resultChanged, this, &ProjectEvaluator::change);
    connect(document, &Document::resultsReset, this, &ProjectEvaluator::forget);
}

void ProjectEvaluator::setScorer(std::shared_ptr<Scorer> scorer)
{
    m_scorer = std::move(scorer);
    forget();
}

void ProjectEvaluator::setWanted(bool wanted)
{
    m_wanted = wanted;
    if (wanted && m_stale && !running())
        m_soon.start(0);
}

bool ProjectEvaluator::possible() const
{
    return m_scorer && m_project->isOpen() && !m_project->isBlind();
}

void ProjectEvaluator::change()
{
    m_stale = true;
    if (m_job.running())
        m_job.abandon();
    if (m_wanted && possible())
        m_soon.start(pauseMs);
    emit staleChanged();
}

void ProjectEvaluator::forget()
{
    m_latest.reset();
    m_error.reset();
    m_soon.stop();
    change();
    emit evaluated();
}

OpenMap ProjectEvaluator::openMap()
{
    auto shelf = std::make_shared<MapShelf>(MapShelf{m_scorer, m_cache, {}});
    for (int row = 0; row < m_document->imageCount(); ++row) {
        const ImageResult &result = m_document->result(row);
        const bool scored = result.state == ImageState::Scored && result.stamp.modelHash == m_scorer->model().hash;
        const bool known = scored || result.state == ImageState::Failed;
        shelf->images[m_document->image(row).id] = {
            m_document->image(row).path, known ? result.state : ImageState::NotScored, result.stamp.imageSha256,
            scored ? m_document->inspection(row) : nullptr};
    }
    return [shelf](const ProjectImage &image, const JobContext &context) { return shelf->open(image, context); };
}

std::optional<ProjectEvaluationRequest> ProjectEvaluator::request()
{
    if (!possible())
        return std::nullopt;
    const ModelInfo &model = m_scorer->model();
    ProjectEvaluationRequest request;
    request.contents = std::make_shared<ProjectContents>(m_project->contents());
    request.reader = m_project->reader().toStdString();
    request.policies = differingPolicies(labelClassesOf(*request.contents));
    const ScoreRange own = m_scorer->range();
    request.settings.reviewThreshold = own.review.value_or(1.0);
    request.settings.rejectThreshold = own.reject.value_or(request.settings.reviewThreshold);
    if (const auto mm = mmPerPixelOf(*request.contents))
        request.settings.mmPerPixel = *mm / std::min(1.0, model.scale);
    request.modelHash = model.hash;
    request.usedByModel.insert(model.images.begin(), model.images.end());
    request.usedByModel.insert(model.heldOutImages.begin(), model.heldOutImages.end());
    request.openMap = openMap();
    request.store = m_store;
    return request;
}

void ProjectEvaluator::start()
{
    auto asked = request();
    if (!asked)
        return;
    m_stale = false;
    m_job.start(
        [request = *std::move(asked)](const JobContext &context) {
            return evaluateProject(request, context).map([](ProjectEvaluation &&evaluation) {
                return std::make_shared<const ProjectEvaluation>(std::move(evaluation));
            });
        },
        [this](Result<Answer> answer) {
            const bool cancelled = !answer && answer.error().code == ErrorCode::Cancelled;
            m_stale = cancelled;
            if (answer) {
                m_latest = *std::move(answer);
                m_error.reset();
            } else if (!cancelled) {
                m_latest.reset();
                m_error = std::move(answer.error());
            }
            emit evaluated();
            emit staleChanged();
        });
}

} // namespace patina
