#pragma once

#include "app/cli/threshold_options.h"
#include "core/base/job_context.h"
#include "core/dataset/dataset.h"
#include "core/pipeline/evaluation_run.h"
#include "core/thresholds/threshold_choice.h"

#include <cstdint>
#include <string>
#include <vector>

namespace patina::cli {

/// Classes of a data set that count as defects under the policy. Errors: NotFound (a class that --class names is none
/// of them).
Result<std::vector<std::string>> countedClasses(const Dataset &dataset, const LabelPolicy &policy,
                                                const RuleOptions &options);

/// A minimum area takes the scale of a calibrated model. Errors: BadArgument.
Result<void> checkMinArea(std::int64_t minAreaPx, const std::string &modelFile, const ScoreScale &scale);

/// Scores the test images that a rule chooses from; of an uncalibrated model too, which is said.
Result<EvaluationRun> scoredForRule(Inspector &inspector, EvaluateRequest request, RankGroup &ranks,
                                    const JobContext &job);

/// \param data that the rules choose from. \param folder they come from, for what is said.
/// Errors: NotFound (max-escape without an outlined defect).
Result<ThresholdRequest> ruleRequest(const RuleOptions &options, const CalibrationData &data,
                                     const std::vector<std::string> &counted, const ScoreScale &scale,
                                     std::uint64_t seed, const std::string &folder);

/// A binomial takes independent trials, and defects of one part are none: says so where it matters.
void noticeDependence(const CalibrationData &data, const ThresholdRequest &request, const JobContext &job);

} // namespace patina::cli
