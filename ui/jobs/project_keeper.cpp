#include "ui/jobs/project_keeper.h"

#include "core/project/backup.h"

namespace patina {

ProjectKeeper::ProjectKeeper(ProjectDocument *project, QObject *parent) : QObject(parent), m_project(project)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
    connect(project, &ProjectDocument::projectAboutToChange, this, &ProjectKeeper::end);
    connect(project, &ProjectDocument::projectChanged, this, &ProjectKeeper::begin);
    connect(project, &ProjectDocument::historyChanged, this, &ProjectKeeper::count);
}

ProjectKeeper::~ProjectKeeper()
{
    end();
}

void ProjectKeeper::begin()
{
    m_complained = false;
    m_changes = 0;
    if (!m_project->canWrite())
        return;
    m_job = std::make_unique<Job>(&m_pool);
    backUp();
    m_changes = -1; // opening tells of its empty history, too
}

/// Waits: the project's file is closed for good only when nobody else has it open.
void ProjectKeeper::end()
{
    m_job.reset();
    m_backupDue = false;
    m_tidyDue = false;
}

void ProjectKeeper::count()
{
    if (!m_job)
        return;
    ++m_changes;
    if (m_changes <= 0)
        return;
    if (m_changes % m_pace.backupEvery == 0)
        m_backupDue = true;
    if (m_changes % m_pace.tidyEvery == 0)
        m_tidyDue = true;
    if (m_job->running())
        return; // the next change asks again
    if (m_backupDue)
        backUp();
    else if (m_tidyDue)
        tidy();
}

void ProjectKeeper::tidy()
{
    m_tidyDue = false;
    const auto job = [file = m_project->project().file()](const JobContext &) {
        return tidyLog(file).map([] { return false; });
    };
    m_job->start(job, [this](Result<bool> done) { take(done); });
}

void ProjectKeeper::backUp()
{
    m_backupDue = false;
    m_tidyDue = false; // a backup begins with it
    const auto job = [file = m_project->project().file()](const JobContext &context) {
        return tidyLog(file).and_then([&] { return keepBackup(file, context); }).map([](const BackupState &state) {
            return state.made;
        });
    };
    m_job->start(job, [this](Result<bool> done) { take(done); });
}

void ProjectKeeper::take(const Result<bool> &kept)
{
    if (kept || kept.error().code == ErrorCode::Cancelled || m_complained)
        return;
    m_complained = true;
    if (kept.error().code == ErrorCode::Corrupt || kept.error().code == ErrorCode::BadFormat)
        emit damaged(QString::fromStdString(m_project->project().file().string()),
                     QString::fromStdString(kept.error().detail));
    else
        emit notKept(kept.error());
}

} // namespace patina
