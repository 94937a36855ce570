#pragma once

#include "app/cli/flat_json.h"
#include "core/pipeline/evaluation_run.h"

#include <filesystem>
#include <string>
#include <vector>

namespace patina::cli {

/// The figures of `evaluate --json`.
void addEvaluation(const EvaluationRun &run, FlatJson &json);
/// Those of its two halves, behind `even.` and `odd.`.
void addHalves(const EvaluationRun &run, FlatJson &json);
/// Those at more thresholds, behind `at.0.8.`.
void addMoreThresholds(const EvaluationRun &run, const std::vector<double> &thresholds, FlatJson &json);

/// What `evaluate` prints on the terminal.
std::string evaluationText(const EvaluationRun &run, bool halves);
std::string moreThresholdsText(const EvaluationRun &run, const std::vector<double> &thresholds);

/// Removes the files that writeEvaluation makes. Errors: WriteFailed.
Result<void> removeEvaluation(const std::filesystem::path &folder);

/// evaluation.json, images.csv, regions.csv and curve-*.csv in a folder, each whole or not at all. Errors: WriteFailed.
Result<void> writeEvaluation(const Evaluation &evaluation, const FlatJson &json, const std::filesystem::path &folder);

} // namespace patina::cli
