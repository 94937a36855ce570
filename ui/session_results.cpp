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
}

void Session::openKeptModel(const QString &file, const std::string &hash)
{
    if (m_modelJob.running()) // another one was asked for
        return;
    openModel(file);
    m_keptModel = hash;
}

bool Session::isNotKeptModel(const Result<std::shared_ptr<Scorer>> &scorer, const QString &file)
{
    const std::string wanted = std::exchange(m_keptModel, {});
    if (wanted.empty() || (scorer && (*scorer)->model().hash == wanted))
        return false;
    const QString name = fileNameOf(pathOf(file));
    const QString why = scorer ? tr("It is another model by now.") : Text::error(scorer.error());
    const QString sentence = m_document.resultsOf() == wanted
                                 ? tr("The scores shown are those of the model %1, which was not opened. %2 Open it to "
                                      "see heatmaps and to score.")
                                 : tr("The model %1, which the project works with, was not opened. %2");
    emit messaged({Message::Kind::Notice, sentence.arg(name, why)});
    return true;
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
