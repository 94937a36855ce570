#pragma once

#include "core/base/job_context.h"
#include "core/dataset/dataset.h"

namespace patina {

/// Says what of a data set could not be read when it was listed (folders, broken links): what lies in it is in no
/// training and in no figure. A notice for each; where strict, an error that names the first.
/// Errors: Unreadable (strict).
Result<void> reportGaps(const Dataset &dataset, bool strict, const JobContext &context);

} // namespace patina
