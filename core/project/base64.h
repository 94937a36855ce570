#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace patina {

/// RFC 4648, section 4, padded, on one line.
std::string toBase64(std::span<const std::uint8_t> bytes);
/// None where it is not that.
std::optional<std::vector<std::uint8_t>> fromBase64(std::string_view text);

} // namespace patina
