#pragma once

#include "core/evaluation/project_evaluation.h"
#include "core/thresholds/image_parts.h"

#include <cstdint>
#include <vector>

namespace patina {

/// The images of a project that its figures can be of, as dealtParts() and listedParts() take them: by what their
/// folders say and which labels lie on them.
std::vector<KnownImage> knownImages(const ProjectEvaluationRequest &request);

/// Groups that hold copies of each other become one, by what the project keeps of its files. \returns the copies; of
/// those that are joined already there are none.
CopiesTogether joinCopies(ProjectEvaluationRequest &request);

/// The parts that a rule has of a project, for whoever asks: copies together, then dealtParts(). Of policy, thresholds
/// and scores they are free. Errors: those of dealtParts().
Result<ImageParts> partsOfProject(ProjectEvaluationRequest request, double share, std::uint64_t seed);

} // namespace patina
