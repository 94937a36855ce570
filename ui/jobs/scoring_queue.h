#pragma once

#include "core/project/counting_rules.h"
#include "ui/document/document.h"
#include "ui/jobs/inspection_cache.h"
#include "ui/jobs/inspection_engine.h"
#include "ui/jobs/job_runner.h"

#include <QElapsedTimer>
#include <QObject>

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace patina {

/// Scores images one after the other, so that every score can be used as soon as it is there.
class ScoringQueue : public QObject
{
    Q_OBJECT
public:
    /// \param pool one thread: a scorer takes one call at a time.
    explicit ScoringQueue(QThreadPool *pool, QObject *parent = nullptr);

    /// Cancels what runs and is waiting.
    void setScorer(std::shared_ptr<Scorer> scorer);
    /// Where patch distances are kept; null: nowhere.
    void setCache(std::shared_ptr<InspectionCache> cache) { m_cache = std::move(cache); }
    /// Another scorer of the same model: what waits goes on, what runs is begun anew.
    void replaceScorer(std::shared_ptr<Scorer> scorer);
    /// Appends images that are not waiting yet. Nothing happens without a scorer.
    void append(const std::vector<std::filesystem::path> &images);
    /// Puts one image in front of the waiting ones.
    void prepend(const std::filesystem::path &image);
    /// An image with the patch distances that are known of it; null: it is scored anew.
    struct Known
    {
        std::filesystem::path image;
        std::shared_ptr<const Inspection> inspection{};
        ResultStamp stamp{}; ///< of these: where the file is another by now it is scored anew
    };
    /// Scores images again, whose maps count in another way now, before all others.
    void again(std::vector<Known> images);
    /// How the map of an image counts, asked when its turn comes and when it is done: where that has changed meanwhile
    /// its score is found again before it is told. As it is without this.
    void setRules(std::function<CountingRules(const std::filesystem::path &)> rulesOf);
    /// At which the regions of what is scored from now on are listed; none: they are not.
    void setThreshold(std::optional<double> review) { m_threshold = review; }
    /// Drops what is waiting and stops what runs; its answer is not delivered.
    void cancel();

    bool running() const { return m_current.has_value(); }
    /// What is being scored, and what waits.
    std::vector<std::filesystem::path> images() const;
    int done() const { return m_done; }
    int total() const { return m_total; }
    int failedCount() const { return m_failed; }
    /// Since the queue was last empty.
    qint64 elapsedMs() const { return m_clock.isValid() ? m_clock.elapsed() : 0; }

signals:
    void started();
    /// \param regions null where they were not listed.
    void scored(const patina::ResultStamp &stamp, const patina::Inspection &inspection,
                const std::shared_ptr<const patina::RegionList> &regions);
    void failed(const patina::ResultStamp &stamp, const patina::Error &error);
    /// Patch distances could not be kept: once, until the next cache is set.
    void noticed(const QString &sentence);
    /// done() or total() has changed.
    void progressed();
    /// The queue is empty, or was cancelled.
    void finished(bool cancelled);

private:
    struct Scored
    {
        ImageRevision revision;
        Result<Inspection> inspection;
        std::shared_ptr<const RegionList> regions{};
        std::string sha256{};
    };
    struct Task
    {
        std::shared_ptr<Scorer> scorer;
        std::shared_ptr<InspectionCache> cache; ///< null: patch distances are not kept
        Known image;
        CountingRules rules;
        std::optional<double> threshold; ///< regions are listed at it
    };
    static std::optional<Inspection> keptDistances(const Task &task, const JobContext &context);
    static Scored scoreOne(const Task &task, const JobContext &context);
    static void keep(const Task &task, Scored &scored, const JobContext &context);
    bool waits(const std::filesystem::path &image) const;
    bool repeat(const Task &task, const Scored &scored);
    void enqueued();
    void startNext();
    void take(const Task &task, Scored scored);
    void stop(bool cancelled);

    JobRunner<Scored> m_runner;
    std::shared_ptr<Scorer> m_scorer;
    std::function<CountingRules(const std::filesystem::path &)> m_rulesOf;
    std::optional<double> m_threshold;
    std::deque<Known> m_waiting;
    std::shared_ptr<InspectionCache> m_cache;
    std::optional<std::filesystem::path> m_current;
    QElapsedTimer m_clock;
    int m_done = 0;
    int m_total = 0;
    int m_failed = 0;
};

} // namespace patina
