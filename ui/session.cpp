#include "ui/session.h"

#include "ui/text/path.h"
#include "ui/text/text.h"

#include <utility>

namespace patina {

Session::Session(std::shared_ptr<const InspectionEngine> engine, QObject *parent)
    : QObject(parent), m_engine(std::move(engine)), m_review(&m_project), m_folderJob(&m_imagePool),
      m_projectJob(&m_imagePool), m_modelJob(&m_imagePool), m_imageJob(&m_imagePool), m_growthJob(&m_imagePool),
      m_heatJob(&m_imagePool), m_cacheJob(&m_imagePool), m_queue(&m_enginePool), m_lister(&m_document, &m_enginePool),
      m_results(&m_document, &m_project, &m_imagePool), m_keeper(&m_project),
      m_evaluator(&m_document, &m_project, &m_evaluationPool), m_thumbnails(m_engine, &m_thumbnailPool),
      m_training(m_engine->training(), &m_enginePool, &m_imagePool), m_pyramids(userPyramidCache())
{
    m_enginePool.setMaxThreadCount(1); // one engine job at a time; it has threads of its own
    m_thumbnailPool.setMaxThreadCount(1);
    m_thumbnailPool.setThreadPriority(QThread::LowPriority);
    m_evaluationPool.setMaxThreadCount(1);
    m_evaluationPool.setThreadPriority(QThread::LowPriority);
    m_queue.setRules([this](const std::filesystem::path &image) {
        const int row = m_document.rowOf(image);
        return row >= 0 ? rulesOn(row) : CountingRules();
    });
    m_lister.setRules([this](int row) { return rulesOn(row); });
    connectJobs();
    connectKeepers();
}

Session::~Session() = default;

void Session::connectJobs()
{
    listJobs();
    for (JobRunnerBase *runner :
         {static_cast<JobRunnerBase *>(&m_folderJob), static_cast<JobRunnerBase *>(&m_projectJob),
          static_cast<JobRunnerBase *>(&m_modelJob), static_cast<JobRunnerBase *>(&m_imageJob),
          static_cast<JobRunnerBase *>(&m_growthJob), static_cast<JobRunnerBase *>(&m_heatJob)})
        connect(runner, &JobRunnerBase::runningChanged, this, &Session::checkSoon);
    connect(&m_projectJob, &JobRunnerBase::noticed, this, [this](const QString &sentence) {
        emit messaged({Message::Kind::Notice, sentence});
    });
    connect(&m_queue, &ScoringQueue::started, this, &Session::checkSoon);
    connect(&m_queue, &ScoringQueue::scored, this, &Session::takeScore);
    connect(&m_queue, &ScoringQueue::failed, this, &Session::scoringFailed);
    connect(&m_queue, &ScoringQueue::finished, this, &Session::scoringFinished);
    connect(&m_training, &TrainingRunner::idleChanged, this, &Session::checkSoon);
    connect(&m_training, &TrainingRunner::ended, this,
            [this](const Answer<TrainingOutcome> &outcome) { takeTraining(outcome.result); });
    connect(&m_thumbnails, &ThumbnailLoader::idle, this, &Session::checkSoon);
    connect(&m_evaluator, &ProjectEvaluator::staleChanged, this, &Session::checkSoon);
    connect(&m_document, &Document::resultsReset, this, [this] { showMap(nullptr); });
    connect(&m_document, &Document::rangeChanged, this, &Session::startRegions);
    connect(&m_document, &Document::rangeChanged, this, [this] { m_queue.setThreshold(m_document.range().review); });
    connect(&m_project, &ProjectDocument::settingsChanged, this, &Session::useThresholds);
    connect(&m_project, &ProjectDocument::projectChanged, this, &Session::useThresholds);
    connect(&m_project, &ProjectDocument::countingChanged, this, &Session::countingChanged);
    connect(&m_project, &ProjectDocument::imagesChanged, this, &Session::showProjectImages);
    connect(&m_project, &ProjectDocument::readerChanged, this, &Session::startHeat);
    connect(&m_project, &ProjectDocument::readerChanged, this, &Session::openChosenModel);
    connect(&m_project, &ProjectDocument::stepped, this, &Session::followModelChoice);
    connect(&m_document, &Document::resultChanged, this, [this](int row) {
        if (row == m_row)
            startHeat();
    });
}

bool Session::idle() const
{
    return !m_folderJob.running() && !m_projectJob.running() && !m_modelJob.running() && !m_imageJob.running() &&
           !m_growthJob.running() && !m_heatJob.running() && !m_cacheJob.running() && !m_results.running() &&
           !m_queue.running() && !m_thumbnails.running() && m_training.idle() && !m_evaluator.running();
}

void Session::openFolder(const QString &folder)
{
    dropProject(); // what was asked for last is shown
    const auto job = [engine = m_engine, path = pathOf(folder)](const JobContext &context) {
        return engine->openFolder(path, context).map([](Dataset &&dataset) {
            auto files = filesOf(dataset);
            return OpenedImages{std::move(dataset), std::move(files)};
        });
    };
    m_folderJob.start(job, [this, folder](Result<OpenedImages> opened) { takeFolder(std::move(opened), folder); });
}

void Session::takeFolder(Result<OpenedImages> opened, const QString &folder)
{
    if (!opened) {
        complain(tr("The folder %1 was not opened. %2").arg(folder, Text::error(opened.error())));
        return;
    }
    const std::size_t problems = opened->dataset.problems.size();
    dropModelWish();
    m_project.close();
    showImages(*std::move(opened));
    if (problems > 0) {
        const QString first = QString::fromStdString(m_document.dataset().problems.front().detail);
        const auto count = static_cast<int>(problems);
        emit messaged({Message::Kind::Notice,
                       tr("%n problems were found in the folder; the first: %1", nullptr, count).arg(first)});
    }
}

void Session::showImages(OpenedImages images)
{
    m_queue.cancel();
    m_thumbnails.clear();
    showRow(-1);
    noteCounting();
    m_document.setDataset(std::move(images.dataset), std::move(images.files));
    if (m_document.hasImages())
        showRow(0);
}

void Session::checkSoon()
{
    if (m_checkPending)
        return;
    m_checkPending = true;
    const auto check = [this] {
        m_checkPending = false;
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
