#pragma once

#include "core/project/journal.h"
#include "core/project/project.h"
#include "ui/jobs/job_runner.h"
#include "ui/window_parts.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

class QAction;
class QDockWidget;

namespace patina {

class JournalPanel;
class ReviewFlow;

/// The journal of the open project in a dock of its own, with what verifies and exports it.
class JournalFeature : public QObject
{
    Q_OBJECT
public:
    /// \param flow not owned: goes to the places that entries are about.
    JournalFeature(const WindowParts &parts, ReviewFlow *flow);
    ~JournalFeature() override;

    /// As the dock's button does once a file was chosen.
    void exportTo(const QString &file);
    void verify();

private:
    void addDock();
    void show();
    void goTo(const QString &image, const cv::Rect &area);
    void askExport();
    void makeJobs();
    void endJobs();
    void takeVerdict(const Result<ProjectVerdict> &verdict);
    void say(const QString &sentence, bool isError);
    void retranslate();

    WindowParts m_parts;
    ReviewFlow *m_flow = nullptr;
    QDockWidget *m_dock = nullptr;
    JournalPanel *m_panel = nullptr;
    QAction *m_show = nullptr;
    QThreadPool m_pool;
    // Of the open project: its file is closed for good only when nobody else has it open.
    std::unique_ptr<JobRunner<ProjectVerdict>> m_verify;
    std::unique_ptr<JobRunner<JournalEntry>> m_export;
};

} // namespace patina
