#pragma once

#include "app/cli/project_evaluation.h"
#include "app/cli/rule_request.h"
#include "app/cli/threshold_output.h"

#include <string>

namespace patina::cli {

/// A rule as `evaluate` and `report` are asked for it.
struct RuleUse
{
    const RuleOptions &options;
    const std::string &calibration; ///< folder or list that the rule chooses from; empty: a part of the groups
    const std::string &modelFile;
    const std::string &folder; ///< data set or project that is evaluated
};

/// Thresholds that a rule has chosen, on images that no figure is quoted on.
struct RuledThresholds
{
    ThresholdRequest request;
    CalibrationData calibration;
    PartsNote parts;
    ThresholdPair thresholds; ///< where the rule cannot be met the nearest
    std::string refusal;      ///< why it cannot be met; empty: it is

    /// Counted on both parts, as `threshold` counts. \param evaluation of the images that are quoted.
    ThresholdChoice countedOn(const Evaluation &evaluation) const;
};

/// Parts the data set, chooses on the one part, and leaves the other in `request`, with the thresholds.
/// \param request policy, area, strictness and the data set. Errors: those of partByFolderOrList(), partByGroups(),
/// evaluateDataset(); NotFound and BadArgument (a rule that cannot be met: what `threshold` prints of it is printed).
Result<RuledThresholds> chooseByRule(Inspector &inspector, EvaluateRequest &request, const RuleUse &use,
                                     const CommandContext &context);
/// The same of a project. Errors, too: BadArgument (a folder calibrates: images of another data set have no labels
/// there).
Result<RuledThresholds> chooseByRule(OpenedEvaluation &opened, const RuleUse &use, const CommandContext &context);

/// The words of a command that asks for the same rule again, each after a blank.
std::string ruleWords(const RuleUse &use, std::uint64_t seed);

} // namespace patina::cli
