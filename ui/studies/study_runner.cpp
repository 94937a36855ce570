#include "ui/studies/study_runner.h"

#include "ui/jobs/eta.h"

namespace patina {

StudyRunner::StudyRunner(std::shared_ptr<const StudyEngine> engine, QThreadPool *enginePool, QObject *parent)
    : QObject(parent), m_engine(std::move(engine)), m_run(enginePool), m_question(QThreadPool::globalInstance()),
      m_reading(QThreadPool::globalInstance())
{
    connect(&m_run, &JobRunnerBase::progressed, this, &StudyRunner::take);
    connect(&m_run, &JobRunnerBase::runningChanged, this, &StudyRunner::runningChanged);
}

void StudyRunner::start(const StudyOrder &order)
{
    if (running())
        return;
    m_reading.abandon();
    m_order = order;
    m_progress = {};
    m_outcome.reset();
    m_stopping = false;
    m_run.start([engine = m_engine, order](const JobContext &context) { return engine->run(order, context); },
                [this](Result<StudyOutcome> outcome) {
                    if (outcome)
                        m_outcome = *outcome;
                    emit ended({outcome});
                });
}

void StudyRunner::cancel()
{
    m_stopping = running();
    m_run.cancel();
    emit progressed();
}

std::optional<qint64> StudyRunner::remainingMs() const
{
    if (!m_clock.isValid())
        return std::nullopt;
    return patina::remainingMs(m_progress.done - m_first, m_progress.total - m_first, m_clock.elapsed());
}

void StudyRunner::take(const JobProgress &progress)
{
    if (progress.stage != m_progress.stage || progress.done < m_progress.done) {
        m_first = progress.done;
        m_clock.start();
    }
    m_progress = progress;
    emit progressed();
}

void StudyRunner::read(const std::filesystem::path &folder)
{
    if (running())
        return;
    m_reading.start([engine = m_engine, folder](const JobContext &context) { return engine->read(folder, context); },
                    [this](Result<StudyOutcome> outcome) {
                        if (outcome)
                            m_outcome = *outcome;
                        emit readEnded({outcome});
                    });
}

void StudyRunner::askBackbones()
{
    m_question.start([engine = m_engine](const JobContext &context) { return engine->backbones(context); },
                     [this](const Result<std::vector<std::string>> &names) { emit backbonesKnown({names}); });
}

} // namespace patina
