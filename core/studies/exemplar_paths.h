#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/studies/study_plan.h"

#include <filesystem>
#include <set>
#include <vector>

namespace patina {

/// Images of a real data set that the made sets are like or that their defects were fitted to, by the contents that
/// their manifests name: to be near those proves nothing. Sets without a manifest, or of another surface, are like
/// none. Errors: those of sha256OfFile().
Result<std::set<std::filesystem::path>> pathsOfExemplars(const Dataset &real, const std::vector<StudyDataset> &made,
                                                         const JobContext &context);

} // namespace patina
