#include "ui/synthesis/range_scale.h"

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr double kFarApart = 20.0; ///< highest over lowest
constexpr double kSmall = 8.0;     ///< highest over the usual value
constexpr double kPower = 3.0;

double threeDigits(double value)
{
    if (value == 0.0)
        return 0.0;
    const double unit = std::pow(10.0, std::floor(std::log10(std::abs(value))) - 2.0);
    // Divided once more where the unit is below 1: 0.1 has no exact form, 10 has.
    return unit < 1.0 ? std::round(value / unit) / std::round(1.0 / unit) : std::round(value / unit) * unit;
}

} // namespace

RangeScale::RangeScale(double lowest, double highest, double usual) : m_lowest(lowest), m_highest(highest)
{
    if (lowest > 0.0 && highest / lowest > kFarApart)
        m_kind = Kind::Magnitudes;
    else if (lowest == 0.0 && usual > 0.0 && highest / usual > kSmall)
        m_kind = Kind::NearZero;
}

double RangeScale::positionOf(double value) const
{
    const double held = std::clamp(value, m_lowest, m_highest);
    if (m_kind == Kind::Magnitudes)
        return std::log(held / m_lowest) / std::log(m_highest / m_lowest);
    const double even = (held - m_lowest) / (m_highest - m_lowest);
    return m_kind == Kind::NearZero ? std::pow(even, 1.0 / kPower) : even;
}

double RangeScale::valueAt(double position) const
{
    if (position <= 0.0)
        return m_lowest;
    if (position >= 1.0)
        return m_highest;
    double value = m_lowest + (m_highest - m_lowest) * position;
    if (m_kind == Kind::Magnitudes)
        value = m_lowest * std::pow(m_highest / m_lowest, position);
    else if (m_kind == Kind::NearZero)
        value = m_highest * std::pow(position, kPower);
    return std::clamp(threeDigits(value), m_lowest, m_highest);
}

} // namespace patina
