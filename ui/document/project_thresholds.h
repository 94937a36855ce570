#pragma once

#include "core/project/change.h"
#include "core/project/contents.h"
#include "ui/document/score_range.h"

#include <string>
#include <vector>

// Thresholds are facts of a project and a model: another model has a scale of its own.
namespace patina {

/// The range of a model with the thresholds that the project has for it; a model without thresholds gets none.
ScoreRange withThresholds(const ProjectContents &contents, const std::string &modelHash, ScoreRange range);

/// What gives a model these thresholds: no edits where it has them.
std::vector<Edit> thresholdEdits(const ProjectContents &contents, const std::string &modelHash, double review,
                                 double reject);
/// What gives it back its own.
std::vector<Edit> thresholdResets(const ProjectContents &contents, const std::string &modelHash);

} // namespace patina
