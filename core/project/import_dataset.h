#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/dataset/dataset.h"
#include "core/project/project.h"

#include <string>

namespace patina {

/// Who imported masks say they are from.
inline constexpr const char *groundTruthReader = "ground truth";

struct ImportCounts
{
    std::int64_t images = 0;  ///< new in the project
    std::int64_t known = 0;   ///< in it already, with the same content: left as they are
    std::int64_t changed = 0; ///< not taken: in it already under that name, with another content
    std::int64_t missing = 0; ///< of the project, but no longer where they were
    std::int64_t classes = 0;
    std::int64_t labels = 0;
    std::int64_t skipped = 0; ///< images or masks that cannot be taken; the notices say why
};

/// Takes a data set's images, classes, masks and scale into a project, as one change. What the project has already
/// stays as it is: importing the folder again takes what is new in it. Reads every file, for its hash; notices say what
/// cannot be taken and why.
/// Stage "import" (images).
/// Errors: those of Project::apply(), Cancelled: then nothing is taken.
Result<ImportCounts> importDataset(Project &project, const Dataset &dataset, const std::string &who,
                                   const JobContext &context);

} // namespace patina
