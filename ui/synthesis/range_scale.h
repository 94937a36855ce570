#pragma once

namespace patina {

/// Where the values of one range stand on a slider: evenly where their limits are near each other, by orders of
/// magnitude where they are far apart, dense near 0 where the usual values are small against the largest.
class RangeScale
{
public:
    RangeScale() = default;
    /// \param lowest < highest. \param usual a value as it is used as a rule.
    RangeScale(double lowest, double highest, double usual);

    double lowest() const { return m_lowest; }
    double highest() const { return m_highest; }
    /// 0..1; what lies outside is moved to the end.
    double positionOf(double value) const;
    /// Of three digits where it is not one of the ends. \param position 0..1, as above.
    double valueAt(double position) const;
    bool contains(double value) const { return value >= m_lowest && value <= m_highest; }

private:
    enum class Kind { Even, Magnitudes, NearZero };
    Kind m_kind = Kind::Even;
    double m_lowest = 0.0;
    double m_highest = 1.0;
};

} // namespace patina
