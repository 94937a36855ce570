#pragma once

#include "core/evaluation/project_evaluation.h"
#include "core/thresholds/image_parts.h"
#include "core/thresholds/threshold_choice.h"

#include <cstddef>
#include <memory>
#include <optional>

namespace patina {

/// \param shown says which classes count. \param share of the calibration part. \param now the thresholds of the
/// moment.
ThresholdRequest requestFor(const ThresholdRule &rule, const Evaluation &shown, double share,
                            const std::optional<ThresholdPair> &now);

/// Figures that thresholds are looked for in, and the images that these are of.
struct RuleSearch
{
    ThresholdRequest request;
    std::shared_ptr<const ProjectEvaluation> figures;
    std::size_t policy = 0; ///< into their evaluations
    ProjectEvaluationRequest images;
};

struct RuleFinding
{
    ThresholdRequest request;
    ThresholdChoice choice;
    PartsNote parts;
    std::optional<Verification> now; ///< on all images, at the thresholds of when it was asked
};

/// Has anybody said which images are of one part?
bool haveGroups(const ProjectContents &contents);

/// Chooses and counts on the parts that `patina-cli threshold` has of the project with the same share and seed
/// (partsOfProject()). Errors: those of partsOfProject().
Result<std::shared_ptr<const RuleFinding>> findThresholds(const RuleSearch &search);

} // namespace patina
