#include "ui/jobs/training_runner.h"

#include "core/base/system.h"
#include "ui/jobs/eta.h"

namespace patina {

namespace {

constexpr int kMemoryMs = 500;
constexpr qsizetype kMostNotices = 1000;

} // namespace

TrainingRunner::TrainingRunner(std::shared_ptr<const TrainingEngine> engine, QThreadPool *enginePool,
                               QThreadPool *filePool, QObject *parent)
    : QObject(parent), m_engine(std::move(engine)), m_run(enginePool), m_choices(filePool), m_import(filePool),
      m_survey(filePool), m_plan(enginePool), m_unfinished(filePool)
{
    m_memoryTimer.setInterval(kMemoryMs);
    connect(&m_memoryTimer, &QTimer::timeout, this, &TrainingRunner::memoryChanged);
    connect(&m_run, &JobRunnerBase::progressed, this, &TrainingRunner::take);
    connect(&m_run, &JobRunnerBase::noticed, this, [this](const QString &sentence) {
        if (m_notices.size() < kMostNotices)
            m_notices << sentence;
        emit noticed(sentence);
    });
    connect(&m_run, &JobRunnerBase::runningChanged, this, [this](bool running) {
        running ? m_memoryTimer.start() : m_memoryTimer.stop();
        emit runningChanged(running);
    });
    for (JobRunnerBase *runner : {static_cast<JobRunnerBase *>(&m_run), static_cast<JobRunnerBase *>(&m_choices),
                                  static_cast<JobRunnerBase *>(&m_import), static_cast<JobRunnerBase *>(&m_survey),
                                  static_cast<JobRunnerBase *>(&m_plan), static_cast<JobRunnerBase *>(&m_unfinished)})
        connect(runner, &JobRunnerBase::runningChanged, this, &TrainingRunner::idleChanged);
}

bool TrainingRunner::idle() const
{
    return !m_run.running() && !m_choices.running() && !m_import.running() && !m_survey.running() &&
           !m_plan.running() && !m_unfinished.running();
}

void TrainingRunner::start(const TrainingOrder &order)
{
    if (running() || !m_engine)
        return;
    m_plan.abandon(); // it would have to be waited for
    m_order = order;
    m_progress = {};
    m_radii.clear();
    m_notices.clear();
    m_outcome.reset();
    m_stopping = false;
    m_run.start([engine = m_engine, order](const JobContext &context) { return engine->train(order, context); },
                [this](Result<TrainingOutcome> outcome) {
                    if (outcome)
                        m_outcome = *outcome;
                    emit ended({outcome});
                });
}

void TrainingRunner::cancel()
{
    m_stopping = running();
    m_run.cancel();
    emit progressed();
}

TrainingMemory TrainingRunner::memory() const
{
    return {residentMemoryBytes(), peakMemoryBytes(), m_order.job.request.memoryBytes};
}

void TrainingRunner::take(const JobProgress &progress)
{
    if (progress.stage != m_progress.stage || progress.done < m_progress.done) {
        m_stageFirst = progress.done;
        m_stageClock.start();
    }
    m_progress = {progress.stage, progress.done, progress.total,
                  remainingMs(progress.done - m_stageFirst, progress.total - m_stageFirst, m_stageClock.elapsed())};
    const bool passes = progress.stage == QLatin1String("features");
    if (passes && progress.radiusL2 > 0.0 && (m_radii.empty() || m_radii.back().image < progress.done))
        m_radii.push_back({progress.done, progress.radiusL2});
    emit progressed();
}

void TrainingRunner::askChoices()
{
    m_choices.start([engine = m_engine](const JobContext &context) { return engine->choices(context); },
                    [this](const Result<TrainingChoices> &choices) { emit choicesKnown({choices}); });
}

void TrainingRunner::importBackbone(const BackboneImport &order)
{
    m_import.start(
        [engine = m_engine, order](const JobContext &context) { return engine->importBackbone(order, context); },
        [this](const Result<std::string> &name) { emit imported({name}); });
}

void TrainingRunner::askSurvey(const TrainingOrder &order)
{
    m_survey.start([engine = m_engine, order](const JobContext &context) { return engine->survey(order, context); },
                   [this](const Result<TrainingSurvey> &survey) { emit surveyed({survey}); });
}

void TrainingRunner::askPlan(const TrainingOrder &order)
{
    m_plan.start([engine = m_engine, order](const JobContext &context) { return engine->plan(order, context); },
                 [this](const Result<PlannedTraining> &plan) { emit planned({plan}); });
}

void TrainingRunner::askUnfinished(const std::filesystem::path &out)
{
    m_unfinished.start([engine = m_engine, out](const JobContext &context) { return engine->unfinished(out, context); },
                       [this](const Result<std::optional<UnfinishedRun>> &run) { emit unfinishedKnown({run}); });
}

} // namespace patina
