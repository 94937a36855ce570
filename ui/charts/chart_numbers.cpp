#include "ui/charts/chart_numbers.h"

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr int kMostDecimals = 9;
constexpr double kLongest = 1e9; // larger numbers are written with a power of ten

int decimalsOf(double step)
{
    int decimals = 0;
    for (double scaled = step; decimals < kMostDecimals && std::abs(scaled - std::round(scaled)) > 1e-6 * scaled;
         scaled *= 10.0)
        ++decimals;
    return decimals;
}

} // namespace

QString ChartNumbers::atStep(double value, double step, ChartUnit unit, const QLocale &locale)
{
    if (!std::isfinite(value) || !(step > 0.0))
        return locale.toString(value);
    if (std::abs(value) < step * 1e-6)
        value = 0.0; // and no minus before it
    if (unit == ChartUnit::Percent)
        return tr("%1 %").arg(locale.toString(value * 100.0, 'f', decimalsOf(step * 100.0)));
    if (std::abs(value) >= kLongest || (value != 0.0 && std::abs(value) < 1e-6))
        return locale.toString(value, 'g', 4);
    return locale.toString(value, 'f', unit == ChartUnit::Count ? 0 : decimalsOf(step));
}

QString ChartNumbers::read(double value, ChartUnit unit, const QLocale &locale)
{
    if (unit == ChartUnit::Percent)
        return tr("%1 %").arg(locale.toString(value * 100.0, 'f', 1));
    if (unit == ChartUnit::Count)
        return locale.toString(std::round(value), 'f', 0);
    const double size = std::abs(value);
    if (size >= kLongest || (size != 0.0 && size < 1e-3))
        return locale.toString(value, 'g', 3);
    const int decimals = size >= 100.0 ? 1 : size >= 10.0 ? 2 : 3;
    return locale.toString(value, 'f', decimals);
}

} // namespace patina
