#pragma once

#include "core/coreset/initial_bank.h"
#include "core/features/feature_extractor.h"
#include "core/pipeline/excluded_regions.h"
#include "core/pipeline/holdout.h"
#include "core/pipeline/model.h"
#include "core/pipeline/trainer.h"

#include <memory>
#include <optional>

namespace patina {

/// What a training run is set up with before the first image is shown.
struct TrainingSetup
{
    TrainingSplit split;
    Model model; ///< described, with its projection, without a bank
    BackboneInfo backbone;
    std::unique_ptr<FeatureExtractor> extractor;
    ExcludedRegions excluded;           ///< images excluded as a whole are in no part of the split
    std::optional<InitialBank> initial; ///< that the bank starts from
};

/// Checks the request, splits the good images, and loads and describes what the run needs.
/// Errors: NotFound (no good images, backbone not installed), BadArgument, those of startFromInitialModel(), Unreadable
/// (strict), Cancelled, ...
Result<TrainingSetup> setUpTraining(const TrainRequest &request, const JobContext &context);

/// The images that a request trains on, and those that it keeps for the score scale. Errors: NotFound (no good images),
/// those of ExcludedRegions::read(), Unreadable (strict).
Result<TrainingSplit> splitRequest(const TrainRequest &request, const JobContext &context);

} // namespace patina
