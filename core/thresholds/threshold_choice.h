#pragma once

#include "core/thresholds/verification.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace patina {

struct PlacedRule
{
    ThresholdRule rule;
    ThresholdSide side = ThresholdSide::Review;
};

struct ThresholdRequest
{
    std::vector<PlacedRule> rules;      ///< one, or one for each of the two thresholds
    std::vector<std::string> classes;   ///< that are counted: all that count as defects
    double calibrationShare = 0.5;      ///< of the groups, in (0, 1); the others accept
    std::uint64_t seed = 0;             ///< of the split
    CountUnit unit = CountUnit::Single; ///< of the counts
    double confidence = 0.95;           ///< of the exact bounds beside the counts, in (0, 1)
    std::int64_t minAreaPx = 1;         ///< of the regions that count, for what is said
    /// Thresholds are hundredths, as they are shown and typed: on the side that keeps the bound of a rule that has one
    /// (max-escape and the rules without a bound down, max-overkill and quantile up).
    bool hundredths = false;
    std::optional<ThresholdPair> model; ///< of a calibrated model: where no rule sets them
};

struct ThresholdChoice
{
    std::vector<RuleAnswer> answers; ///< of the rules, in their order
    /// What the rules come to; where one cannot be met, with the nearest to it. Nothing where there is none.
    std::optional<ThresholdPair> thresholds;
    // At these thresholds, where there are any:
    Verification calibration;
    Verification acceptance;
    std::vector<std::optional<BoundVerdict>> verdicts;        ///< of the rules, on the acceptance part
    std::vector<std::vector<BoundedRate>> bounded;            ///< of the rules: what the verdicts are about
    std::vector<std::vector<BoundedRate>> calibrationBounded; ///< the same on the calibration part
    /// Of a rule `cost`: the expected cost of a part, at the share of anomalous parts that the threshold was chosen
    /// with. None where there is no such rule, or where a part lacks good or anomalous images.
    std::optional<double> calibrationCost;
    std::optional<double> acceptanceCost;

    /// All rules are met.
    bool met() const;
};

/// Splits, chooses on one part and counts on both.
ThresholdChoice chooseThresholds(const CalibrationData &data, const ThresholdRequest &request);
/// The same on two parts that are there already.
ThresholdChoice chooseThresholds(const CalibrationSplit &parts, const ThresholdRequest &request);

} // namespace patina
