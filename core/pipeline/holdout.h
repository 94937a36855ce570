#pragma once

#include "core/base/job_context.h"
#include "core/dataset/dataset.h"

#include <cstdint>
#include <vector>

namespace patina {

/// Which good images train the bank and which are kept for the score scale; indices into Dataset::images.
struct TrainingSplit
{
    std::vector<std::size_t> train; ///< in the seeded order in which they are shown to the coreset
    std::vector<std::size_t> heldOut;
    std::size_t sharedWithTraining = 0; ///< good validation images left out: their groups are trained on
    std::size_t wished = 0; ///< images that the share asks for; 0 where nothing was drawn from the training images
};

/// Good images of the training split. Held out: the good images of the validation split, but for groups
/// that the training split has, too, where there are any, else about
/// `share` of the training images, whole groups at a time (a part is never on both sides), at least two of six or more
/// and five of twenty or more. A group that would more than double the share is left where it is; where all are so
/// large, the smallest is held out if it leaves at least half. \param share in [0, 0.9]; 0: none.
/// \param maxTrain 0 = all, else a seeded draw of that many.
TrainingSplit splitTraining(const Dataset &dataset, double share, std::int64_t maxTrain, std::uint64_t seed);

/// Says where groups have kept the split from being what was asked for.
void noteSplit(const TrainingSplit &split, const JobContext &context);

} // namespace patina
