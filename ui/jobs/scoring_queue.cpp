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
        if (image == m_current || waits(image))
            continue;
        m_waiting.push_back({image});
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
    m_waiting.push_front({image});
    enqueued();
}

bool ScoringQueue::waits(const std::filesystem::path &image) const
{
    return std::ranges::find(m_waiting, image, &Known::image) != m_waiting.end();
}

std::vector<std::filesystem::path> ScoringQueue::images() const
{
    std::vector<std::filesystem::path> images;
    if (m_current)
        images.push_back(*m_current);
    for (const Known &known : m_waiting)
        images.push_back(known.image);
    return images;
}

/// The one that runs is left to repeat().
void ScoringQueue::again(std::vector<Known> images)
{
    for (auto known = images.rbegin(); known != images.rend(); ++known) {
        if (known->image == m_current || waits(known->image))
            continue;
        m_waiting.push_front(std::move(*known));
        ++m_total;
    }
    enqueued();
}

void ScoringQueue::setRules(std::function<CountingRules(const std::filesystem::path &)> rulesOf)
{
    m_rulesOf = std::move(rulesOf);
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
    m_waiting.push_front({*m_current});
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
    Known next = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_current = next.image;
    const CountingRules rules = m_rulesOf ? m_rulesOf(next.image) : CountingRules();
    const auto task = std::make_shared<const Task>(Task{m_scorer, m_cache, std::move(next), rules, m_threshold});
    const auto job = [task](const JobContext &context) -> Result<Scored> { return scoreOne(*task, context); };
    m_runner.start(job, [this, task](Result<Scored> answer) {
        take(*task, answer ? *std::move(answer) : Scored{{}, tl::unexpected(answer.error())});
    });
}

/// In memory, else in the folder.
std::optional<Inspection> ScoringQueue::keptDistances(const Task &task, const JobContext &context)
{
    if (task.image.inspection)
        return *task.image.inspection;
    if (!task.cache)
        return std::nullopt;
    auto kept = task.cache->get(task.image.stamp.modelHash, task.image.stamp.imageSha256, context);
    return kept ? std::optional(*std::move(kept)) : std::nullopt;
}

/// Patch distances are kept as they are; the rules only change the score.
ScoringQueue::Scored ScoringQueue::scoreOne(const Task &task, const JobContext &context)
{
    Scorer &scorer = *task.scorer;
    const Known &image = task.image;
    const ImageRevision revision = imageRevisionOf(image.image);
    const bool same = image.stamp.revision == revision && !image.stamp.imageSha256.empty() &&
                      image.stamp.modelHash == scorer.model().hash;
    auto kept = same ? keptDistances(task, context) : std::nullopt;
    const bool known = kept.has_value();
    Scored scored{revision, known ? Result<Inspection>(*std::move(kept)) : scorer.score(image.image, context)};
    if (!scored.inspection)
        return scored;
    if (known)
        scored.sha256 = image.stamp.imageSha256;
    else
        keep(task, scored, context);
    const cv::Size size = fileSizeOf(scorer, *scored.inspection); // in whose pixels the zones are
    if (task.rules == CountingRules() && !known) {                // the score is that of the whole map
        if (task.threshold)
            if (auto listed = listRegions(scorer, *scored.inspection, *task.threshold, {}, size, context))
                scored.regions = *std::move(listed);
        return scored;
    }
    auto counted = countedImage(scorer, *std::move(scored.inspection), task.threshold, task.rules, size, context);
    if (!counted) {
        scored.inspection = tl::unexpected(counted.error());
        return scored;
    }
    scored.inspection = std::move(counted->inspection);
    scored.regions = std::move(counted->regions);
    return scored;
}

/// The hash is that of what was scored: not of a file that took its place meanwhile.
void ScoringQueue::keep(const Task &task, Scored &scored, const JobContext &context)
{
    const auto sha256 = sha256OfFile(task.image.image, context);
    if (!sha256 || imageRevisionOf(task.image.image) != scored.revision)
        return;
    scored.sha256 = *sha256;
    if (task.cache == nullptr)
        return;
    if (const auto kept = task.cache->put(task.scorer->model().hash, *sha256, *scored.inspection); !kept)
        context.notice(kept.error().detail);
}

/// No score is told that was found by rules of before. \returns whether the image comes again.
bool ScoringQueue::repeat(const Task &task, const Scored &scored)
{
    const std::filesystem::path &image = task.image.image;
    if (!scored.inspection || !m_rulesOf || m_rulesOf(image) == task.rules)
        return false;
    if (!waits(image)) {
        m_waiting.push_front({image,
                              std::make_shared<const Inspection>(*scored.inspection),
                              {m_scorer->model().hash, image, scored.revision, scored.sha256}});
        ++m_total;
    }
    return true;
}

void ScoringQueue::take(const Task &task, Scored scored)
{
    ++m_done;
    const ResultStamp stamp{m_scorer->model().hash, task.image.image, scored.revision, scored.sha256};
    if (repeat(task, scored)) {
        startNext();
        emit progressed();
        return;
    }
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
