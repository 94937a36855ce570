#pragma once

#include "ui/jobs/job_runner.h"

#include <QAbstractListModel>
#include <QElapsedTimer>

#include <functional>
#include <optional>
#include <vector>

namespace patina {

/// What runs at the moment, the oldest first: every job that the user may have to wait for is listed here, whoever runs
/// it, and can be stopped here. Lives on the GUI thread.
class JobList : public QAbstractListModel
{
    Q_OBJECT
public:
    using Id = int;
    enum Role {
        StageRole = Qt::UserRole, ///< what it is at, in words; empty: not told
        DoneRole,
        TotalRole,       ///< 0: unknown
        RemainingMsRole, ///< invalid: cannot be told yet
        CanCancelRole,
        IdRole
    };

    using QAbstractListModel::QAbstractListModel;

    /// \param title in the language of the moment, each time it is asked. \param cancel empty: it cannot be stopped. It
    /// may call remove().
    Id add(std::function<QString()> title, std::function<void()> cancel = {});
    /// Nothing happens where the job is not listed (any more).
    void update(Id id, const JobProgress &progress);
    void remove(Id id);
    /// Lists what a runner does for as long as it runs. \param cancel empty: JobRunnerBase::cancel().
    void follow(JobRunnerBase *runner, std::function<QString()> title, std::function<void()> cancel = {});

    bool isEmpty() const { return m_jobs.empty(); }
    void cancel(Id id);
    void cancelAll();
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    /// Qt::DisplayRole: the title. The roles above.
    QVariant data(const QModelIndex &index, int role) const override;

signals:
    /// There are more or fewer jobs.
    void countChanged(int count);

private:
    struct Job
    {
        Id id = 0;
        std::function<QString()> title;
        std::function<void()> cancel;
        JobProgress progress;
        qint64 first = 0;    ///< done when the stage was first told: of an earlier run
        QElapsedTimer clock; ///< of the stage
    };
    std::optional<int> rowOf(Id id) const;

    std::vector<Job> m_jobs;
    Id m_lastId = 0;
};

} // namespace patina
