#pragma once

#include "core/project/export_labels.h"
#include "core/project/import_labels.h"
#include "ui/jobs/job_runner.h"
#include "ui/window_parts.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

class QAction;

namespace patina {

/// File > Import labels and Export labels: their actions, dialogs and jobs. What was read is one change of the project
/// that is open, which can be undone.
class LabelFiles : public QObject
{
    Q_OBJECT
public:
    explicit LabelFiles(const WindowParts &parts);

    bool running() const { return m_importJob.running() || m_exportJob.running(); }

    /// \param request without the project's folder. A newer one cancels the older one.
    void importFrom(LabelImportRequest request);
    void exportTo(LabelExport request, const std::filesystem::path &target);

signals:
    void finished();

private:
    void createJobs();
    void askImport();
    void askExport();
    void takeImport(const Result<LabelImport> &import, const QString &source);
    void tellImported(const LabelImportCounts &counts, const QString &source);
    void takeExport(const Result<std::int64_t> &labels, const QString &target);
    void showState();
    void retranslate();
    void say(const QString &sentence, bool isError);
    /// Who has labelled something in the project.
    QStringList readers() const;

    WindowParts m_parts;
    QAction *m_import = nullptr;
    QAction *m_export = nullptr;
    QThreadPool m_pool; ///< before the runners that use it: destroyed after them
    JobRunner<LabelImport> m_importJob;
    JobRunner<std::int64_t> m_exportJob;
    QStringList m_notices; ///< of the job that runs
};

} // namespace patina
