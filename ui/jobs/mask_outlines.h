#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/labels/run_mask.h"
#include "ui/canvas/canvas_mark.h"

#include <QColor>

#include <vector>

namespace patina {

/// A mask that is to be drawn as outline.
struct ColouredMask
{
    RunMask mask;
    QColor colour;
};

/// Outlines of masks, holes too. A mask whose box is very large is traced at a lower resolution: memory stays bounded.
/// Errors: Cancelled.
Result<std::vector<CanvasMark>> maskOutlines(const std::vector<ColouredMask> &masks, const JobContext &context);

} // namespace patina
