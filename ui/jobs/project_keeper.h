#pragma once

#include "core/base/result.h"
#include "ui/document/project_document.h"
#include "ui/jobs/job_runner.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <filesystem>
#include <memory>
#include <optional>

namespace patina {

/// Looks after the file of the open project in the background: a checked backup when it is opened and after every so
/// many changes; the write-ahead log taken in before a change would have to wait for it. Ends before the project is
/// closed. Nothing happens to a project that is read only.
class ProjectKeeper : public QObject
{
    Q_OBJECT
public:
    struct Pace
    {
        int tidyEvery = 25; ///< changes
        int backupEvery = 200;
    };

    /// \param project not owned, outlives this.
    explicit ProjectKeeper(ProjectDocument *project, QObject *parent = nullptr);
    ~ProjectKeeper() override;

    void setPace(const Pace &pace) { m_pace = pace; }
    bool running() const { return m_job && m_job->running(); }

signals:
    /// The file is not what it was written as; what is wrong, in words.
    void damaged(const QString &file, const QString &problem);
    void notKept(const patina::Error &error); ///< no backup could be made; once for each project

private:
    using Job = JobRunner<bool>;
    void begin();
    void end();
    void count();
    void tidy();
    void backUp();
    void take(const Result<bool> &kept);

    ProjectDocument *m_project = nullptr;
    Pace m_pace;
    QThreadPool m_pool; ///< of its own: a project must not wait for images to be closed
    std::unique_ptr<Job> m_job;
    int m_changes = 0;
    bool m_backupDue = false;
    bool m_tidyDue = false;
    bool m_complained = false;
};

} // namespace patina
