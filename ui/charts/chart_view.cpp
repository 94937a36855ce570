#include "ui/charts/chart_view.h"

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr double kShortest = 1e-4; // of the home span

bool usable(const std::optional<double> &limit, bool log)
{
    return limit && std::isfinite(*limit) && (!log || *limit > 0.0);
}

ChartSpan logHome(const ChartAxis &axis, const std::optional<ChartSpan> &values, double padding)
{
    const double high = usable(axis.max, true) ? *axis.max : values ? values->high : 10.0;
    const double low = usable(axis.min, true) ? *axis.min : values ? std::min(values->low, high) : high / 1000.0;
    if (!(low < high))
        return {low / 2.0, std::max(low, high) * 2.0};
    const double room = std::pow(high / low, padding);
    return {usable(axis.min, true) ? low : low / room, usable(axis.max, true) ? high : high * room};
}

} // namespace

ChartSpan homeSpan(const ChartAxis &axis, const std::optional<ChartSpan> &values, double padding)
{
    if (axis.log)
        return logHome(axis, values, padding);
    const bool fixedLow = usable(axis.min, false);
    const bool fixedHigh = usable(axis.max, false);
    double low = fixedLow ? *axis.min : values ? values->low : 0.0;
    double high = fixedHigh ? *axis.max : values ? values->high : low + 1.0;
    if (!(low < high)) {
        const double room = std::max(0.5, std::abs(low) * 0.1);
        return fixedLow ? ChartSpan{low, low + room} : ChartSpan{high - room, high + room};
    }
    const double room = (high - low) * padding;
    if (!fixedLow && low != 0.0)
        low -= room;
    if (!fixedHigh && high != 0.0)
        high += room;
    return {low, high};
}

ChartSpan zoomedSpan(const PlotScale &scale, double pixel, double factor)
{
    return {scale.toValue(pixel + (scale.from - pixel) * factor), scale.toValue(pixel + (scale.to - pixel) * factor)};
}

ChartSpan shiftedSpan(const PlotScale &scale, double byPixels)
{
    return {scale.toValue(scale.from + byPixels), scale.toValue(scale.to + byPixels)};
}

ChartSpan keptWithin(const ChartSpan &span, const ChartSpan &home, bool log)
{
    const auto in = [log](double value) { return log ? std::log(value) : value; };
    const auto out = [log](double value) { return log ? std::exp(value) : value; };
    const double whole = in(home.high) - in(home.low);
    const double middle = (in(span.low) + in(span.high)) / 2.0;
    const double length = std::clamp(in(span.high) - in(span.low), whole * kShortest, whole);
    if (length >= whole)
        return home;
    const double low = std::clamp(middle - length / 2.0, in(home.low), in(home.high) - length);
    return {out(low), out(low + length)};
}

} // namespace patina
