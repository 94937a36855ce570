#pragma once

#include <string>

namespace patina {

/// Class of an image without defects. No label class may be called that.
inline constexpr const char *goodClassName = "good";

/// False for a name that is empty, "good", over 128 bytes, no UTF-8, or holds a slash or a control character.
bool isClassName(const std::string &name);

} // namespace patina
