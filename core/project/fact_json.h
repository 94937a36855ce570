#pragma once

#include "core/base/result.h"
#include "core/project/change.h"

#include <nlohmann/json_fwd.hpp>

#include <vector>

// Facts as the journal writes them: masks in base64, corners as pairs of numbers.
namespace patina {

/// `[{"what": "label", "before": null, "after": {...}}, ...]`
nlohmann::json editsToJson(const std::vector<Edit> &edits);
/// Errors: BadFormat.
Result<std::vector<Edit>> editsFromJson(const nlohmann::json &edits);

} // namespace patina
