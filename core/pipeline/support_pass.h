#pragma once

#include "core/base/job_context.h"
#include "core/pipeline/model.h"
#include "core/pipeline/support_rule.h"
#include "core/pipeline/training_images.h"

#include <vector>

namespace patina {

/// Reads the training images of the last data set version once more, counts the support of every row of the bank, drops
/// rows of the last data set version by the rule and notes the regions they come from as suspects, the loneliest first.
/// With fewer than 20 images nothing is dropped, and nothing by `Auto` where more than a tenth of the bank would go, or
/// where the strategy does not space its rows out (random, union): then the notice says so. Progress stage: "support"
/// (images). An image that cannot be read any more is left out with a notice. Errors: those of SupportCounter,
/// Cancelled.
Result<void> supportPass(Model &model, const SupportRule &rule, const Dataset &dataset, const TrainingImages &images,
                         int threads, const JobContext &context);

} // namespace patina
