#pragma once

#include "app/cli/flat_json.h"
#include "core/pipeline/model.h"

#include <filesystem>
#include <string>

namespace patina::cli {

/// The figures of `train --json`.
void addTrainingFigures(const Model &model, FlatJson &json);
/// Those, and what `model info --json` says beyond them.
void addModelFacts(const Model &model, FlatJson &json);
/// What `train` prints on the terminal.
std::string trainingText(const Model &model, const std::filesystem::path &path);
/// The first regions to look at, and where all of them are; empty where there are none.
std::string suspectsText(const ModelInfo &info, const std::filesystem::path &folder);
/// What `model info` prints on the terminal.
std::string modelText(const Model &model, const std::filesystem::path &path);

} // namespace patina::cli
