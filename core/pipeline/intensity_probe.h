#pragma once

#include "core/base/job_context.h"
#include "core/dataset/dataset.h"

#include <vector>

namespace patina {

/// Bit depth of a training set and how its values become 0..255.
struct ImageIntensity
{
    int bitDepth = 8;
    IntensityScale scale;
};

/// Depth of the first readable image of `images` (indices into Dataset::images); for 16 bits the camera's full scale
/// from the largest value found in up to 16 of them, spread evenly. Errors: Unreadable (none can be read), Cancelled.
Result<ImageIntensity> probeIntensity(const Dataset &dataset, const std::vector<std::size_t> &images,
                                      const JobContext &context);

} // namespace patina
