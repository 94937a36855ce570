#pragma once

#include "app/cli/flat_json.h"
#include "core/thresholds/threshold_figures.h"

#include <string>

namespace patina::cli {

/// A request and what has come of it, for printing. \param choice has thresholds.
struct ThresholdReport
{
    const ThresholdRequest &request;
    const ThresholdChoice &choice;
    const PartsNote &parts;
};

/// The figures of `threshold --json`.
void addThresholds(const ThresholdReport &report, FlatJson &json);

/// What `threshold` prints on the terminal.
std::string thresholdText(const ThresholdReport &report);

} // namespace patina::cli
