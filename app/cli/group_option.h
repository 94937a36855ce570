#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/dataset/dataset.h"
#include "core/project/contents.h"

#include <string>

namespace patina::cli {

inline constexpr const char *groupOptionText =
    "What stays together: a CSV file image,group, or a regular expression whose parenthesis matches the part or batch "
    "in "
    "an image's path; default: the data set's groups.csv or the groups of the project, else each image for itself";

/// Sets the groups of a data set as --groups says. \param fileOrPattern empty: they stay as they are.
/// Errors: those of assignGroups() and assignGroupsByPattern().
Result<void> setGroups(Dataset &dataset, const std::string &fileOrPattern, const JobContext &job);
/// The same for what was read of a project, which itself stays as it is.
Result<void> setGroups(ProjectContents &contents, const std::string &fileOrPattern, const JobContext &job);

} // namespace patina::cli
