#pragma once

#include "app/cli/rule_request.h"
#include "app/cli/threshold_output.h"

#include <string>

namespace patina::cli {

/// Thresholds that a rule has chosen for `evaluate`, on images that no figure is quoted on.
struct RuledThresholds
{
    ThresholdRequest request;
    CalibrationData calibration;
    ThresholdPair thresholds;

    /// Counted on both parts, as `threshold` counts. \param evaluation of the images that are quoted.
    ThresholdChoice countedOn(const Evaluation &evaluation) const;
};

/// Parts the data set, chooses on the one part, and leaves the other in `request`, with the thresholds.
/// \param calibration a folder or a list; empty: a part of the groups. \param request policy, area, strictness and the
/// data set. Errors: those of partByFolderOrList(), partByGroups(), evaluateDataset(); NotFound and BadArgument (a rule
/// that cannot be met, with the figures).
Result<RuledThresholds> chooseByRule(Inspector &inspector, EvaluateRequest &request, const RuleOptions &options,
                                     const std::string &calibration, const std::string &modelFile,
                                     const CommandContext &context);

} // namespace patina::cli
