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

/// The depth that more than half of the readable ones of `images` (indices into Dataset::images) have by their headers,
/// of very many 256 spread evenly; for 16 bits the camera's full scale from the largest value found in up to 16 of
/// them. Errors: Unreadable (none can be read), BadArgument (no depth has more than half, counts named), Cancelled.
Result<ImageIntensity> probeIntensity(const Dataset &dataset, const std::vector<std::size_t> &images,
                                      const JobContext &context);

} // namespace patina
