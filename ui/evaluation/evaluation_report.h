#pragma once

#include "ui/jobs/job_runner.h"
#include "ui/window_parts.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace patina {

/// Asks where the report is to go and writes it, beside whatever else is done.
class EvaluationReport : public QObject
{
    Q_OBJECT
public:
    /// A child of the window.
    explicit EvaluationReport(const WindowParts &parts);

    void ask();

private:
    void write(const QString &file);
    void makeJob();

    WindowParts m_parts;
    QThreadPool m_pool;
    std::unique_ptr<JobRunner<bool>> m_job; ///< while a project is open
};

} // namespace patina
