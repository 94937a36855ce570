#include "ui/jobs/scoring_queue.h"

#include "core/base/sha256.h"
#include "ui/jobs/flagged_regions.h"
#include "ui/jobs/map_view.h"

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
        if (image == m_current || std::ranges::find(m_waiting, image, &Known::image) != m_waiting.end())
            continue;
        m_waiting.push_back({image, nullptr});
        ++m_total;
    }
    enqueued();
}

void ScoringQueue::prepend(const std::filesystem::path &image)
{
    if (image == m_current)
        return;
    const auto waiting = std::ranges::find(m_waiting, image, &Known::image);
    if (waiting == m_waiting.end())
        ++m_total;
    else
        m_waiting.erase(waiting);
    m_waiting.push_front({image, nullptr});
    enqueued();
}

/// The one that runs may have begun with the zones from before: it comes again, too.
void ScoringQueue::again(std::vector<Known> images)
{
    for (Known &known : images) {
        if (std::ranges::find(m_waiting, known.image, &Known::image) != m_waiting.end())
            continue;
        m_waiting.push_back(std::move(known));
        ++m_total;
    }
    enqueued();
}

void ScoringQueue::setZones(std::function<std::vector<Zone>(const std::filesystem::path &)> zonesOf)
{
    m_zonesOf = std::move(zonesOf);
}

void ScoringQueue::cancel()
{
    m_waiting.clear();
    m_runner.abandon();
    if (running())
        stop(true);
}

void ScoringQueue::replaceScorer(std::shared_ptr<Scorer> scorer)
{
    m_scorer = std::move(scorer);
    if (!running())
        return;
    m_waiting.push_front({*m_current, nullptr});
    startNext();
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
    const Known next = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_current = next.image;
    const auto zones = m_zonesOf ? m_zonesOf(next.image) : std::vector<Zone>();
    const auto job = [task = Task{m_scorer, m_cache, next, zones, m_threshold}](
                         const JobContext &context) -> Result<Scored> { return scoreOne(task, context); };
    m_runner.start(job, [this, image = *m_current](Result<Scored> answer) {
        take(image, answer ? *std::move(answer) : Scored{{}, tl::unexpected(answer.error())});
    });
}

/// Patch distances are kept as they are; zones only change the score.
ScoringQueue::Scored ScoringQueue::scoreOne(const Task &task, const JobContext &context)
{
    const auto &[image, known] = task.image;
    Scorer &scorer = *task.scorer;
    const ImageRevision revision = imageRevisionOf(image);
    Scored scored{revision, known ? Result<Inspection>(*known) : scorer.score(image, context)};
    if (!scored.inspection)
        return scored;
    keep(task, scored, context);
    const cv::Size size = fileSizeOf(scorer, *scored.inspection); // in whose pixels the zones are
    if (!task.zones.empty() || known)
        scored.inspection = countedInspection(scorer, *std::move(scored.inspection), task.zones, size, context);
    if (scored.inspection && task.threshold)
        if (auto listed = listRegions(scorer, *scored.inspection, *task.threshold, task.zones, size, context))
            scored.regions = *std::move(listed);
    return scored;
}

/// The hash is that of what was scored: not of a file that took its place meanwhile.
void ScoringQueue::keep(const Task &task, Scored &scored, const JobContext &context)
{
    const auto sha256 = sha256OfFile(task.image.image, context);
    if (!sha256 || imageRevisionOf(task.image.image) != scored.revision)
        return;
    scored.sha256 = *sha256;
    if (task.cache == nullptr || task.image.inspection)
        return;
    if (const auto kept = task.cache->put(task.scorer->model().hash, *sha256, *scored.inspection); !kept)
        context.notice(kept.error().detail);
}

void ScoringQueue::take(const std::filesystem::path &image, Scored scored)
{
    ++m_done;
    const ResultStamp stamp{m_scorer->model().hash, image, scored.revision, scored.sha256};
    if (scored.inspection) {
        emit this->scored(stamp, *scored.inspection, scored.regions);
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
