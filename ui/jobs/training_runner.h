#pragma once

#include "ui/jobs/job_runner.h"
#include "ui/jobs/training_engine.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace patina {

/// Within what the rows picked so far cover the images that have passed.
struct RadiusPoint
{
    qint64 image = 0; ///< how many have passed
    double radiusL2 = 0.0;

    bool operator==(const RadiusPoint &) const = default;
};

/// How far a run is.
struct TrainingProgress
{
    QString stage; ///< a word of core; empty: it waits for the engine
    qint64 done = 0;
    qint64 total = 0; ///< 0 = unknown
    std::optional<qint64> remainingMs;
};

/// What the process takes while it trains.
struct TrainingMemory
{
    qint64 bytes = 0;
    qint64 peakBytes = 0;   ///< since the run began
    qint64 budgetBytes = 0; ///< 0: none was given
};

/// What a question was answered, on its way through a signal: Qt asks everything that can be compared for a comparison,
/// which a Result promises and need not have.
template <typename T>
struct Answer
{
    Result<T> result;

    explicit operator bool() const { return result.has_value(); }
    const T &operator*() const { return *result; }
    const T *operator->() const { return &*result; }
    const Error &error() const { return result.error(); }
};

/// Training for the window: one run at a time on the engine, and what has to be known before it.
class TrainingRunner : public QObject
{
    Q_OBJECT
public:
    /// \param engine null: nothing can be trained, and nothing may be asked. \param enginePool one thread, shared with
    /// scoring. \param filePool for what only reads files.
    TrainingRunner(std::shared_ptr<const TrainingEngine> engine, QThreadPool *enginePool, QThreadPool *filePool,
                   QObject *parent = nullptr);

    bool canTrain() const { return m_engine != nullptr; }
    bool running() const { return m_run.running(); }
    /// Asked to stop, and not at the end yet.
    bool stopping() const { return m_stopping && running(); }
    /// A newer run would cancel the older: only one is started.
    void start(const TrainingOrder &order);
    void cancel();

    const TrainingOrder &order() const { return m_order; }
    const TrainingProgress &progress() const { return m_progress; }
    const std::vector<RadiusPoint> &radii() const { return m_radii; }
    const QStringList &notices() const { return m_notices; }
    TrainingMemory memory() const;
    /// Of the last run that ended well.
    const std::optional<TrainingOutcome> &outcome() const { return m_outcome; }

    // Answers come by the signals below; a newer question drops the answer to the older.
    void askChoices();
    void importBackbone(const BackboneImport &order);
    void askSurvey(const TrainingOrder &order);
    void askPlan(const TrainingOrder &order);
    void dropPlan() { m_plan.abandon(); }
    void askUnfinished(const std::filesystem::path &out);
    bool planning() const { return m_plan.running(); }
    bool importing() const { return m_import.running(); }
    /// No run and no question is on its way.
    bool idle() const;

signals:
    void runningChanged(bool running);
    void progressed();
    void memoryChanged();
    void noticed(const QString &sentence);
    /// A cancelled run ends with ErrorCode::Cancelled.
    void ended(const patina::Answer<patina::TrainingOutcome> &outcome);
    void choicesKnown(const patina::Answer<patina::TrainingChoices> &choices);
    void imported(const patina::Answer<std::string> &name);
    void surveyed(const patina::Answer<patina::TrainingSurvey> &survey);
    void planned(const patina::Answer<patina::PlannedTraining> &plan);
    void unfinishedKnown(const patina::Answer<std::optional<patina::UnfinishedRun>> &run);
    void idleChanged();

private:
    void take(const JobProgress &progress);

    std::shared_ptr<const TrainingEngine> m_engine;
    TrainingOrder m_order;
    TrainingProgress m_progress;
    std::vector<RadiusPoint> m_radii;
    QStringList m_notices;
    std::optional<TrainingOutcome> m_outcome;
    bool m_stopping = false;
    QElapsedTimer m_stageClock;
    qint64 m_stageFirst = 0; ///< images that were done when the stage began
    QTimer m_memoryTimer;
    JobRunner<TrainingOutcome> m_run;
    JobRunner<TrainingChoices> m_choices;
    JobRunner<std::string> m_import;
    JobRunner<TrainingSurvey> m_survey;
    JobRunner<PlannedTraining> m_plan;
    JobRunner<std::optional<UnfinishedRun>> m_unfinished;
};

} // namespace patina
