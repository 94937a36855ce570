#pragma once

#include "core/base/result.h"
#include "core/project/change.h"

#include <vector>

namespace patina {

/// All facts of a project, each kind in the order of its key, which each fact has for itself.
struct ProjectContents
{
    std::vector<ProjectImage> images;
    std::vector<ProjectClass> classes;
    std::vector<Label> labels;
    std::vector<Review> reviews;
    std::vector<Zone> zones;
    std::vector<ProjectModel> models;
    std::vector<Setting> settings;

    bool operator==(const ProjectContents &) const = default;
};

/// Makes the edits of a change one after another; none where one of them fails.
/// Errors: BadArgument (what an edit says was there before is not).
Result<void> makeEdits(ProjectContents &contents, const Change &change);

} // namespace patina
