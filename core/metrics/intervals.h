#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace patina {

struct Interval
{
    double low = 0.0;
    double high = 1.0;
    bool operator==(const Interval &) const = default;
};

/// Wilson score interval of a share at 95 % (Wilson 1927; z = 1.95996). \param total > 0. \param found 0..total.
Interval wilson95(std::int64_t found, std::int64_t total);

/// Exact upper 95 % bound on a rate of which none was seen in `total` trials: 1 - 0.05^(1/total). \param total > 0.
double noneSeenUpper95(std::int64_t total);

/// Linearly interpolated between order statistics. \param sorted rising, not empty. \param share 0..1.
double quantileOf(const std::vector<double> &sorted, double share);

/// The 2.5 and 97.5 % quantiles of what a figure came to on resamples. None where it has no meaning on more than 5 % of
/// them. \param values of those on which it has one, in any order. \param resamples all of them, > 0.
std::optional<Interval> percentileInterval95(std::vector<double> values, std::int64_t resamples);

/// How many trials without one it takes for that bound to be at most `rate` (299 for 1 %). \param rate in (0, 1).
std::int64_t trialsForUpper95(double rate);

/// Both for any confidence in (0, 1): 1 - (1 - confidence)^(1/total), and its inverse.
double noneSeenUpper(std::int64_t total, double confidence);
std::int64_t trialsForUpper(double rate, double confidence);

/// P(X <= seen) of a binomial X: `total` independent trials of probability `rate`. Summed from its largest term
/// outwards; right to about 1e-9 of itself up to a million trials. \param seen 0..total. \param rate 0..1.
double binomialAtMost(std::int64_t seen, std::int64_t total, double rate);

/// Exact one-sided bounds on a rate of which `seen` of `total` were seen (Clopper and Pearson 1934, Biometrika 26,
/// 404-413): the upper one is the rate at which as few as `seen` have probability 1 - confidence, the lower one that at
/// which as many have. 1 where all were seen, 0 where none was. \param total > 0. \param confidence in (0, 1).
double exactUpper(std::int64_t seen, std::int64_t total, double confidence);
double exactLower(std::int64_t seen, std::int64_t total, double confidence);

/// The largest count whose exact upper bound is at most `rate`; nothing where even none seen is too many, which is
/// exactly where total < trialsForUpper(rate, confidence). \param rate in (0, 1).
std::optional<std::int64_t> mostSeenWithin(double rate, std::int64_t total, double confidence);

} // namespace patina
