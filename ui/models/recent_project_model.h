#pragma once

#include "ui/jobs/job_runner.h"
#include "ui/settings/recent_projects.h"

#include <QAbstractListModel>
#include <QSet>

namespace patina {

/// The projects that were open last, and which of them are not there any more. Files are looked for beside the GUI
/// thread: a network drive that is asleep must not hold up the window.
class RecentProjectModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        FileRole = Qt::UserRole,
        FolderRole, ///< "~/parts/housing", for people
        OpenedRole, ///< "today 14:05", for people; empty: not known
        MissingRole
    };

    explicit RecentProjectModel(RecentProjects projects, QObject *parent = nullptr);

    const RecentProjects &projects() const { return m_projects; }
    void note(const QString &file, const QDateTime &when);
    void forget(const QString &file);
    void clear();
    /// Looks which files are there.
    void check();
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    /// Qt::DisplayRole: the name. The roles above.
    QVariant data(const QModelIndex &index, int role) const override;

signals:
    /// The list is another one.
    void projectsChanged();

private:
    void replace(RecentProjects projects);

    RecentProjects m_projects;
    QSet<QString> m_missing;
    JobRunner<QSet<QString>> m_check;
};

} // namespace patina
