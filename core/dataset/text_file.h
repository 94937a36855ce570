#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace patina {

/// A whole text file as UTF-8 without byte order mark. Side files come from anywhere: only regular files, bounded size.
/// Errors: NotFound, Unreadable, TooLarge (over maxBytes), BadFormat (no UTF-8, or a NUL byte).
Result<std::string> readUtf8File(const std::filesystem::path &path, std::int64_t maxBytes);

/// True where `text` is well-formed UTF-8 (Unicode 15, table 3-7: no overlong forms, no surrogates).
bool isUtf8(std::string_view text);

} // namespace patina
