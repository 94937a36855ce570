#pragma once

#include "tests/support/fake_engine.h"
#include "ui/jobs/training_engine.h"

namespace patina::testing {

/// The training part of the fake engine.
std::shared_ptr<const TrainingEngine> createFakeTraining(std::shared_ptr<FakeBehaviour> behaviour);

/// Every image below a folder, as one of the test split.
Result<Dataset> listImages(const std::filesystem::path &folder);

} // namespace patina::testing
