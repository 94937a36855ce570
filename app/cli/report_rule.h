#pragma once

#include "app/cli/evaluation_rule.h"
#include "core/report/report_input.h"

#include <string>

namespace patina::cli {

/// The command that evaluates by the same rule. \param command of a report: its thresholds go. \param words of
/// ruleWords().
std::string withRule(std::string command, const std::string &words);

/// Tells in a report how its thresholds were chosen, on which images, and what the images that are quoted say of that.
/// \param input with the evaluation of these.
void tellRule(const RuledThresholds &ruled, ReportInput &input);

} // namespace patina::cli
