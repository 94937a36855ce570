#pragma once

#include "core/thresholds/threshold_choice.h"

#include <string>
#include <vector>

namespace patina {

/// A line of the table of both parts: what is counted, and how often on each.
struct PartsRow
{
    std::string what; ///< "escaped, below review: crack", "overkill, good parts rejected"
    RateCount calibration;
    RateCount acceptance;
};
/// Escapes by class, then overkill; at reject only where that is another threshold. \param choice has thresholds.
std::vector<PartsRow> partsRows(const ThresholdChoice &choice);
/// "3 of 40", a Wilson interval and the exact bound; "none" and dashes where there is nothing to count.
std::vector<std::string> rateCells(const RateCount &count);

/// What has come of a rule, for who knows no statistics.
struct RuleOutcome
{
    /// The rule is met, and the acceptance part alone shows it as well. Of a rule without a bound: it is met.
    bool shown = false;
    std::string sentence; ///< leads with whether it is met, and says how many there are and how many it takes
};
/// Of the rules of a request, in their order.
std::vector<RuleOutcome> ruleOutcomes(const ThresholdRequest &request, const ThresholdChoice &choice);

/// Where a threshold comes from that no rule sets, or that had to move along so that reject is not below review: one
/// sentence. Empty: a rule has set it to what it is. \param side Review or Reject.
std::string movedAlongText(const ThresholdRequest &request, const ThresholdChoice &choice, ThresholdSide side);

} // namespace patina
