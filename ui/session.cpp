#include "ui/session.h"

#include "ui/jobs/eta.h"
#include "ui/jobs/flagged_regions.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

#include <QTimer>

namespace patina {

namespace {

constexpr int kQuickLoadMs = 150;

Result<std::shared_ptr<const MapView>> makeMapView(const Scorer &scorer, const Inspection &inspection, QSize imageSize,
                                                   const JobContext &context)
{
    auto map = scorer.renderMap(inspection, context);
    if (!map)
        return failFrom(std::move(map));
    auto view = std::make_shared<MapView>();
    view->mapSize = map->size();
    if (const auto review = scorer.range().review) {
        auto found = flaggedRegions(*map, *review, {imageSize.width(), imageSize.height()}, context);
        if (!found)
            return failFrom(std::move(found));
        view->regions = *std::move(found);
    }
    return HeatLayer::create(*map, imageSize, context).map([&](std::shared_ptr<const HeatLayer> &&heat) {
        view->heat = std::move(heat);
        return std::shared_ptr<const MapView>(std::move(view));
    });
}

} // namespace

Session::Session(std::shared_ptr<const InspectionEngine> engine, QObject *parent)
    : QObject(parent), m_engine(std::move(engine)), m_review(&m_project), m_folderJob(&m_imagePool),
      m_projectJob(&m_imagePool), m_modelJob(&m_imagePool), m_imageJob(&m_imagePool), m_heatJob(&m_imagePool),
      m_cacheJob(&m_imagePool), m_queue(&m_enginePool), m_results(&m_document, &m_project, &m_imagePool),
      m_keeper(&m_project), m_thumbnails(m_engine, &m_thumbnailPool)
{
    m_enginePool.setMaxThreadCount(1); // one engine job at a time; it has threads of its own
    m_thumbnailPool.setMaxThreadCount(1);
    m_thumbnailPool.setThreadPriority(QThread::LowPriority);
    connectJobs();
    connectKeepers();
}

Session::~Session() = default;

void Session::connectJobs()
{
    for (JobRunnerBase *runner :
         {static_cast<JobRunnerBase *>(&m_folderJob), static_cast<JobRunnerBase *>(&m_projectJob),
          static_cast<JobRunnerBase *>(&m_modelJob)})
        connect(runner, &JobRunnerBase::progressed, this, [this](const JobProgress &progress) {
            m_openProgress = progress;
            tellActivity();
        });
    for (JobRunnerBase *runner :
         {static_cast<JobRunnerBase *>(&m_folderJob), static_cast<JobRunnerBase *>(&m_projectJob),
          static_cast<JobRunnerBase *>(&m_modelJob), static_cast<JobRunnerBase *>(&m_imageJob),
          static_cast<JobRunnerBase *>(&m_heatJob)})
        connect(runner, &JobRunnerBase::runningChanged, this, &Session::checkSoon);
    connect(&m_projectJob, &JobRunnerBase::noticed, this, [this](const QString &sentence) {
        emit messaged({Message::Kind::Notice, sentence});
    });
    connect(&m_queue, &ScoringQueue::started, this, &Session::checkSoon);
    connect(&m_queue, &ScoringQueue::progressed, this, &Session::tellActivity);
    connect(&m_queue, &ScoringQueue::scored, this,
            [this](const ResultStamp &stamp, const Inspection &inspection) { m_document.putScore(stamp, inspection); });
    connect(&m_queue, &ScoringQueue::failed, this, &Session::scoringFailed);
    connect(&m_queue, &ScoringQueue::finished, this, &Session::scoringFinished);
    connect(&m_thumbnails, &ThumbnailLoader::idle, this, &Session::checkSoon);
    connect(&m_document, &Document::resultsReset, this, [this] { showMap(nullptr); });
    connect(&m_document, &Document::resultChanged, this, [this](int row) {
        if (row == m_row)
            startHeat();
    });
}

bool Session::idle() const
{
    return !m_folderJob.running() && !m_projectJob.running() && !m_modelJob.running() && !m_imageJob.running() &&
           !m_heatJob.running() && !m_cacheJob.running() && !m_results.running() && !m_queue.running() &&
           !m_thumbnails.running();
}

void Session::openFolder(const QString &folder)
{
    m_projectJob.abandon(); // what was asked for last is shown
    m_openProgress.reset();
    const auto job = [engine = m_engine, path = pathOf(folder)](const JobContext &context) {
        return engine->openFolder(path, context);
    };
    m_folderJob.start(job, [this, folder](Result<Dataset> dataset) { takeFolder(std::move(dataset), folder); });
}

void Session::takeFolder(Result<Dataset> dataset, const QString &folder)
{
    if (!dataset) {
        complain(tr("The folder %1 was not opened. %2").arg(folder, Text::error(dataset.error())));
        return;
    }
    const std::size_t problems = dataset->problems.size();
    m_project.close();
    showDataset(*std::move(dataset));
    if (problems > 0) {
        const QString first = QString::fromStdString(m_document.dataset().problems.front().detail);
        const auto count = static_cast<int>(problems);
        emit messaged({Message::Kind::Notice,
                       tr("%n problems were found in the folder; the first: %1", nullptr, count).arg(first)});
    }
}

void Session::showDataset(Dataset dataset)
{
    m_queue.cancel();
    m_thumbnails.clear();
    showRow(-1);
    m_document.setDataset(std::move(dataset));
    if (m_document.hasImages())
        showRow(0);
}

void Session::openModel(const QString &file)
{
    m_keptModel.clear();
    m_openProgress.reset();
    const auto job = [engine = m_engine, path = pathOf(file)](const JobContext &context) {
        return engine->openModel(path, context);
    };
    m_modelJob.start(job, [this, file](Result<std::shared_ptr<Scorer>> scorer) { takeModel(std::move(scorer), file); });
}

void Session::takeModel(Result<std::shared_ptr<Scorer>> scorer, const QString &file)
{
    if (isNotKeptModel(scorer, file))
        return;
    if (!scorer) {
        complain(tr("The model %1 was not opened. %2").arg(fileNameOf(pathOf(file)), Text::error(scorer.error())));
        return;
    }
    m_heatJob.abandon();
    m_scorer = *std::move(scorer);
    m_queue.setScorer(m_scorer);
    m_document.setModel(m_scorer->model(), file, m_scorer->range());
    if (!m_scorer->range().calibrated())
        emit messaged({Message::Kind::Notice, tr("The model is not calibrated: it gives scores, but no verdicts.")});
    m_results.load();
    startHeat();
}

void Session::showRow(int row)
{
    if (row == m_row && row >= 0)
        return;
    m_row = row;
    m_image.reset();
    m_imageJob.abandon();
    m_heatJob.abandon();
    m_cacheJob.abandon();
    m_review.clear();
    emit currentChanged(row);
    if (row < 0)
        return;
    const auto path = m_document.image(row).path;
    QTimer::singleShot(kQuickLoadMs, this, [this, row, path] {
        if (m_row == row && m_imageJob.running())
            emit imageLoading(fileNameOf(path));
    });
    const auto job = [engine = m_engine,
                      path](const JobContext &context) -> Result<std::shared_ptr<const DisplayImage>> {
        auto source = engine->openImage(path, context);
        if (!source)
            return failFrom(std::move(source));
        return DisplayImage::load(**source, context);
    };
    m_imageJob.start(job,
                     [this, row, revision = imageRevisionOf(path)](Result<std::shared_ptr<const DisplayImage>> image) {
                         takeImage(std::move(image), row, revision);
                     });
}

void Session::takeImage(Result<std::shared_ptr<const DisplayImage>> image, int row, const ImageRevision &revision)
{
    if (!image) {
        const QString reason = Text::error(image.error());
        m_document.putFailure({{}, m_document.image(row).path, revision}, image.error());
        emit imageFailed(reason);
        complain(tr("%1 cannot be shown. %2").arg(fileNameOf(m_document.image(row).path), reason));
        return;
    }
    m_image = *std::move(image);
    m_document.checkRevision(row, revision);
    emit imageShown(m_image);
    startHeat();
}

void Session::startHeat()
{
    if (!m_image || m_row < 0)
        return;
    m_heatJob.abandon();
    m_cacheJob.abandon();
    if (!m_scorer || m_document.result(m_row).state != ImageState::Scored)
        return showMap(nullptr);
    const auto inspection = m_document.inspection(m_row);
    if (!inspection) // dropped to save memory, or of another day
        return fetchInspection();
    const auto job = [scorer = m_scorer, inspection, size = m_image->size()](const JobContext &context) {
        return makeMapView(*scorer, *inspection, size, context);
    };
    m_heatJob.start(job, [this](Result<std::shared_ptr<const MapView>> view) {
        showMap(view.value_or(nullptr));
        if (!view)
            complain(tr("The heatmap cannot be shown. %1").arg(Text::error(view.error())));
    });
}

/// Null: there is none.
void Session::showMap(const std::shared_ptr<const MapView> &view)
{
    if (view && m_row >= 0)
        m_review.show(
            {m_document.image(m_row).id, m_scorer->model().hash, m_scorer->range().review.value_or(0.0), view->mapSize},
            view->regions);
    else
        m_review.clear();
    emit heatChanged(view ? view->heat : nullptr);
}

void Session::cancel()
{
    m_folderJob.abandon();
    m_projectJob.abandon();
    m_modelJob.abandon();
    m_queue.cancel();
}

void Session::tellActivity()
{
    if (m_folderJob.running() || m_projectJob.running() || m_modelJob.running()) {
        const auto p = m_openProgress.value_or(JobProgress{m_modelJob.running() ? "model" : "list", 0, 0});
        emit activityChanged(Activity{Text::stage(p.stage), p.done, p.total, std::nullopt});
    } else if (m_queue.running()) {
        const int done = m_queue.done();
        const int total = m_queue.total();
        emit activityChanged(
            Activity{Text::stage(QStringLiteral("score")), done, total, remainingMs(done, total, m_queue.elapsedMs())});
    } else {
        emit activityChanged(std::nullopt);
    }
}

void Session::checkSoon()
{
    if (m_checkPending)
        return;
    m_checkPending = true;
    const auto check = [this] {
        m_checkPending = false;
        tellActivity();
        if (idle())
            emit becameIdle();
    };
    QMetaObject::invokeMethod(this, check, Qt::QueuedConnection);
}

void Session::complain(const QString &sentence)
{
    emit messaged({Message::Kind::Error, sentence});
}

} // namespace patina
