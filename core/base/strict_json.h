#pragma once

#include "core/base/result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string_view>

namespace patina {

/// What a JSON text from a stranger may cost.
struct JsonLimits
{
    int maxDepth = 32;                   ///< nested objects and arrays
    std::int64_t maxValues = 10'000'000; ///< values and keys, counted before anything is built
};

/// Parses a whole JSON text (RFC 8259: UTF-8, one value, no trailing text). Keys repeated in one object are refused.
/// Time grows with the length of the text times the logarithm of the number of keys in one object.
/// Errors: BadFormat with the place, TooLarge (depth, values), OutOfMemory. The caller names the file.
Result<nlohmann::json> parseStrictJson(std::string_view text, const JsonLimits &limits = {});

} // namespace patina
