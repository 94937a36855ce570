#pragma once

#include "core/base/result.h"

#include <string_view>
#include <utility>

namespace patina::cli {

/// Width and height of "1024x768", sides as images are made with. Errors: BadArgument (no such form, a side too small
/// or too large).
Result<std::pair<int, int>> parseImageSize(std::string_view text);

} // namespace patina::cli
