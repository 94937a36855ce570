#pragma once

#include "core/thresholds/image_parts.h"
#include "core/thresholds/threshold_choice.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace patina {

/// A value with its name, or why there is none.
struct NamedValue
{
    std::string name;
    std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string> value;
    std::string why{}; ///< exactly where there is no value
};

/// Why the rules cannot be met; empty where they are.
std::string refusalText(const ThresholdChoice &choice);

/// What has come of rules, under the names of `threshold --json`. \param choice has thresholds.
std::vector<NamedValue> thresholdFigures(const ThresholdRequest &request, const ThresholdChoice &choice,
                                         const PartsNote &parts);

} // namespace patina
