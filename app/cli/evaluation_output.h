#pragma once

#include "app/cli/flat_json.h"
#include "core/pipeline/evaluation_run.h"

#include <filesystem>
#include <string>

namespace patina::cli {

/// The figures of `evaluate --json`, each name behind `prefix`.
void addEvaluation(const Evaluation &evaluation, const std::string &prefix, FlatJson &json);

/// What `evaluate` prints on the terminal.
std::string evaluationText(const EvaluationRun &run, bool halves);

/// evaluation.json, images.csv, regions.csv and curve-*.csv in a folder, each whole or not at all. Errors: WriteFailed.
Result<void> writeEvaluation(const Evaluation &evaluation, const FlatJson &json, const std::filesystem::path &folder);

} // namespace patina::cli
