#pragma once

#include "ui/jobs/inspection_engine.h"

namespace patina {

/// The engine that works: data sets, images and models by core.
/// \param backboneFolder empty: the user's data folder.
std::shared_ptr<const InspectionEngine> createCoreEngine(const std::filesystem::path &backboneFolder = {});

/// The scale on which maps and scores of a model are shown: half as far again above the reject threshold; without
/// thresholds twice the distance that 99.9 % of the training patches stay under.
ScoreRange scoreRangeOf(const ModelInfo &model);

} // namespace patina
