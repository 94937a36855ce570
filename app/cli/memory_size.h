#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string_view>

namespace patina::cli {

/// Bytes of "2GiB", "1.5G", "500MB", "1073741824": KB, MB, GB, TB count in thousands, KiB ... TiB and the bare letters
/// K ... T in 1024s (as GNU tools do); case does not matter. Errors: BadArgument (no such form, under 64 MiB, over 64
/// TiB).
Result<std::int64_t> parseMemorySize(std::string_view text);
/// The same from 1 MiB to 1 TiB.
Result<std::int64_t> parseReservoirSize(std::string_view text);

} // namespace patina::cli
