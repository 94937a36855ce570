#include "ui/jobs/job_list.h"

#include "ui/jobs/eta.h"
#include "ui/text/text.h"

#include <algorithm>
#include <memory>

namespace patina {

JobList::Id JobList::add(std::function<QString()> title, std::function<void()> cancel)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_jobs.push_back({++m_lastId, std::move(title), std::move(cancel), {}, 0, {}});
    m_jobs.back().clock.start();
    endInsertRows();
    emit countChanged(rowCount());
    return m_lastId;
}

void JobList::update(Id id, const JobProgress &progress)
{
    const auto row = rowOf(id);
    if (!row)
        return;
    Job &job = m_jobs[static_cast<std::size_t>(*row)];
    if (job.progress.stage != progress.stage || job.progress.total != progress.total) {
        job.first = progress.done;
        job.clock.start();
    }
    job.progress = progress;
    emit dataChanged(index(*row), index(*row));
}

void JobList::remove(Id id)
{
    const auto row = rowOf(id);
    if (!row)
        return;
    beginRemoveRows({}, *row, *row);
    m_jobs.erase(m_jobs.begin() + *row);
    endRemoveRows();
    emit countChanged(rowCount());
}

void JobList::follow(JobRunnerBase *runner, std::function<QString()> title, std::function<void()> cancel)
{
    if (!cancel)
        cancel = [runner] { runner->cancel(); };
    const auto id = std::make_shared<std::optional<Id>>();
    connect(runner, &JobRunnerBase::runningChanged, this,
            [this, id, title = std::move(title), cancel = std::move(cancel)](bool running) {
                if (*id)
                    remove(**id);
                *id = running ? std::optional(add(title, cancel)) : std::nullopt;
            });
    connect(runner, &JobRunnerBase::progressed, this, [this, id](const JobProgress &progress) {
        if (*id)
            update(**id, progress);
    });
    connect(runner, &QObject::destroyed, this, [this, id] {
        if (*id)
            remove(**id);
    });
}

void JobList::cancel(Id id)
{
    const auto row = rowOf(id);
    if (!row)
        return;
    // A copy: the job may leave the list while it is called.
    if (const auto stop = m_jobs[static_cast<std::size_t>(*row)].cancel)
        stop();
}

void JobList::cancelAll()
{
    std::vector<Id> ids;
    for (const Job &job : m_jobs)
        ids.push_back(job.id);
    for (const Id id : ids)
        cancel(id);
}

void JobList::retranslate()
{
    if (!isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

int JobList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_jobs.size());
}

QVariant JobList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Job &job = m_jobs[static_cast<std::size_t>(index.row())];
    const JobProgress &progress = job.progress;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return job.title();
    case StageRole:
        return progress.stage.isEmpty() ? QString() : Text::stage(progress.stage);
    case DoneRole:
        return progress.done;
    case TotalRole:
        return progress.total;
    case RemainingMsRole: {
        const auto remaining = remainingMs(progress.done - job.first, progress.total - job.first, job.clock.elapsed());
        return remaining ? QVariant(*remaining) : QVariant();
    }
    case CanCancelRole:
        return static_cast<bool>(job.cancel);
    case IdRole:
        return job.id;
    default:
        return {};
    }
}

std::optional<int> JobList::rowOf(Id id) const
{
    const auto found = std::ranges::find(m_jobs, id, &Job::id);
    return found == m_jobs.end() ? std::nullopt : std::optional(static_cast<int>(found - m_jobs.begin()));
}

} // namespace patina
