#include "ui/settings/recent_projects.h"

namespace patina {

void noteRecent(RecentProjects &recent, const RecentProject &project)
{
    forgetRecent(recent, project.file);
    recent.insert(recent.begin(), project);
    if (recent.size() > static_cast<std::size_t>(kMostRecentProjects))
        recent.resize(static_cast<std::size_t>(kMostRecentProjects));
}

bool forgetRecent(RecentProjects &recent, const QString &file)
{
    return std::erase_if(recent, [&](const RecentProject &known) { return known.file == file; }) > 0;
}

} // namespace patina
