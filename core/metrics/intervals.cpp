#include "core/metrics/intervals.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace patina {

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
    assert(total > 0);
    return -std::expm1(std::log(0.05) / static_cast<double>(total));
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
    assert(rate > 0.0 && rate < 1.0);
    return static_cast<std::int64_t>(std::ceil(std::log(0.05) / std::log1p(-rate) * (1.0 - 1e-12)));
}

} // namespace patina
