#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/dataset/dataset.h"
#include "core/pipeline/inspector.h"

#include <cstdint>
#include <optional>

namespace patina {

/// The threshold of SegF1: mean + 3 standard deviations of the scores of all pixels of the good images of the
/// validation split. Images with impurity masks are left out. None where no image is left.
/// Progress stage: "validation" (images). Every rank reads all of them and comes to the same bits.
/// \param minAreaPx as inspectCounted(). \param strict an image that cannot be used ends the run; otherwise it is named
/// and left out. Errors: those of Inspector::inspect where strict, Cancelled.
Result<std::optional<double>> segF1ThresholdOf(Inspector &inspector, const Dataset &dataset, std::int64_t minAreaPx,
                                               bool strict, const JobContext &context);

} // namespace patina
