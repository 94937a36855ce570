#include "ui/session.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

namespace patina {

void Session::listJobs()
{
    m_jobs.follow(
        &m_folderJob, [] { return Text::stage(QStringLiteral("list")); }, [this] { m_folderJob.abandon(); });
    m_jobs.follow(
        &m_projectJob, [] { return tr("Opening the project"); }, [this] { dropProject(); });
    m_jobs.follow(
        &m_modelJob, [] { return Text::stage(QStringLiteral("model")); }, [this] { m_modelJob.abandon(); });
    connect(&m_queue, &ScoringQueue::started, this, [this] {
        m_scoringJob = m_jobs.add([] { return Text::stage(QStringLiteral("score")); }, [this] { m_queue.cancel(); });
    });
    connect(&m_queue, &ScoringQueue::progressed, this, [this] {
        m_jobs.update(m_scoringJob, {QString(), m_queue.done(), m_queue.total()});
    });
    connect(&m_queue, &ScoringQueue::finished, this, [this] { m_jobs.remove(m_scoringJob); });
    connect(&m_training, &TrainingRunner::progressed, this, [this] {
        const TrainingProgress &progress = m_training.progress();
        m_jobs.update(m_trainingJob,
                      {progress.stage, static_cast<qint64>(progress.done), progress.total > 1 ? progress.total : 0});
    });
    connect(&m_training, &TrainingRunner::idleChanged, this, [this] {
        if (m_training.idle())
            m_jobs.remove(std::exchange(m_trainingJob, 0));
    });
}

void Session::setScoring(const ScoringSettings &settings)
{
    if (settings == m_scoringSettings)
        return;
    m_scoringSettings = settings;
    if (m_modelJob.running())
        startModel(ModelWish(m_wish));
    else if (m_document.hasModel())
        startModel({.file = m_document.modelPath()});
}

void Session::scoreCurrent()
{
    if (m_row >= 0)
        m_queue.prepend(m_document.image(m_row).path);
}

void Session::scoreAll()
{
    std::vector<std::filesystem::path> images;
    for (int row = 0; row < m_document.imageCount(); ++row)
        if (m_document.result(row).state != ImageState::Scored || m_document.result(row).outdated)
            images.push_back(m_document.image(row).path);
    if (images.empty() && m_document.hasImages())
        emit messaged({Message::Kind::Notice, tr("All images are scored.")});
    if (!images.empty() && m_training.running())
        emit messaged({Message::Kind::Notice, tr("Scoring begins when the training is done, with its model: one "
                                                 "job at a time uses the engine.")});
    m_queue.append(images);
}

void Session::takeScore(const ResultStamp &stamp, const Inspection &inspection,
                        const std::shared_ptr<const RegionList> &regions)
{
    m_document.putScore(stamp, inspection, regions);
}

void Session::scoringFailed(const ResultStamp &stamp, const Error &error)
{
    m_document.putFailure(stamp, error);
    if (m_queue.total() == 1)
        complain(tr("%1 was not scored. %2").arg(fileNameOf(stamp.image), Text::error(error)));
}

void Session::scoringFinished(bool cancelled)
{
    if (m_queue.total() > 1 && m_queue.failedCount() > 0)
        complain(tr("%n images were not scored; they are marked in the list.", nullptr, m_queue.failedCount()));
    else if (cancelled && !m_scoreWithNext && !m_scoringGoesOn)
        emit messaged(
            {Message::Kind::Notice,
             tr("Scoring was cancelled; %1 of %2 images are done.").arg(m_queue.done()).arg(m_queue.total())});
    forgetOutdated();
    m_lister.look();
    checkSoon();
}

} // namespace patina
