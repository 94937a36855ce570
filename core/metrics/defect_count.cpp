#include "core/metrics/intervals.h"
#include "core/metrics/operating_point.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace patina {
namespace {

using Defects = std::vector<const RegionOutcome *>;

/// \param why where there is nothing to find.
RecallCount recallCount(std::int64_t found, std::int64_t total, const std::string &why)
{
    if (total == 0) {
        const Figure absent = Figure::absent(why);
        return {0, 0, absent, absent, absent};
    }
    const Interval interval = wilson95(found, total);
    return {found, total, Figure::of(static_cast<double>(found) / static_cast<double>(total)), Figure::of(interval.low),
            Figure::of(interval.high)};
}

std::int64_t foundOf(const Defects &defects, double threshold, FoundBy by)
{
    return std::ranges::count_if(defects, [&](const RegionOutcome *d) { return d->isFound(threshold, by); });
}

/// Which quarter of the defects an area belongs to. Limits are areas, not ranks: defects of one area stay together,
/// whatever order they came in.
class QuartileLimits
{
public:
    /// \param areas rising, at least one.
    explicit QuartileLimits(const std::vector<std::int64_t> &areas)
    {
        for (std::size_t quarter = 1; quarter <= m_limits.size(); ++quarter)
            m_limits[quarter - 1] = areas[(areas.size() * quarter + 3) / 4 - 1];
    }

    std::size_t quartileOf(std::int64_t area) const
    {
        return static_cast<std::size_t>(std::ranges::lower_bound(m_limits, area) - m_limits.begin());
    }

private:
    std::array<std::int64_t, 3> m_limits{}; ///< the largest area of the first, second and third quartile
};

std::array<SizeQuartile, 4> absentQuartiles(const std::string &why)
{
    const Figure absent = Figure::absent(why);
    std::array<SizeQuartile, 4> quartiles;
    quartiles.fill({recallCount(0, 0, why), absent, absent});
    return quartiles;
}

std::array<SizeQuartile, 4> sizeQuartiles(const Defects &defects, double threshold, const std::string &ofClass)
{
    if (defects.size() < 4)
        return absentQuartiles(
            fmt::format("quartiles of size need 4 outlined defects{}, there are {}", ofClass, defects.size()));
    std::vector<std::int64_t> areas(defects.size());
    std::ranges::transform(defects, areas.begin(), [](const RegionOutcome *d) { return d->areaPx; });
    std::ranges::sort(areas);
    const QuartileLimits limits(areas);
    std::array<Defects, 4> parts;
    for (const RegionOutcome *defect : defects)
        parts[limits.quartileOf(defect->areaPx)].push_back(defect);
    auto quartiles = absentQuartiles(
        fmt::format("too many outlined defects{} are of one size: none is left for this quartile", ofClass));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].empty())
            continue;
        const auto [least, most] = std::ranges::minmax(parts[i], {}, [](const RegionOutcome *d) { return d->areaPx; });
        quartiles[i] = {recallCount(foundOf(parts[i], threshold, FoundBy::Any), std::ssize(parts[i]), {}),
                        Figure::of(static_cast<double>(least->areaPx)), Figure::of(static_cast<double>(most->areaPx))};
    }
    return quartiles;
}

} // namespace

DefectCount defectCount(std::string name, const Defects &defects, double threshold)
{
    const std::string ofClass = name == "all" ? std::string() : fmt::format(" of class {}", name);
    const std::string none = fmt::format("there is no outlined defect{}", ofClass);
    const std::int64_t total = std::ssize(defects);
    const RecallCount any = recallCount(foundOf(defects, threshold, FoundBy::Any), total, none);
    DefectCount count{std::move(name), any.found, total, any.recall, any.low, any.high, {}, {}, {}};
    const std::int64_t escaped = total - any.found;
    count.escapeUpper95 =
        total == 0 ? Figure::absent(none)
        : escaped == 0
            ? Figure::of(noneSeenUpper95(total))
            : Figure::absent(fmt::format("{} of {} escaped: the exact bound is for no escape", escaped, total));
    for (std::size_t i = 0; i < count.overlap.size(); ++i)
        count.overlap[i] = recallCount(foundOf(defects, threshold, overlapCriteria[i]), total, none);
    count.quartiles = sizeQuartiles(defects, threshold, ofClass);
    return count;
}

} // namespace patina
