#pragma once

#include "ui/jobs/training_engine.h"

#include <memory>

namespace patina {

/// Training by core. \param backboneFolder empty: the user's data folder.
std::shared_ptr<const TrainingEngine> createCoreTraining(std::filesystem::path backboneFolder = {});

} // namespace patina
