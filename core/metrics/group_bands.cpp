#include "core/metrics/group_bootstrap.h"
#include "core/metrics/intervals.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace patina {
namespace {

/// Points of a curve whose values on all resamples are held at once.
constexpr std::size_t pointsAtOnce = 256;

struct RankedDefect
{
    double score = 0.0;
    std::size_t group = 0;
};

/// The defects of a curve, falling. \param classIndex none: of all classes.
std::vector<RankedDefect> rankedDefects(const Outcomes &outcomes, const ImageGroups &groups,
                                        std::optional<int> classIndex, FoundBy by)
{
    std::vector<RankedDefect> defects;
    for (const RegionOutcome &defect : outcomes.defects)
        if (!classIndex || *classIndex == defect.classIndex)
            defects.push_back({defect.foundScore(by), *groups.of(static_cast<std::size_t>(defect.image))});
    std::ranges::stable_sort(defects, std::greater<>(), &RankedDefect::score);
    return defects;
}

/// Draws the same resamples for every block of points and goes on counting where the last block ended.
class Band
{
public:
    Band(const std::vector<RankedDefect> &defects, const ImageGroups &groups, const BootstrapSettings &settings)
        : m_defects(defects), m_groups(groups), m_settings(settings),
          m_found(static_cast<std::size_t>(settings.resamples), 0.0), m_total(m_found)
    {
        for (std::size_t r = 0; r < m_total.size(); ++r) {
            m_groups.draw(m_settings.seed, static_cast<std::int64_t>(r), m_times);
            for (const RankedDefect &defect : m_defects)
                m_total[r] += m_times[defect.group];
        }
    }

    void addTo(std::span<RecallCurve::Point> points)
    {
        std::vector<std::vector<double>> values(points.size());
        std::size_t next = m_next;
        for (std::size_t r = 0; r < m_total.size(); ++r) {
            m_groups.draw(m_settings.seed, static_cast<std::int64_t>(r), m_times);
            next = m_next;
            for (std::size_t p = 0; p < points.size(); ++p) {
                for (; next < m_defects.size() && m_defects[next].score >= points[p].threshold; ++next)
                    m_found[r] += m_times[m_defects[next].group];
                if (m_total[r] > 0.0)
                    values[p].push_back(m_found[r] / m_total[r]);
            }
        }
        m_next = next;
        for (std::size_t p = 0; p < points.size(); ++p)
            points[p].byGroups = percentileInterval95(std::move(values[p]), m_settings.resamples);
    }

private:
    const std::vector<RankedDefect> &m_defects;
    const ImageGroups &m_groups;
    BootstrapSettings m_settings;
    std::vector<double> m_found; ///< per resample
    std::vector<double> m_total;
    std::vector<double> m_times;
    std::size_t m_next = 0; ///< the first defect not counted yet
};

} // namespace

void addGroupBands(std::vector<RecallCurve> &curves, const Evaluation &evaluation)
{
    const BootstrapSettings &settings = evaluation.settings.bootstrap;
    const ImageGroups groups(evaluation.outcomes.images);
    if (settings.resamples < 1 || groups.count() < 2)
        return;
    for (RecallCurve &curve : curves) {
        const auto found = std::ranges::find(evaluation.classes, curve.name, reportName);
        const std::optional<int> classIndex = found == evaluation.classes.end()
                                                  ? std::nullopt
                                                  : std::optional(static_cast<int>(found - evaluation.classes.begin()));
        const auto defects = rankedDefects(evaluation.outcomes, groups, classIndex, curve.by);
        Band band(defects, groups, settings);
        const std::span<RecallCurve::Point> points(curve.points);
        for (std::size_t first = 0; first < points.size(); first += pointsAtOnce)
            band.addTo(points.subspan(first, std::min(pointsAtOnce, points.size() - first)));
    }
}

} // namespace patina
