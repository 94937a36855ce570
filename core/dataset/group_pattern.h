#pragma once

#include "core/base/result.h"
#include "core/dataset/dataset.h"

#include <cstdint>
#include <string>

namespace patina {

/// Sets the groups of a data set from the ids of its images: what the first parenthesis of a regular expression
/// (ECMAScript) matches, or the whole match where there is none. `([0-9]+)_cam[0-9]` puts all views of a part together.
/// Images that it does not match keep their group.
/// \returns how many it matches. Errors: BadArgument (no regular expression, or it matches no image; nothing is set).
Result<std::int64_t> assignGroupsByPattern(Dataset &dataset, const std::string &pattern);

} // namespace patina
