#pragma once

#include "core/thresholds/calibration_data.h"
#include "core/thresholds/rule_answer.h"

#include <optional>

namespace patina {

// Rules that estimate: what they come to on other parts is theirs to show (verifyAt), nothing bounds it. None depends
// on the order of the data. Peaks are finite.

/// Mean plus `sigmas` standard deviations (of the population) of the good images' peaks. Cannot: fewer than two, or
/// none apart from each other.
RuleAnswer meanSigmaRule(const CalibrationData &data, double sigmas);

/// The lowest threshold at which no more than the share `overkill` of the good images is flagged: maxOverkillRule() by
/// point estimate, each image counted. \param overkill in [0, 1). Cannot: no good image.
RuleAnswer quantileRule(const CalibrationData &data, double overkill);

/// The highest threshold with the largest F1 of the images, anomalous ones being positive. Cannot: no good or no
/// anomalous image.
RuleAnswer f1MaxRule(const CalibrationData &data);

struct CostPrices
{
    double escape = 1.0;              ///< of an anomalous image that is not flagged; finite, not negative
    double overkill = 1.0;            ///< of a good image that is flagged; finite, not negative
    std::optional<double> prevalence; ///< share of anomalous parts in production, in (0, 1); nothing: as counted
};

/// The expected cost of a part at a threshold: p x escape x (share of anomalous images below it) + (1 - p) x overkill x
/// (share of good images at or above it). Needs images of both kinds.
double expectedCost(const CalibrationData &data, const CostPrices &prices, double threshold);

/// The threshold of the least expected cost; of several the lowest, which lets fewest escape. Cannot: no good or no
/// anomalous image.
RuleAnswer costRule(const CalibrationData &data, const CostPrices &prices);

} // namespace patina
