#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/studies/study_plan.h"

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace patina {

/// SHA-256 of the real images that the set made in a folder is like or that its defects were fitted to, as its manifest
/// names them. Of base photo the photos that images were made on (all that are named where an image does not say), of
/// base texture all. None: there is no manifest. Errors: those of readSpec().
Result<std::optional<std::set<std::string>>> contentsOfExemplars(const std::filesystem::path &made);

/// Images of a real data set that the made sets are like or that their defects were fitted to, and all others of their
/// groups: to be near those proves nothing. A notice for each set without a manifest. Errors: those of
/// contentsOfExemplars() and of sha256OfFile().
Result<std::set<std::filesystem::path>> pathsOfExemplars(const Dataset &real, const std::vector<StudyDataset> &made,
                                                         const JobContext &context);

} // namespace patina
