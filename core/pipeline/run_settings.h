#pragma once

#include "core/pipeline/checkpoint.h"
#include "core/pipeline/excluded_regions.h"
#include "core/pipeline/holdout.h"
#include "core/pipeline/model.h"
#include "core/pipeline/trainer.h"

#include <map>
#include <string>

namespace patina {

/// Everything that decides the bank of a run, by the words of the command line: two runs with equal settings end with
/// the same bank. The images are told by a digest of their ids, sizes and times of change; threads do not matter.
/// \param info described for the run: backbone, layers, intensity.
std::map<std::string, std::string> runSettings(const TrainRequest &request, const ModelInfo &info,
                                               const TrainingSplit &split, const ExcludedRegions &excluded);

/// The request that goes on with the run of a checkpoint: the settings that decide its bank, as it was begun with.
/// Files stay those of the request: data set, initial model, list of exclusions. A setting that is not understood
/// stays, too.
TrainRequest requestToGoOn(TrainRequest request, const CheckpointFacts &facts);

} // namespace patina
