#pragma once

#include "core/project/find_images.h"
#include "ui/jobs/job_runner.h"
#include "ui/window_parts.h"

#include <QObject>
#include <QThreadPool>

class QAction;

namespace patina {

/// File > Find missing images: asks for the folder that they were moved to. Where they are is one change of the
/// project, which can be undone.
class ImageFinding : public QObject
{
    Q_OBJECT
public:
    explicit ImageFinding(const WindowParts &parts);

    void findBelow(const QString &folder);

private:
    void ask();
    void take(const Result<FoundImages> &found);
    void showState();
    void retranslate();

    WindowParts m_parts;
    QAction *m_find = nullptr;
    QThreadPool m_pool; ///< before the runner: destroyed after it
    JobRunner<FoundImages> m_job;
};

} // namespace patina
