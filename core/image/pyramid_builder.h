#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/image/image_rows.h"
#include "core/image/pyramid_file.h"

namespace patina {

/// Fills a pyramid from the rows of its image and commits it. Holds two rows of tiles a level and two strips of the
/// image at most. What is written can be read meanwhile. Stage "pyramid" (rows).
/// Errors: ShapeMismatch (rows of another image), those of ImageRows::next() and PyramidFile::writeTiles(), Cancelled.
Result<void> buildPyramid(ImageRows &rows, PyramidFile &file, const JobContext &context);

} // namespace patina
