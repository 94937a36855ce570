#include "ui/jobs/scoring_queue.h"

#include "core/base/sha256.h"

#include <algorithm>

namespace patina {

ScoringQueue::ScoringQueue(QThreadPool *pool, QObject *parent) : QObject(parent), m_runner(pool)
{
    connect(&m_runner, &JobRunnerBase::noticed, this, &ScoringQueue::noticed);
}

void ScoringQueue::setScorer(std::shared_ptr<Scorer> scorer)
{
    cancel();
    m_scorer = std::move(scorer);
}

void ScoringQueue::append(const std::vector<std::filesystem::path> &images)
{
    for (const auto &image : images) {
        if (image == m_current || std::find(m_waiting.begin(), m_waiting.end(), image) != m_waiting.end())
            continue;
        m_waiting.push_back(image);
        ++m_total;
    }
    enqueued();
}

void ScoringQueue::prepend(const std::filesystem::path &image)
{
    if (image == m_current)
        return;
    const auto waiting = std::find(m_waiting.begin(), m_waiting.end(), image);
    if (waiting == m_waiting.end())
        ++m_total;
    else
        m_waiting.erase(waiting);
    m_waiting.push_front(image);
    enqueued();
}

void ScoringQueue::cancel()
{
    m_waiting.clear();
    m_runner.abandon();
    if (running())
        stop(true);
}

void ScoringQueue::enqueued()
{
    if (!m_scorer || m_waiting.empty()) {
        m_waiting.clear();
        m_total = running() ? m_total : 0;
        return;
    }
    if (running()) {
        emit progressed();
        return;
    }
    m_clock.start();
    startNext();
    emit started();
    emit progressed();
}

void ScoringQueue::startNext()
{
    m_current = m_waiting.front();
    m_waiting.pop_front();
    const auto job = [scorer = m_scorer, cache = m_cache,
                      image = *m_current](const JobContext &context) -> Result<Scored> {
        return scoreOne(*scorer, cache.get(), image, context);
    };
    m_runner.start(job, [this, image = *m_current](Result<Scored> answer) {
        take(image, answer ? *std::move(answer) : Scored{{}, tl::unexpected(answer.error())});
    });
}

/// The hash is that of what was scored: not of a file that took its place meanwhile.
ScoringQueue::Scored ScoringQueue::scoreOne(Scorer &scorer, InspectionCache *cache, const std::filesystem::path &image,
                                            const JobContext &context)
{
    const ImageRevision revision = imageRevisionOf(image);
    Scored scored{revision, scorer.score(image, context)};
    if (!scored.inspection)
        return scored;
    const auto sha256 = sha256OfFile(image, context);
    if (!sha256 || imageRevisionOf(image) != revision)
        return scored;
    scored.sha256 = *sha256;
    if (cache != nullptr)
        if (const auto kept = cache->put(scorer.model().hash, *sha256, *scored.inspection); !kept)
            context.notice(kept.error().detail);
    return scored;
}

void ScoringQueue::take(const std::filesystem::path &image, Scored scored)
{
    ++m_done;
    const ResultStamp stamp{m_scorer->model().hash, image, scored.revision, scored.sha256};
    if (scored.inspection) {
        emit this->scored(stamp, *scored.inspection);
    } else {
        ++m_failed;
        emit failed(stamp, scored.inspection.error());
    }
    if (!running()) // a listener has cancelled
        return;
    emit progressed();
    if (m_waiting.empty())
        stop(false);
    else
        startNext();
}

void ScoringQueue::stop(bool cancelled)
{
    m_current.reset();
    emit finished(cancelled);
    m_done = m_total = m_failed = 0;
}

} // namespace patina
