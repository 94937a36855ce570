#pragma once

#include "core/base/result.h"
#include "core/project/change.h"

namespace patina {

/// Whether the facts of an edit can be facts: names that say something, masks with pixels, polygons with corners.
/// Errors: BadArgument.
Result<void> checkEdit(const Edit &edit);

} // namespace patina
