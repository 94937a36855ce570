#include "core/metrics/recall_curve.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace patina {
namespace {

RecallCurve recallCurve(std::string name, FoundBy by, std::vector<double> scores)
{
    std::sort(scores.begin(), scores.end(), std::greater<>());
    RecallCurve curve{std::move(name), by, static_cast<std::int64_t>(scores.size()), {}};
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (i + 1 < scores.size() && scores[i + 1] == scores[i])
            continue;
        const auto found = static_cast<std::int64_t>(i + 1);
        const Interval interval = wilson95(found, curve.total);
        curve.points.push_back({scores[i],
                                found,
                                static_cast<double>(found) / static_cast<double>(curve.total),
                                interval.low,
                                interval.high,
                                {}});
    }
    return curve;
}

} // namespace

std::string reportName(const LabelClass &labelClass)
{
    return labelClass.name == "all" ? "class:all" : labelClass.name;
}

std::vector<RecallCurve> recallCurves(const Outcomes &outcomes, const std::vector<LabelClass> &classes,
                                      const LabelPolicy &policy, FoundBy by)
{
    std::vector<RecallCurve> curves;
    std::vector<double> all;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (roleOf(classes[i].kind, policy) != ClassRole::Defect)
            continue;
        std::vector<double> scores;
        for (const RegionOutcome &defect : outcomes.defects)
            if (defect.classIndex == static_cast<int>(i))
                scores.push_back(defect.foundScore(by));
        all.insert(all.end(), scores.begin(), scores.end());
        curves.push_back(recallCurve(reportName(classes[i]), by, std::move(scores)));
    }
    curves.push_back(recallCurve("all", by, std::move(all)));
    return curves;
}

} // namespace patina
