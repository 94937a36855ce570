#pragma once

#include "ui/jobs/job_runner.h"
#include "ui/jobs/training_runner.h"
#include "ui/studies/study_engine.h"

#include <QElapsedTimer>
#include <QObject>

#include <optional>

namespace patina {

/// Studies for the window: one at a time on the engine. Lives on the GUI thread; cancels and waits when it goes.
class StudyRunner : public QObject
{
    Q_OBJECT
public:
    /// \param engine not null. \param enginePool one thread, shared with scoring and training; outlives the runner.
    StudyRunner(std::shared_ptr<const StudyEngine> engine, QThreadPool *enginePool, QObject *parent = nullptr);

    bool running() const { return m_run.running(); }
    /// Asked to stop, and not at the end yet.
    bool stopping() const { return m_stopping && running(); }
    /// Nothing happens while one runs.
    void start(const StudyOrder &order);
    void cancel();

    const StudyOrder &order() const { return m_order; }
    /// Stage empty: it waits for the engine.
    const JobProgress &progress() const { return m_progress; }
    std::optional<qint64> remainingMs() const;
    /// Of the last run that ended well, or what was read after it.
    const std::optional<StudyOutcome> &outcome() const { return m_outcome; }
    JobRunnerBase *job() { return &m_run; }

    void askBackbones();
    /// A study of before; the newest question wins, and nothing happens while one runs.
    void read(const std::filesystem::path &folder);

signals:
    void runningChanged(bool running);
    void progressed();
    /// A cancelled run ends with ErrorCode::Cancelled.
    void ended(const patina::Answer<patina::StudyOutcome> &outcome);
    void backbonesKnown(const patina::Answer<std::vector<std::string>> &names);
    void readEnded(const patina::Answer<patina::StudyOutcome> &outcome);

private:
    void take(const JobProgress &progress);

    std::shared_ptr<const StudyEngine> m_engine;
    StudyOrder m_order;
    JobProgress m_progress;
    std::optional<StudyOutcome> m_outcome;
    bool m_stopping = false;
    QElapsedTimer m_clock; ///< of the stage
    qint64 m_first = 0;    ///< runs that were done when the stage began
    JobRunner<StudyOutcome> m_run;
    JobRunner<std::vector<std::string>> m_question;
    JobRunner<StudyOutcome> m_reading;
};

} // namespace patina
