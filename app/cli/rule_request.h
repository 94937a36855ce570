#pragma once

#include "app/cli/threshold_options.h"
#include "core/base/job_context.h"
#include "core/evaluation/project_evaluation.h"
#include "core/pipeline/evaluation_run.h"
#include "core/thresholds/project_parts.h"
#include "core/thresholds/threshold_choice.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace patina::cli {

/// Those of the classes that count as defects under the policy. \param source a data set or project, for what is said.
/// Errors: NotFound (a class that --class names is none of them).
Result<std::vector<std::string>> countedClasses(const std::vector<LabelClass> &classes, const std::string &source,
                                                const LabelPolicy &policy, const RuleOptions &options);

/// Where --unit group counts parts somebody has to have said what is of one. \param images with the groups that they
/// are said to be of. \param source that they are of, for what is said. Errors: BadArgument (no image has a group).
Result<void> checkGroups(const std::vector<KnownImage> &images, const RuleOptions &options, const std::string &source);

/// SHA-256 of the test images by their ids, as far as they can be read. Errors: Cancelled.
Result<std::map<std::string, std::string>> hashesOfTestImages(const Dataset &dataset, const JobContext &job);
/// Groups that hold copies of each other become one, so that no copy verifies what the other chose; says so.
void joinCopies(Dataset &dataset, const std::map<std::string, std::string> &sha256, const JobContext &job);
/// The same by what the project keeps of its files.
void joinCopies(ProjectEvaluationRequest &request, const JobContext &job);

/// The threshold at which nothing is flagged: peaks are wanted, not what lies above it.
inline constexpr double thresholdOfNothing = 1e30;
/// Says on which scale the thresholds are that a rule sets for a model without a calibration.
void noticeUncalibrated(const ScoreScale &scale, const JobContext &job);

/// Has a project's images scored as scoredForRule() has those of a data set.
void scoreForRule(ProjectEvaluationRequest &request, const ScoreScale &scale, const JobContext &job);
/// Scores the test images that a rule chooses from; of an uncalibrated model too, which is said.
Result<EvaluationRun> scoredForRule(Inspector &inspector, EvaluateRequest request, RankGroup &ranks,
                                    const JobContext &job);

/// Of a calibrated model; none of another.
std::optional<ThresholdPair> ownThresholds(const ScoreScale &scale);
/// Those that the project has for the model, else its own.
std::optional<ThresholdPair> projectThresholds(const ProjectContents &contents, const ModelInfo &model);

/// \param data that the rules choose from. \param own where no rule sets one. \param folder they come from, for what
/// is said.
/// Errors: NotFound (max-escape without an outlined defect).
Result<ThresholdRequest> ruleRequest(const RuleOptions &options, const CalibrationData &data,
                                     const std::vector<std::string> &counted, const std::optional<ThresholdPair> &own,
                                     std::uint64_t seed, const std::string &folder);

/// Says what spoils the confidence of a bound before anything is counted: images that look like several of one part
/// though no groups are known, and a seed that may have been looked for. \param groups of --groups.
void noticeParts(const std::vector<KnownImage> &images, const ThresholdRequest &request, const std::string &groups,
                 const JobContext &job);

/// A binomial takes independent trials, and defects of one part are none: says so where it matters.
void noticeDependence(const CalibrationData &data, const ThresholdRequest &request, const JobContext &job);

} // namespace patina::cli
