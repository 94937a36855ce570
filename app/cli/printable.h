#pragma once

#include <string>
#include <string_view>

namespace patina::cli {

/// Text from files and names, safe for one line of a terminal: control characters become '?', so that no file name
/// moves the cursor or breaks a line; bytes that are no UTF-8 become '?' too.
std::string printable(std::string_view text);

} // namespace patina::cli
