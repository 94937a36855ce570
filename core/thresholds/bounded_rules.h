#pragma once

#include "core/thresholds/calibration_data.h"
#include "core/thresholds/counting_units.h"
#include "core/thresholds/rule_answer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace patina {

/// A rate that is to stay at or below a bound.
struct RateBound
{
    double rate = 0.01;                      ///< in (0, 1)
    std::optional<double> confidence = 0.95; ///< in (0, 1); nothing: by point estimate, which promises nothing
    CountUnit unit = CountUnit::Single;
};

/// The highest threshold at which the escape rate of EACH listed class is within the bound (the least overkill that the
/// bound allows). With a confidence: the highest t such that at t and at every lower one the exact (Clopper-Pearson)
/// upper bound of each class's escape rate is at most bound.rate.
///
/// The threshold is chosen on the data that it is tested on, and the confidence holds nevertheless: with at least that
/// probability over calibration sets, the true escape rate of every listed class at the answer is within the bound.
/// - Fixed-sequence testing. The hypotheses "some class escapes more than the bound at t" are tested in an order that
///   is fixed before the data are seen, from the safe end (nothing escapes below all scores) upwards, each at the full
///   level, until the first that cannot be rejected (Bauer 1991, Statistics in Medicine 10, 871-890; as "Learn then
///   Test": Angelopoulos, Bates, Candes, Jordan and Lei 2021). An error needs the first true one to be rejected.
/// - Monotone risk. What has escaped at t has escaped above it: the first true hypothesis is the end of the true
///   thresholds, the count there decides, and no grid of thresholds is needed. It comes to an order statistic, the
///   tolerance limit of Wilks 1941 (Annals of Mathematical Statistics 12, 91-96).
/// - Several classes need no correction: the first true hypothesis is true by one of them, and rejecting it needs the
///   bound of that one, too (intersection-union test: Berger 1982, Technometrics 24, 295-300).
/// - Ties. peak < t escapes, so equal peaks escape together; the answer is a peak, and it is itself found.
/// The binomial needs units that are independent. Defects of one part are not: it holds for CountUnit::Group where
/// parts are drawn independently, for CountUnit::Single only where no part has two.
///
/// Cannot: a class without a defect (nothing is nearest); fewer of one than it takes when none escapes. Nearest is then
/// the highest threshold at which none of the listed classes escapes.
/// \param classes at least one.
RuleAnswer maxEscapeRule(const CalibrationData &data, const std::vector<std::string> &classes, const RateBound &bound);

/// The lowest threshold at which the overkill rate, of good images with peak >= t, is within the bound: the same from
/// the other side, starting above all scores. The answer is the next float32 above a good image's peak.
/// Cannot: no good image (nothing is nearest); fewer than it takes when none is flagged. Nearest is then the lowest
/// threshold that flags none.
RuleAnswer maxOverkillRule(const CalibrationData &data, const RateBound &bound);

/// The largest count of `total` that is at most the share `rate`, and not all. \param rate in [0, 1). \param total > 0.
std::int64_t mostByEstimate(double rate, std::int64_t total);

/// The lowest threshold that at most `most` of the peaks reach, as far as float32 tells them apart.
/// \param rising not empty. \param most less than their number.
double lowestWithAtMost(const std::vector<double> &rising, std::int64_t most);

} // namespace patina
