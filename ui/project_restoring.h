#pragma once

#include "core/project/restore.h"
#include "ui/jobs/job_runner.h"
#include "ui/window_parts.h"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <memory>

class QAction;

namespace patina {

/// Offers to restore a damaged project: works out what that would give, asks, does it, and opens what came out. Asks by
/// itself where opening has failed, and from the file menu.
class ProjectRestoring : public QObject
{
    Q_OBJECT
public:
    explicit ProjectRestoring(const WindowParts &parts);

    /// \param asked by hand: says why where there is nothing to restore.
    enum class Wish { Offered, Asked };
    void restore(const QString &file, Wish wish);

private:
    using Prepared = std::shared_ptr<ProjectRestore>;
    void chooseFile();
    void retranslate();
    void ask(const QString &file, Result<Prepared> prepared, Wish wish);
    void finish(const QString &file);
    void leave(const QString &file);
    static QString question(const RestorePlan &plan);

    WindowParts m_parts;
    QThreadPool m_pool;
    JobRunner<Prepared> m_job;
    JobRunner<QString> m_finishing; ///< where the damaged file is kept
    Prepared m_prepared;
    QAction *m_action = nullptr;
};

} // namespace patina
