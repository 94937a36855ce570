#include "ui/session.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

namespace patina {

void Session::connectKeepers()
{
    connect(&m_cacheJob, &JobRunnerBase::runningChanged, this, &Session::checkSoon);
    connect(&m_results, &ResultKeeper::runningChanged, this, &Session::checkSoon);
    connect(&m_results, &ResultKeeper::loaded, this, &Session::useThresholds);
    connect(&m_results, &ResultKeeper::loaded, this, &Session::startHeat);
    connect(&m_results, &ResultKeeper::modelWanted, this, &Session::openKeptModel);
    connect(&m_results, &ResultKeeper::notKept, this, [this](const Error &error) {
        complain(tr("Scores are not kept in the project. %1").arg(Text::error(error)));
    });
    connect(&m_results, &ResultKeeper::loaded, &m_lister, &RegionLister::look);
    connect(&m_document, &Document::rangeChanged, &m_lister, &RegionLister::look);
    connect(&m_document, &Document::datasetAboutToChange, &m_lister, &RegionLister::forget);
    connect(&m_document, &Document::inspectionKept, this, [this](int row) {
        if (row == m_row)
            startHeat();
    });
    connect(&m_queue, &ScoringQueue::noticed, this, [this](const QString &sentence) {
        if (m_cache)
            emit messaged({Message::Kind::Notice, tr("Heatmaps are not kept for the next time: %1.").arg(sentence)});
        m_cache.reset(); // said once
        m_queue.setCache(nullptr);
        m_lister.setCache(nullptr);
        m_evaluator.setCache(nullptr);
    });
    connect(&m_keeper, &ProjectKeeper::notKept, this, [this](const Error &error) {
        emit messaged({Message::Kind::Notice, tr("No backup of the project was made. %1").arg(Text::error(error))});
    });
    // Queued: whoever hears of it may close the project, and the keeper with it.
    connect(
        &m_keeper, &ProjectKeeper::damaged, this,
        [this](const QString &file, const QString &problem) {
            complain(tr("The project %1 is damaged: %2.").arg(file, problem));
            emit projectDamaged(file);
        },
        Qt::QueuedConnection);
}

void Session::setCache(std::shared_ptr<InspectionCache> cache)
{
    m_cache = std::move(cache);
    m_queue.setCache(m_cache);
    m_lister.setCache(m_cache);
    m_evaluator.setCache(m_cache);
}

void Session::fetchInspection()
{
    const ResultStamp stamp = m_document.result(m_row).stamp;
    if (!m_cache || stamp.imageSha256.empty()) {
        m_queue.prepend(stamp.image);
        return;
    }
    const auto job = [cache = m_cache, stamp](const JobContext &context) {
        return cache->get(stamp.modelHash, stamp.imageSha256, context).map([](Inspection &&inspection) {
            return std::make_shared<Inspection>(std::move(inspection));
        });
    };
    m_cacheJob.start(job, [this, stamp](Result<std::shared_ptr<Inspection>> inspection) {
        if (!inspection)
            m_queue.prepend(stamp.image);
        else
            m_document.putInspection(stamp, std::move(**inspection));
    });
}

} // namespace patina
