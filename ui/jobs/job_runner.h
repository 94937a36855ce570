#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <atomic>
#include <exception>
#include <functional>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace patina {

/// Progress of a job as the window shows it; total 0 = unknown.
struct JobProgress
{
    QString stage;
    qint64 done = 0;
    qint64 total = 0;
    double radiusL2 = 0.0; ///< of a bank that is being picked; 0: not known
};

/// What every runner does whatever its jobs answer: cancel, coalesce progress, wait when destroyed.
/// Lives on the GUI thread; all signals are sent there.
class JobRunnerBase : public QObject
{
    Q_OBJECT
public:
    /// Cancels all jobs and waits for them; no answer is delivered afterwards.
    ~JobRunnerBase() override;

    bool running() const { return m_current != nullptr; }
    /// Asks the current job to stop; its answer (as a rule ErrorCode::Cancelled) is still delivered.
    void cancel();
    /// Cancels the current job and drops its answer.
    void abandon();

signals:
    void progressed(const patina::JobProgress &progress);
    void noticed(const QString &sentence);
    void runningChanged(bool running);

protected:
    struct Ticket
    {
        std::atomic<bool> cancelled{false};
        std::atomic<std::shared_ptr<const JobProgress>> latest; ///< waiting to be shown; touched by exchange only
    };

    JobRunnerBase(QThreadPool *pool, QObject *parent);

    /// Cancels the job before, whose answer is then stale.
    std::shared_ptr<Ticket> beginTicket();
    /// \returns false where a newer job has taken over: the answer is to be dropped.
    bool endTicket(const std::shared_ptr<Ticket> &ticket);
    JobContext contextFor(const std::shared_ptr<Ticket> &ticket);
    void track(QFuture<void> future, const std::shared_ptr<Ticket> &ticket);
    QThreadPool *pool() const { return m_pool; }

private:
    void flush(const std::shared_ptr<Ticket> &ticket);

    struct Running
    {
        QFuture<void> future;
        std::shared_ptr<Ticket> ticket;
    };
    QThreadPool *m_pool = nullptr;
    std::shared_ptr<Ticket> m_current;
    std::vector<Running> m_running;
};

/// Runs pure functions Result<T>(const JobContext &) in a pool and hands their answers to the GUI thread.
/// A newer job cancels the older one, whose answer is dropped.
template <typename T>
class JobRunner : public JobRunnerBase
{
public:
    using Job = std::function<Result<T>(const JobContext &)>;
    using Done = std::function<void(Result<T>)>;

    /// \param pool not owned, outlives the runner.
    explicit JobRunner(QThreadPool *pool, QObject *parent = nullptr) : JobRunnerBase(pool, parent) {}

    /// `done` is called on the GUI thread, unless a newer job starts or the runner is destroyed before.
    void start(Job job, Done done)
    {
        const auto ticket = beginTicket();
        const JobContext context = contextFor(ticket);
        auto *watcher = new QFutureWatcher<Result<T>>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, ticket, done = std::move(done)] {
            watcher->deleteLater();
            if (endTicket(ticket))
                done(watcher->future().takeResult());
        });
        auto future = QtConcurrent::run(pool(), [job = std::move(job), context] { return guarded(job, context); });
        track(QFuture<void>(future), ticket);
        watcher->setFuture(future);
    }

private:
    /// An exception must not leave the job: QtConcurrent would lose its type and text.
    static Result<T> guarded(const Job &job, const JobContext &context)
    {
        try {
            if (context.cancelled())
                return cancelledError();
            return job(context);
        } catch (const std::bad_alloc &) {
            return fail(ErrorCode::OutOfMemory, "the work at hand does not fit the free memory");
        } catch (const std::exception &e) {
            return fail(ErrorCode::Internal, e.what());
        } catch (...) {
            return fail(ErrorCode::Internal, "a library failed without saying why");
        }
    }
};

} // namespace patina

Q_DECLARE_METATYPE(patina::JobProgress)
