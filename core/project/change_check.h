#pragma once

#include "core/base/result.h"
#include "core/project/change.h"

namespace patina {

/// Whether a fact can be one. Errors: BadArgument.
Result<void> checkFact(const ProjectImage &image);
Result<void> checkFact(const ProjectClass &labelClass);
Result<void> checkFact(const Label &label);
Result<void> checkFact(const Review &review);
Result<void> checkFact(const Zone &zone);
Result<void> checkFact(const ProjectModel &model);
Result<void> checkFact(const Setting &setting);

/// Whether the facts of an edit can be facts: names that say something, masks with pixels, polygons with corners.
/// Errors: BadArgument.
Result<void> checkEdit(const Edit &edit);

} // namespace patina
