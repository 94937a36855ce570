#pragma once

#include <string>
#include <string_view>

namespace patina {

/// A foreign name made safe to show: at most 80 characters, control and non-ASCII bytes as '?'.
std::string printable(std::string_view foreign);

} // namespace patina
