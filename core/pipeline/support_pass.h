#pragma once

#include "core/base/job_context.h"
#include "core/pipeline/holdout.h"
#include "core/pipeline/model.h"
#include "core/pipeline/support_rule.h"
#include "core/pipeline/training_images.h"

#include <vector>

namespace patina {

/// Reads the training images of the last data set version once more, counts the support of every row of the bank, notes
/// the regions whose rows stand alone (loneliness() from loneFrom on) as suspects, those of held-out images among them
/// (HeldOutSuspects), the loneliest first, and drops rows of that version by the rule. With the rule "auto" held-out
/// images with a suspect are taken out of the split: they would make the score scale too wide. Nothing is suspect with
/// fewer than 20 images, with strategies that do not space their rows out (random, union), or where more than a tenth
/// of the bank would be: then the notice says so. Progress stage: "support" (images). An image that cannot be read any
/// more counts no further, with a notice, or ends a strict run. Errors: those of SupportCounter, Cancelled.
Result<void> supportPass(Model &model, const TrainRequest &request, const TrainingImages &images, TrainingSplit &split,
                         const JobContext &context);

} // namespace patina
