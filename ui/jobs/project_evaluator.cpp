#include "ui/jobs/project_evaluator.h"

#include "core/pipeline/known_content.h"
#include "core/project/counting_rules.h"
#include "core/project/project_settings.h"
#include "core/project/project_thresholds.h"

#include <algorithm>
#include <utility>

namespace patina {

namespace {

constexpr int pauseMs = 400;

} // namespace

ProjectEvaluator::ProjectEvaluator(Document *document, ProjectDocument *project, QThreadPool *pool, QObject *parent)
    : QObject(parent), m_document(document), m_project(project), m_job(pool)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseMs);
    connect(&m_soon, &QTimer::timeout, this, &ProjectEvaluator::start);
    connect(&m_job, &JobRunnerBase::runningChanged, this, &ProjectEvaluator::staleChanged);
    connect(project, &ProjectDocument::labelsChanged, this, &ProjectEvaluator::change);
    connect(project, &ProjectDocument::countingChanged, this, &ProjectEvaluator::change);
    connect(project, &ProjectDocument::classesChanged, this, &ProjectEvaluator::change);
    connect(project, &ProjectDocument::imagesChanged, this, &ProjectEvaluator::change);
    connect(project, &ProjectDocument::readerChanged, this, &ProjectEvaluator::forget);
    connect(project, &ProjectDocument::projectAboutToChange, this, &ProjectEvaluator::forget);
    connect(project, &ProjectDocument::projectChanged, this, &ProjectEvaluator::forget);
    connect(project, &ProjectDocument::settingsChanged, this, [this] {
        if (m_project->isOpen() && m_latest && m_mmPerPixel != mmPerPixelOf(m_project->contents()))
            change();
    });
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
    // What runs goes on: else decisions that follow each other quickly would never let it end.
    if (m_wanted && possible() && !m_job.running())
        m_soon.start(pauseMs);
    emit staleChanged();
}

void ProjectEvaluator::forget()
{
    m_latest.reset();
    m_kept = std::make_shared<KeptFigures>(); // what runs still has the one before
    m_error.reset();
    m_soon.stop();
    m_job.abandon();
    change();
    emit evaluated();
}

OpenMap ProjectEvaluator::openMap()
{
    auto filled = shelf(m_scorer->model().hash);
    filled->render = [scorer = m_scorer](const Inspection &inspection, const MapRowSink &sink,
                                         const JobContext &context) {
        return scorer->renderRows(inspection, sink, context);
    };
    return [filled](const ProjectImage &image, const JobContext &context) { return filled->open(image, context); };
}

std::shared_ptr<MapShelf> ProjectEvaluator::shelf(const std::string &modelHash)
{
    const std::string open = m_scorer ? m_scorer->model().hash : std::string();
    auto filled = std::make_shared<MapShelf>(MapShelf{modelHash, {}, m_cache, {}});
    for (int row = 0; row < m_document->imageCount(); ++row) {
        const ImageResult &result = m_document->result(row);
        ShelvedImage known{m_document->image(row).path, ImageState::NotScored, result.stamp.imageSha256, nullptr};
        const bool scored = result.state == ImageState::Scored && result.stamp.modelHash == open;
        if (modelHash != open)
            known.state = known.sha256.empty() ? ImageState::NotScored : ImageState::Scored;
        else if (scored || result.state == ImageState::Failed)
            known.state = result.state;
        if (modelHash == open && scored)
            known.held = m_document->heldInspection(row);
        filled->images[m_document->image(row).id] = std::move(known);
    }
    return filled;
}

std::optional<ProjectEvaluationRequest> ProjectEvaluator::request()
{
    if (!possible())
        return std::nullopt;
    const ModelInfo &model = m_scorer->model();
    ProjectEvaluationRequest request;
    request.contents = std::make_shared<ProjectContents>(m_project->contents());
    request.reader = m_project->reader().toStdString();
    // In an order that does not change with the policy in use: what was evaluated is kept by it.
    const std::vector<LabelClass> classes = labelClassesOf(*request.contents);
    request.policies = differingPolicies(classes);
    if (const LabelPolicy used = policyOf(*request.contents); policyIndex(request.policies, used, classes) < 0)
        request.policies.push_back(used);
    request.settings.bootstrap.resamples = 0; // the window shows Wilson intervals
    request.withSegF1 = false;                // nor SegF1, which would take the maps of all validation images
    const ScoreRange own = m_scorer->range();
    request.settings.reviewThreshold = own.review.value_or(1.0);
    request.settings.rejectThreshold = own.reject.value_or(request.settings.reviewThreshold);
    request.settings.minAreaPx = minAreaOnMap(minimumAreaOf(*request.contents), model.scale);
    request.countingFloor = countingFloor(model.scoreScale);
    if (const auto mm = mmPerPixelOf(*request.contents))
        request.settings.mmPerPixel = *mm / std::min(1.0, model.scale);
    request.modelHash = model.hash;
    request.usedByModel = usedImagesOf(model);
    request.openMap = openMap();
    request.store = m_store;
    request.kept = m_kept;
    return request;
}

void ProjectEvaluator::start()
{
    auto asked = request();
    if (!asked)
        return;
    m_stale = false;
    m_mmPerPixel = mmPerPixelOf(*asked->contents);
    m_job.start(
        [request = *std::move(asked)](const JobContext &context) {
            return evaluateProject(request, context).map([](ProjectEvaluation &&evaluation) {
                return std::make_shared<const ProjectEvaluation>(std::move(evaluation));
            });
        },
        [this](Result<Answer> answer) {
            const bool cancelled = !answer && answer.error().code == ErrorCode::Cancelled;
            m_stale = m_stale || cancelled;
            if (answer) {
                m_latest = *std::move(answer);
                m_error.reset();
            } else if (!cancelled) {
                m_latest.reset();
                m_error = std::move(answer.error());
            }
            if (m_stale && !cancelled && m_wanted && possible())
                m_soon.start(pauseMs);
            emit evaluated();
            emit staleChanged();
        });
}

} // namespace patina
