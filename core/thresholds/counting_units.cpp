#include "core/thresholds/counting_units.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace patina {
namespace {

/// Peaks by group, of each group the one that `first` puts first.
class UnitPeaks
{
public:
    UnitPeaks(CountUnit unit, const double &(*pick)(const double &, const double &)) : m_unit(unit), m_pick(pick) {}

    void add(const std::string &group, double peak)
    {
        if (m_unit == CountUnit::Single) {
            m_peaks.push_back(peak);
            return;
        }
        const auto [at, added] = m_byGroup.emplace(group, peak);
        at->second = m_pick(at->second, peak);
    }

    std::vector<double> rising()
    {
        for (const auto &[group, peak] : m_byGroup)
            m_peaks.push_back(peak);
        std::ranges::sort(m_peaks);
        return std::move(m_peaks);
    }

private:
    CountUnit m_unit;
    const double &(*m_pick)(const double &, const double &);
    std::map<std::string, double> m_byGroup;
    std::vector<double> m_peaks;
};

} // namespace

std::vector<double> escapePeaks(const CalibrationData &data, const std::string &className, CountUnit unit)
{
    UnitPeaks peaks(unit, std::min<double>);
    for (const JudgedDefect &defect : data.defects)
        if (className.empty() || defect.className == className)
            peaks.add(defect.group, defect.peak);
    return peaks.rising();
}

std::vector<double> overkillPeaks(const CalibrationData &data, CountUnit unit)
{
    UnitPeaks peaks(unit, std::max<double>);
    for (const JudgedImage &image : data.good)
        peaks.add(image.group, image.peak);
    return peaks.rising();
}

std::int64_t countBelow(const std::vector<double> &rising, double threshold)
{
    return std::ranges::lower_bound(rising, threshold) - rising.begin();
}

std::int64_t countAtOrAbove(const std::vector<double> &rising, double threshold)
{
    return std::ssize(rising) - countBelow(rising, threshold);
}

double justAbove(double peak)
{
    const auto nearest = static_cast<float>(peak);
    if (static_cast<double>(nearest) > peak)
        return static_cast<double>(nearest);
    return static_cast<double>(std::nextafter(nearest, std::numeric_limits<float>::infinity()));
}

std::vector<std::string> defectClasses(const CalibrationData &data)
{
    std::set<std::string> names;
    for (const JudgedDefect &defect : data.defects)
        names.insert(defect.className);
    return {names.begin(), names.end()};
}

} // namespace patina
