#include "app/cli/memory_size.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <optional>

namespace patina::cli {

namespace {

constexpr double mebibyte = 1024.0 * 1024.0;
constexpr double tebibyte = mebibyte * mebibyte;

std::optional<double> unitBytes(std::string unit)
{
    std::transform(unit.begin(), unit.end(), unit.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (unit.empty() || unit == "b")
        return 1.0;
    const std::size_t power = std::string_view("kmgt").find(unit.front());
    if (power == std::string_view::npos)
        return std::nullopt;
    const std::string ending = unit.substr(1);
    if (ending == "b")
        return std::pow(1000.0, static_cast<double>(power) + 1);
    if (ending.empty() || ending == "ib")
        return std::pow(1024.0, static_cast<double>(power) + 1);
    return std::nullopt;
}

/// \param range as it is told.
Result<std::int64_t> parseSize(std::string_view text, double smallest, double largest, std::string_view range)
{
    double number = 0.0;
    const char *end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number, std::chars_format::fixed);
    const auto unit = error == std::errc() ? unitBytes(std::string(at, end)) : std::nullopt;
    if (!unit || !std::isfinite(number))
        return fail(ErrorCode::BadArgument,
                    fmt::format("'{}' is no size: write 2GiB, 500MB or a number of bytes", text));
    const double bytes = std::floor(number * *unit);
    if (!(bytes >= smallest && bytes <= largest))
        return fail(ErrorCode::BadArgument, fmt::format("{} is not between {}", text, range));
    return static_cast<std::int64_t>(bytes);
}

} // namespace

Result<std::int64_t> parseMemorySize(std::string_view text)
{
    return parseSize(text, 64.0 * mebibyte, 64.0 * tebibyte, "64MiB and 64TiB");
}

Result<std::int64_t> parseReservoirSize(std::string_view text)
{
    return parseSize(text, mebibyte, tebibyte, "1MiB and 1TiB");
}

} // namespace patina::cli
