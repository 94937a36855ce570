#pragma once

#include "core/coreset/patch_probe.h"
#include "core/pipeline/held_out_suspects.h"
#include "core/pipeline/training_images.h"
#include "core/ranks/rank_group.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace patina {

/// What is asked of every patch beside the support of rows.
struct SupportProbes
{
    std::optional<PatchProbe> rows;
    std::optional<HeldOutSuspects> heldOut;
};

struct SupportReading
{
    std::vector<std::int32_t> support; ///< of every row of the bank, by the images of the last data set version
    std::int64_t unread = 0;           ///< images that could not be read again
};

/// Reads the training images of a model's last data set version once more: counts support, and shows the images to the
/// probes. Ranks share the images; afterwards all know the whole. Progress stage and errors: see supportPass().
Result<SupportReading> readForSupport(const Model &model, const TrainRequest &request, TrainingImages &images,
                                      SupportProbes &probes, RankGroup &ranks, const JobContext &context);

} // namespace patina
