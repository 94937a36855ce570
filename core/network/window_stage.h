#pragma once

#include "core/network/row_stage.h"

namespace patina {

/// Any chain of windows that are not depthwise, maybe with a shortcut. Errors: those of createRowStage.
Result<std::unique_ptr<RowStageWeights>> createWindowStage(const StageSpec &spec, const TensorArchive &tensors,
                                                           double normEpsilon, int inChannels);

} // namespace patina
