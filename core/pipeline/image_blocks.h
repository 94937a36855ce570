#pragma once

#include "core/base/job_context.h"
#include "core/features/feature_extractor.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace patina {

/// Some rows of an image's patch grid.
struct ImageBlock
{
    const FeatureMatrix &features; ///< whole rows of the grid
    int firstRow;
    int columns; ///< of the grid
};

/// Where the patches of a block come from.
/// \param version of the data set. \param image in the list of training images.
std::vector<PatchRef> originsOf(const ImageBlock &block, std::int32_t version, std::int32_t image);

/// Of the features that scoring an image searches for at once: enough that threads seldom wait for each other.
inline constexpr std::int64_t scoredBlockBytes = std::int64_t{16} << 20;

using BlockSink = std::function<Result<void>(const ImageBlock &)>;

/// The most rows that a block of about `blockBytes` of `dim` features a patch may have, in a grid so wide.
std::int64_t mostBlockRows(std::int64_t blockBytes, std::int64_t columns, int dim);

/// The patches of an image in blocks of about `blockBytes`, from the top: no larger for a larger image.
/// Errors: those of the extractor and the sink.
Result<void> forEachBlock(FeatureExtractor &extractor, ImageSource &image, std::int64_t blockBytes,
                          const BlockSink &sink, const JobContext &context);

} // namespace patina
