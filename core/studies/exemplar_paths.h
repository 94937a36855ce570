#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/studies/study_plan.h"

#include <filesystem>
#include <set>
#include <vector>

namespace patina {

/// Images of a real data set that the made sets are like or that their defects were fitted to, and all others of their
/// groups: to be near those proves nothing. Known by the contents that the manifests of the made sets name. Of base
/// photo the photos that images were made on (all that are named where an image does not say), of base texture all.
/// A notice for each set without a manifest. Errors: those of readSpec() where there is one, of sha256OfFile().
Result<std::set<std::filesystem::path>> pathsOfExemplars(const Dataset &real, const std::vector<StudyDataset> &made,
                                                         const JobContext &context);

} // namespace patina
