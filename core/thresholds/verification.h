#pragma once

#include "core/metrics/intervals.h"
#include "core/thresholds/threshold_rule.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace patina {

/// How many of what there is are on the wrong side of a threshold.
struct RateCount
{
    std::int64_t failed = 0;
    std::int64_t total = 0;
    // Of a total over 0:
    Interval wilson95;
    double upper = 1.0; ///< exact one-sided bound, with the confidence of the verification
    bool operator==(const RateCount &) const = default;
};

/// \param confidence in (0, 1).
RateCount rateCount(std::int64_t failed, std::int64_t total, double confidence);

struct ClassEscapes
{
    std::string name;  ///< of the class; "all" for the total (a class called so is "class:all")
    RateCount escaped; ///< below review: nobody sees them
    RateCount passed;  ///< below reject: not rejected without a person
};

/// Escape and overkill of a pair of thresholds on one part of the data, side by side.
struct Verification
{
    std::int64_t goodImages = 0;
    std::int64_t anomalousImages = 0;
    std::int64_t groups = 0;
    std::vector<ClassEscapes> defects; ///< the classes, then "all"
    RateCount lookedAt;                ///< good, at or above review
    RateCount rejected;                ///< good, at or above reject
};

/// \param classes in the order of Verification::defects. \param confidence of the exact bounds, in (0, 1).
Verification verifyAt(const ThresholdPair &thresholds, const CalibrationData &data,
                      const std::vector<std::string> &classes, CountUnit unit, double confidence);

/// What data that had no part in the choice say of a rate and its bound.
enum class BoundVerdict {
    Confirmed, ///< its exact upper bound is within the bound, too
    Open,      ///< there is too little to say
    Broken,    ///< its exact lower bound is above the bound
};

/// What the bound of a rule is about, counted at a threshold.
struct BoundedRate
{
    std::string name; ///< of the class that escapes; empty: overkill
    RateCount count;
};
/// Empty for a rule without a bound. By point estimate the bounds have 95 %.
std::vector<BoundedRate> boundedRates(const ThresholdRule &rule, double threshold, const CalibrationData &data);

/// \returns nothing for a rule without a bound. Of several classes the worst; Open where there is nothing to count.
/// By point estimate the bounds have 95 %.
std::optional<BoundVerdict> boundVerdict(const ThresholdRule &rule, double threshold, const CalibrationData &data);

/// "confirmed", "open" or "broken".
std::string_view boundVerdictName(BoundVerdict verdict);

} // namespace patina
