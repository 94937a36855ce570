#pragma once

#include "core/base/job_context.h"
#include "core/pipeline/holdout.h"
#include "core/pipeline/model.h"
#include "core/pipeline/support_rule.h"
#include "core/pipeline/training_images.h"
#include "core/ranks/rank_group.h"

#include <vector>

namespace patina {

/// Reads the training images of the last data set version once more and counts the support of every row of the bank.
/// Rows of that version whose n-th nearest image but their own (nearbyImages, PatchProbe) is suspectFrom covering radii
/// away, and patches of held-out images (HeldOutSuspects), are noted as suspect regions, the loneliest first. Rows of
/// that version are dropped by the rule; "auto" drops those that stand alone, from loneFrom on: with it held-out images
/// in which something stands alone are taken out of the split, as they would make the score scale too wide. Nothing is
/// suspect with fewer than 20 images, or without a covering radius: then the notice says so.
/// Ranks share the images, and all come to the same. \param radiusL2 of the bank, 99.9 % of the training patches lie
/// within. Progress stage: "support" (images). An image that cannot be read any more counts no further, with a notice,
/// or ends a strict run. Errors: those of SupportCounter, Cancelled.
Result<void> supportPass(Model &model, double radiusL2, const TrainRequest &request, TrainingImages &images,
                         TrainingSplit &split, RankGroup &ranks, const JobContext &context);

} // namespace patina
