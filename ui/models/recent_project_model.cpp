#include "ui/models/recent_project_model.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace patina {

namespace {

QString folderText(const QString &file)
{
    const QString folder = QFileInfo(file).absolutePath();
    const QString home = QDir::homePath();
    const bool below = folder == home || folder.startsWith(home + QLatin1Char('/'));
    return QDir::toNativeSeparators(below ? QLatin1Char('~') + folder.mid(home.size()) : folder);
}

} // namespace

RecentProjectModel::RecentProjectModel(RecentProjects projects, QObject *parent)
    : QAbstractListModel(parent), m_projects(std::move(projects)), m_check(QThreadPool::globalInstance())
{
}

void RecentProjectModel::note(const QString &file, const QDateTime &when)
{
    RecentProjects projects = m_projects;
    noteRecent(projects, {QFileInfo(file).absoluteFilePath(), when});
    m_missing.remove(projects.front().file);
    replace(std::move(projects));
}

void RecentProjectModel::forget(const QString &file)
{
    RecentProjects projects = m_projects;
    if (forgetRecent(projects, file))
        replace(std::move(projects));
}

void RecentProjectModel::clear()
{
    replace({});
}

void RecentProjectModel::replace(RecentProjects projects)
{
    beginResetModel();
    m_projects = std::move(projects);
    endResetModel();
    emit projectsChanged();
}

void RecentProjectModel::check()
{
    QStringList files;
    for (const RecentProject &project : m_projects)
        files << project.file;
    const auto job = [files](const JobContext &context) -> Result<QSet<QString>> {
        QSet<QString> missing;
        for (const QString &file : files) {
            if (context.cancelled())
                return cancelledError();
            if (!QFileInfo::exists(file))
                missing.insert(file);
        }
        return missing;
    };
    m_check.start(job, [this](Result<QSet<QString>> missing) {
        if (!missing || *missing == m_missing)
            return;
        m_missing = *std::move(missing);
        retranslate();
    });
}

void RecentProjectModel::retranslate()
{
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

int RecentProjectModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_projects.size());
}

QVariant RecentProjectModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RecentProject &project = m_projects[static_cast<std::size_t>(index.row())];
    const bool missing = m_missing.contains(project.file);
    switch (role) {
    case Qt::DisplayRole:
        return QFileInfo(project.file).completeBaseName();
    case Qt::ToolTipRole:
        return missing ? tr("%1 is not there any more").arg(QDir::toNativeSeparators(project.file))
                       : QDir::toNativeSeparators(project.file);
    case Qt::AccessibleTextRole: {
        const QString name = QFileInfo(project.file).completeBaseName();
        return missing ? tr("%1, in %2, missing").arg(name, folderText(project.file))
                       : tr("%1, in %2").arg(name, folderText(project.file));
    }
    case FileRole:
        return project.file;
    case FolderRole:
        return folderText(project.file);
    case OpenedRole: {
        if (!project.opened.isValid())
            return QString();
        const QString time = QLocale().toString(project.opened.toLocalTime().time(), QLocale::ShortFormat);
        if (project.opened.toLocalTime().date() == QDate::currentDate())
            return tr("today %1").arg(time);
        return QLocale().toString(project.opened.toLocalTime().date(), QLocale::ShortFormat);
    }
    case MissingRole:
        return missing;
    default:
        return {};
    }
}

} // namespace patina
