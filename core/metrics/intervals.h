#pragma once

#include <cstdint>

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

/// How many trials without one it takes for that bound to be at most `rate` (299 for 1 %). \param rate in (0, 1).
std::int64_t trialsForUpper95(double rate);

} // namespace patina
