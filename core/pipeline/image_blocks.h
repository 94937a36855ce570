#pragma once

#include "core/base/job_context.h"
#include "core/features/feature_extractor.h"

#include <functional>

namespace patina {

/// Some rows of an image's patch grid.
struct ImageBlock
{
    const FeatureMatrix &features; ///< whole rows of the grid
    int firstRow;
    int columns; ///< of the grid
};

using BlockSink = std::function<Result<void>(const ImageBlock &)>;

/// The patches of an image in blocks of about 48 MiB, from the top: large enough for the coreset to work well, and no
/// larger for a larger image. Errors: those of the extractor and the sink.
Result<void> forEachBlock(FeatureExtractor &extractor, ImageSource &image, const BlockSink &sink,
                          const JobContext &context);

} // namespace patina
