#include "ui/jobs/job_runner.h"

#include <string>

namespace patina {

JobRunnerBase::JobRunnerBase(QThreadPool *pool, QObject *parent) : QObject(parent), m_pool(pool) {}

JobRunnerBase::~JobRunnerBase()
{
    for (const Running &job : m_running)
        job.ticket->cancelled = true;
    for (Running &job : m_running)
        job.future.waitForFinished();
}

void JobRunnerBase::cancel()
{
    if (m_current)
        m_current->cancelled = true;
}

void JobRunnerBase::abandon()
{
    if (!m_current)
        return;
    m_current->cancelled = true;
    m_current.reset();
    emit runningChanged(false);
}

std::shared_ptr<JobRunnerBase::Ticket> JobRunnerBase::beginTicket()
{
    const bool wasRunning = running();
    cancel();
    m_current = std::make_shared<Ticket>();
    if (!wasRunning)
        emit runningChanged(true);
    return m_current;
}

bool JobRunnerBase::endTicket(const std::shared_ptr<Ticket> &ticket)
{
    std::erase_if(m_running, [&](const Running &job) { return job.ticket == ticket; });
    if (ticket != m_current)
        return false;
    m_current.reset();
    emit runningChanged(false);
    return true;
}

JobContext JobRunnerBase::contextFor(const std::shared_ptr<Ticket> &ticket)
{
    // The runner outlives its jobs (the destructor waits), so that workers may post to it.
    auto progress = [this, ticket](const Progress &p) {
        const auto stage = QString::fromUtf8(p.stage.data(), static_cast<qsizetype>(p.stage.size()));
        auto latest = std::make_shared<const JobProgress>(JobProgress{stage, p.done, p.total, p.radiusL2});
        if (!ticket->latest.exchange(std::move(latest)))
            QMetaObject::invokeMethod(
                this, [this, ticket] { flush(ticket); }, Qt::QueuedConnection);
    };
    auto notice = [this, ticket](const std::string &sentence) {
        auto show = [this, ticket, text = QString::fromStdString(sentence)] {
            if (ticket == m_current)
                emit noticed(text);
        };
        QMetaObject::invokeMethod(this, std::move(show), Qt::QueuedConnection);
    };
    return JobContext(&ticket->cancelled, std::move(progress), std::move(notice));
}

void JobRunnerBase::track(QFuture<void> future, const std::shared_ptr<Ticket> &ticket)
{
    m_running.push_back({std::move(future), ticket});
}

void JobRunnerBase::flush(const std::shared_ptr<Ticket> &ticket)
{
    const auto latest = ticket->latest.exchange(nullptr);
    if (latest && ticket == m_current)
        emit progressed(*latest);
}

} // namespace patina
