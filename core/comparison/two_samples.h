#pragma once

#include <cstdint>
#include <span>

namespace patina {

/// How a p-value was come by.
enum class PValueKind {
    Exact,  ///< from every way of dealing the pooled values out, ties as they are
    Normal, ///< by the normal approximation
};

/// Mann-Whitney U of a second sample against a first, one-sided: does the second come out higher?
struct RankSum
{
    double u = 0.0;        ///< pairs in which the second is higher, ties half
    double superior = 0.5; ///< u by the number of pairs: the probability that a second value is above a first one
    double p = 1.0;        ///< of u as large as this, or larger, were both of one distribution
    PValueKind kind = PValueKind::Exact;
};

/// Mann and Whitney 1947 (Annals of Mathematical Statistics 18, 50-60). Exact, with ties too, where the table of the
/// shift algorithm (Streitberg and Roehmel 1986, Statistical Software Newsletter 12, 10-17) takes at most `mostSteps`:
/// the distribution of the rank sum over all ways to deal the pooled midranks out. Else normal, with the variance
/// corrected for ties and a continuity correction of 1/2 (Lehmann 1975, Nonparametrics, chapter 1).
/// \param first, second finite, at least one each, in any order.
RankSum mannWhitney(std::span<const double> first, std::span<const double> second,
                    std::int64_t mostSteps = 200'000'000);

/// Kolmogorov-Smirnov of two samples, two-sided: is their distribution another one in any way?
struct LargestGap
{
    double d = 0.0; ///< largest distance of the two empirical distribution functions
    double p = 1.0; ///< exact: of a gap as large as this, or larger, were both of one distribution
};

/// Smirnov 1939; the p-value counts lattice paths (Hodges 1958, Arkiv foer Matematik 3, 469-486), which are looked at
/// only where a tie ends, so that it is exact with ties too: that of the permutation test (Schroeer and Trenkler 1995,
/// Computational Statistics and Data Analysis 20, 185-202). Steps: product of the sample sizes.
/// \param first, second as above.
LargestGap kolmogorovSmirnov(std::span<const double> first, std::span<const double> second);

/// The least p-value that both tests can come to with samples of these sizes, one-sided for the first: where the two
/// lie apart altogether. 1 / (number of ways to deal out). \param first, second at least 1.
double leastRankSumP(std::int64_t first, std::int64_t second);

} // namespace patina
