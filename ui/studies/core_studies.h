#pragma once

#include "ui/studies/study_engine.h"

namespace patina {

/// Studies by core. \param backboneFolder empty: the user's data folder.
std::shared_ptr<const StudyEngine> createCoreStudies(std::filesystem::path backboneFolder = {});

} // namespace patina
