#include "ui/jobs/scoring_queue.h"

#include "ui/jobs/map_view.h"

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

Result<Inspection> inspect(Scorer &scorer, const ScoringQueue::Known &image, const std::vector<Zone> &zones,
                           const JobContext &context)
{
    auto inspection = image.inspection ? Result<Inspection>(*image.inspection) : scorer.score(image.image, context);
    if (!inspection || (zones.empty() && !image.inspection))
        return inspection;
    // Zones are in pixels of the file, the map in those that the model sees.
    const double scale = scorer.model().scale;
    const cv::Size map = inspection->mapSize;
    const cv::Size size(static_cast<int>(std::lround(map.width / scale)),
                        static_cast<int>(std::lround(map.height / scale)));
    return countedInspection(scorer, *std::move(inspection), zones, size, context);
}

} // namespace

ScoringQueue::ScoringQueue(QThreadPool *pool, QObject *parent) : QObject(parent), m_runner(pool) {}

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
    const auto job = [scorer = m_scorer, next, zones](const JobContext &context) -> Result<Scored> {
        const ImageRevision revision = imageRevisionOf(next.image);
        return Scored{revision, inspect(*scorer, next, zones, context)};
    };
    m_runner.start(job, [this, image = *m_current](Result<Scored> answer) {
        take(image, answer ? *std::move(answer) : Scored{{}, tl::unexpected(answer.error())});
    });
}

void ScoringQueue::take(const std::filesystem::path &image, Scored scored)
{
    ++m_done;
    const ResultStamp stamp{m_scorer->model().hash, image, scored.revision};
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
