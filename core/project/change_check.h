#pragma once

#include "core/base/result.h"
#include "core/project/change.h"

namespace patina {

/// Class of an image without defects, and of a label that says that nothing is there.
inline constexpr const char *goodName = "good";

/// Whether the facts of an edit can be facts: names that say something, masks with pixels, polygons with corners.
/// Errors: BadArgument.
Result<void> checkEdit(const Edit &edit);

} // namespace patina
