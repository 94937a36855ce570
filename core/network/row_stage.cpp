#include "core/network/row_stage.h"

#include "core/network/depthwise_stage.h"
#include "core/network/window_stage.h"

#include <algorithm>

namespace patina {

Result<std::unique_ptr<RowStageWeights>> createRowStage(const StageSpec &spec, const TensorArchive &tensors,
                                                        double normEpsilon, int inChannels)
{
    const bool depthwise = std::ranges::find(spec.main, WindowKind::Depthwise, &WindowSpec::kind) != spec.main.end();
    return depthwise ? DepthwiseWeights::create(spec, tensors, normEpsilon, inChannels)
                     : createWindowStage(spec, tensors, normEpsilon, inChannels);
}

} // namespace patina
