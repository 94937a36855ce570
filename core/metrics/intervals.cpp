#include "core/metrics/intervals.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace patina {
namespace {

/// ln n!; the reentrant form, since the plain one writes a global.
double logFactorial(std::int64_t n)
{
    int sign = 0;
    return ::lgamma_r(static_cast<double>(n) + 1.0, &sign);
}

double binomialTerm(std::int64_t seen, std::int64_t total, double rate)
{
    return std::exp(logFactorial(total) - logFactorial(seen) - logFactorial(total - seen) +
                    static_cast<double>(seen) * std::log(rate) + static_cast<double>(total - seen) * std::log1p(-rate));
}

/// The terms from `seen` down to 0 (step -1) or up to `total` (step 1). Away from the largest term they fall ever
/// faster, so that the rest behind a negligible one is negligible, too.
double tailSum(std::int64_t seen, std::int64_t total, double rate, int step)
{
    double term = binomialTerm(seen, total, rate);
    double sum = term;
    const double odds = rate / (1.0 - rate);
    for (std::int64_t i = seen; term > sum * 1e-18 && (step < 0 ? i > 0 : i < total); i += step) {
        term *= step < 0 ? static_cast<double>(i) / static_cast<double>(total - i + 1) / odds
                         : static_cast<double>(total - i) / static_cast<double>(i + 1) * odds;
        sum += term;
    }
    return std::min(sum, 1.0);
}

} // namespace

Interval wilson95(std::int64_t found, std::int64_t total)
{
    assert(total > 0 && found >= 0 && found <= total);
    constexpr double z = 1.959963984540054;
    const auto n = static_cast<double>(total);
    const double share = static_cast<double>(found) / n;
    const double centre = share + z * z / (2.0 * n);
    const double half = z * std::sqrt(share * (1.0 - share) / n + z * z / (4.0 * n * n));
    const double scale = 1.0 + z * z / n;
    // Both ends are exact where the share is: rounding must not leave 1e-17 or 0.9999999.
    return {found == 0 ? 0.0 : std::clamp((centre - half) / scale, 0.0, 1.0),
            found == total ? 1.0 : std::clamp((centre + half) / scale, 0.0, 1.0)};
}

double noneSeenUpper95(std::int64_t total)
{
    return noneSeenUpper(total, 0.95);
}

double quantileOf(const std::vector<double> &sorted, double share)
{
    assert(!sorted.empty() && share >= 0.0 && share <= 1.0);
    const double position = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (position - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

std::optional<Interval> percentileInterval95(std::vector<double> values, std::int64_t resamples)
{
    constexpr double validShare = 0.95;
    if (values.empty() || static_cast<double>(values.size()) < validShare * static_cast<double>(resamples))
        return std::nullopt;
    std::sort(values.begin(), values.end());
    return Interval{quantileOf(values, 0.025), quantileOf(values, 0.975)};
}

std::int64_t trialsForUpper95(double rate)
{
    return trialsForUpper(rate, 0.95);
}

double noneSeenUpper(std::int64_t total, double confidence)
{
    assert(total > 0 && confidence > 0.0 && confidence < 1.0);
    return -std::expm1(std::log1p(-confidence) / static_cast<double>(total));
}

std::int64_t trialsForUpper(double rate, double confidence)
{
    assert(rate > 0.0 && rate < 1.0 && confidence > 0.0 && confidence < 1.0);
    return static_cast<std::int64_t>(std::ceil(std::log1p(-confidence) / std::log1p(-rate) * (1.0 - 1e-12)));
}

double binomialAtMost(std::int64_t seen, std::int64_t total, double rate)
{
    assert(total > 0 && seen >= 0 && seen <= total && rate >= 0.0 && rate <= 1.0);
    if (seen == total || rate <= 0.0)
        return 1.0;
    if (rate >= 1.0)
        return 0.0;
    if (static_cast<double>(seen) <= static_cast<double>(total) * rate)
        return tailSum(seen, total, rate, -1);
    return 1.0 - tailSum(seen + 1, total, rate, 1);
}

double exactUpper(std::int64_t seen, std::int64_t total, double confidence)
{
    assert(total > 0 && seen >= 0 && seen <= total && confidence > 0.0 && confidence < 1.0);
    if (seen == total)
        return 1.0;
    if (seen == 0)
        return noneSeenUpper(total, confidence);
    double low = 0.0;
    double high = 1.0;
    for (double middle = 0.5; low < middle && middle < high; middle = low + (high - low) / 2.0)
        (binomialAtMost(seen, total, middle) > 1.0 - confidence ? low : high) = middle;
    return high;
}

double exactLower(std::int64_t seen, std::int64_t total, double confidence)
{
    return 1.0 - exactUpper(total - seen, total, confidence);
}

std::optional<std::int64_t> mostSeenWithin(double rate, std::int64_t total, double confidence)
{
    assert(total >= 0);
    if (total < trialsForUpper(rate, confidence))
        return std::nullopt;
    std::int64_t most = 0;
    for (std::int64_t above = total; most + 1 < above;) { // all of them never are few enough
        const std::int64_t middle = most + (above - most) / 2;
        (binomialAtMost(middle, total, rate) <= 1.0 - confidence ? most : above) = middle;
    }
    return most;
}

} // namespace patina
