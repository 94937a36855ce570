#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/project/project.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace patina {

/// Where images are that are not where a project says.
struct FoundImages
{
    Change change;                 ///< their new places; no edits where none was found
    std::int64_t missing = 0;      ///< were not where the project says
    std::int64_t found = 0;        ///< of these
    std::int64_t otherContent = 0; ///< of these: a file of that name is there, with another content; not taken
};

/// Looks for missing images below a folder to which they were moved: each at the longest end of its former path that
/// is there, of the same SHA-256 as when it was taken in (of an unknown one whatever is there). \param projectFolder
/// absolute; new paths are relative to it where they lie below. Stage "images". Errors: BadArgument (no folder),
/// Cancelled.
Result<FoundImages> findImages(const std::filesystem::path &projectFolder, const ProjectContents &contents,
                               const std::filesystem::path &below, const JobContext &context);

} // namespace patina
