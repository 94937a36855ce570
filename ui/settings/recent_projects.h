#pragma once

#include <QDateTime>
#include <QString>

#include <vector>

namespace patina {

/// A project that was open once.
struct RecentProject
{
    QString file; ///< absolute path
    QDateTime opened;

    bool operator==(const RecentProject &) const = default;
};

/// No file twice, the latest first, kMostRecentProjects at most.
using RecentProjects = std::vector<RecentProject>;
inline constexpr int kMostRecentProjects = 12;

/// Puts a project that has just been opened in front.
void noteRecent(RecentProjects &recent, const RecentProject &project);
/// Forgets a project. \returns false where it is not in the list.
bool forgetRecent(RecentProjects &recent, const QString &file);

} // namespace patina
