#pragma once

#include "core/thresholds/threshold_choice.h"

#include <cstddef>
#include <string>
#include <vector>

namespace patina {

/// What the acceptance part says of the bound of a rule, in one sentence. Where it neither confirms nor breaks it and
/// what was counted is above the bound, that is said, too. \param rule into ThresholdRequest::rules. Empty: the rule
/// has no bound.
std::string verdictText(const ThresholdRequest &request, const ThresholdChoice &choice, std::size_t rule);

/// What a part is expected to cost on both parts. Empty: no rule asks for it.
std::string costText(const ThresholdChoice &choice);

/// All of them, with the name of the rule before each. Empty where the rules are not met.
std::vector<std::string> verdictTexts(const ThresholdRequest &request, const ThresholdChoice &choice);

} // namespace patina
