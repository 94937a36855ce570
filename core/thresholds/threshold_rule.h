#pragma once

#include "core/base/result.h"
#include "core/thresholds/bounded_rules.h"
#include "core/thresholds/threshold_rules.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace patina {

enum class RuleKind { MeanSigma, Quantile, F1Max, MaxEscape, MaxOverkill, Cost };

/// "mean-sigma", "quantile", "f1-max", "max-escape", "max-overkill" or "cost".
std::string_view ruleName(RuleKind kind);

/// Which of the two thresholds a rule sets. Below review a part is OK, from reject on NG, between them a person looks.
enum class ThresholdSide { Review, Reject, Both };

/// Review for max-escape (what is below it nobody sees), reject for max-overkill, both for the others.
ThresholdSide usualSide(RuleKind kind);

/// A rule with all it takes; what its kind has no use for is ignored.
struct ThresholdRule
{
    RuleKind kind = RuleKind::MaxEscape;
    double sigmas = 3.0;              ///< of mean-sigma
    RateBound bound;                  ///< of max-escape and max-overkill; quantile: the rate alone
    std::vector<std::string> classes; ///< of max-escape: each is kept within the bound
    CostPrices prices;                ///< of cost
};

/// A rule as it is written: its name, and behind a colon the number it takes.
struct RuleText
{
    RuleKind kind = RuleKind::MaxEscape;
    std::optional<double> number; ///< k of mean-sigma (0 .. 100), else a rate in (0, 1)
    bool operator==(const RuleText &) const = default;
};

/// `mean-sigma:K`, `quantile:Q`, `f1-max`, `max-escape[:RATE]`, `max-overkill[:RATE]`, `cost`. Errors: BadArgument
/// (an unknown name; no number, where mean-sigma or quantile take one; a number out of range, or where none is taken).
Result<RuleText> parseRuleText(std::string_view text);

/// "max-escape 1 % of crack, dent with 95 % confidence".
std::string ruleSentence(const ThresholdRule &rule);

RuleAnswer applyRule(const ThresholdRule &rule, const CalibrationData &data);

struct ThresholdPair
{
    double review = 1.0;
    double reject = 1.0; ///< at least review
    bool operator==(const ThresholdPair &) const = default;
};

/// The pair from what rules have set; at least one of the two is given. The other one is the model's, where there is
/// one and the order allows, else the same. Where two rules cross, every threshold between theirs meets both: the pair
/// is then the upper one twice, which flags least.
ThresholdPair settledPair(std::optional<double> review, std::optional<double> reject,
                          const std::optional<ThresholdPair> &model);

} // namespace patina
