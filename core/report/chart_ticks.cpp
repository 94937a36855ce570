#include "core/report/chart.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace patina {

namespace {

/// 1, 2 or 5 times a power of ten, at least `rough`.
double niceStep(double rough)
{
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= rough * (1.0 - 1e-9))
            return factor * power;
    return 10.0 * power;
}

} // namespace

Ticks niceTicks(double low, double high, int wished)
{
    assert(std::isfinite(low) && std::isfinite(high) && low < high && wished > 0);
    Ticks ticks;
    ticks.step = niceStep((high - low) / wished);
    ticks.digits = std::max(0, -static_cast<int>(std::floor(std::log10(ticks.step) + 1e-9)));
    const double first = std::ceil(low / ticks.step - 1e-6);
    const double last = std::floor(high / ticks.step + 1e-6);
    for (double multiple = first; multiple <= last; multiple += 1.0)
        ticks.values.push_back(multiple == 0.0 ? 0.0 : multiple * ticks.step);
    return ticks;
}

} // namespace patina
