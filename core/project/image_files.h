#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/project/project.h"

#include <string>
#include <vector>

namespace patina {

/// What has become of the files of a project's images.
struct ImageFiles
{
    std::int64_t same = 0;
    std::vector<std::string> changed; ///< ids: another content than when they were taken in
    std::vector<std::string> missing; ///< ids: gone, or not to be read

    bool good() const { return changed.empty() && missing.empty(); }
};

/// Reads every image file and compares its SHA-256. Stage "images". Errors: Cancelled.
Result<ImageFiles> checkImageFiles(const Project &project, const ProjectContents &contents, const JobContext &context);

} // namespace patina
