#pragma once

#include "core/dataset/dataset.h"
#include "core/metrics/evaluation.h"
#include "core/studies/study_result.h"

#include <cstdint>
#include <string>

namespace patina {

/// The good training images of a data set alone, as many as asked for: the first ones of an order that the seed
/// shuffles, so that smaller draws are part of larger ones. \param images 0, or more than there are: all.
Dataset drawnDataset(const Dataset &dataset, std::int64_t images, std::uint64_t seed);

/// SHA-256 over ids, splits, classes, groups, masks, and sizes and times of change of the files.
std::string datasetDigest(const Dataset &dataset);

/// Images, regions and figures of an evaluation.
void takeOutcomes(const Evaluation &evaluation, StudyRunResult &result);

} // namespace patina
