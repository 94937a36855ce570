#include "core/metrics/evaluation.h"
#include "core/metrics/intervals.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace patina {
namespace {

/// "all" is the total of all classes.
std::string reportName(const LabelClass &labelClass)
{
    return labelClass.name == "all" ? "class:all" : labelClass.name;
}

DefectCount defectCount(std::string name, std::int64_t found, std::int64_t total)
{
    DefectCount count{std::move(name), found, total, {}, {}, {}, {}};
    if (total == 0) {
        const std::string what =
            count.name == "all" ? "outlined defect" : fmt::format("outlined defect of class {}", count.name);
        count.recall = count.low = count.high = count.escapeUpper95 =
            Figure::absent(fmt::format("there is no {}", what));
        return count;
    }
    const Interval interval = wilson95(found, total);
    count.recall = Figure::of(static_cast<double>(found) / static_cast<double>(total));
    count.low = Figure::of(interval.low);
    count.high = Figure::of(interval.high);
    count.escapeUpper95 =
        found == total
            ? Figure::of(noneSeenUpper95(total))
            : Figure::absent(fmt::format("{} of {} escaped: the exact bound is for no escape", total - found, total));
    return count;
}

std::vector<DefectCount> defectCounts(const Outcomes &outcomes, const std::vector<LabelClass> &classes,
                                      const LabelPolicy &policy, double threshold)
{
    std::vector<std::int64_t> found(classes.size(), 0);
    std::vector<std::int64_t> total(classes.size(), 0);
    std::int64_t foundOfAll = 0;
    for (const RegionOutcome &defect : outcomes.defects) {
        const auto index = static_cast<std::size_t>(defect.classIndex);
        const std::int64_t hit = static_cast<double>(defect.peak) >= threshold ? 1 : 0;
        ++total[index];
        found[index] += hit;
        foundOfAll += hit;
    }
    std::vector<DefectCount> counts;
    for (std::size_t i = 0; i < classes.size(); ++i)
        if (roleOf(classes[i].kind, policy) == ClassRole::Defect)
            counts.push_back(defectCount(reportName(classes[i]), found[i], total[i]));
    counts.push_back(defectCount("all", foundOfAll, static_cast<std::int64_t>(outcomes.defects.size())));
    return counts;
}

ImpurityCount impurityCount(const LabelClass &labelClass, ClassRole role, std::int64_t flagged, std::int64_t total)
{
    const std::string name = reportName(labelClass);
    if (role != ClassRole::Harmless) {
        const Figure why =
            Figure::absent(role == ClassRole::Defect ? fmt::format("{} counts as a defect under this policy", name)
                                                     : fmt::format("{} is ignored under this policy", name));
        return {name, why, why, why};
    }
    return {name, Figure::of(static_cast<double>(flagged)), Figure::of(static_cast<double>(total)),
            total > 0 ? Figure::of(static_cast<double>(flagged) / static_cast<double>(total))
                      : Figure::absent(fmt::format("there is no outlined region of class {}", name))};
}

std::vector<ImpurityCount> impurityCounts(const Outcomes &outcomes, const std::vector<LabelClass> &classes,
                                          const LabelPolicy &policy, double threshold)
{
    std::vector<ImpurityCount> counts;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (!isImpurity(classes[i].kind, policy))
            continue;
        std::int64_t flagged = 0;
        std::int64_t total = 0;
        for (const RegionOutcome &impurity : outcomes.impurities) {
            if (impurity.classIndex != static_cast<int>(i))
                continue;
            ++total;
            flagged += static_cast<double>(impurity.peak) >= threshold ? 1 : 0;
        }
        counts.push_back(impurityCount(classes[i], roleOf(classes[i].kind, policy), flagged, total));
    }
    return counts;
}

RecallCurve recallCurve(std::string name, std::vector<float> peaks)
{
    std::sort(peaks.begin(), peaks.end(), std::greater<>());
    RecallCurve curve{std::move(name), static_cast<std::int64_t>(peaks.size()), {}};
    for (std::size_t i = 0; i < peaks.size(); ++i) {
        if (i + 1 < peaks.size() && peaks[i + 1] == peaks[i])
            continue;
        const auto found = static_cast<std::int64_t>(i + 1);
        const Interval interval = wilson95(found, curve.total);
        curve.points.push_back({static_cast<double>(peaks[i]), found,
                                static_cast<double>(found) / static_cast<double>(curve.total), interval.low,
                                interval.high});
    }
    return curve;
}

} // namespace

OperatingPoint countsAt(const Outcomes &outcomes, const std::vector<LabelClass> &classes,
                        const EvaluationSettings &settings, double threshold)
{
    OperatingPoint point;
    point.threshold = threshold;
    point.defects = defectCounts(outcomes, classes, settings.policy, threshold);
    point.impurities = impurityCounts(outcomes, classes, settings.policy, threshold);
    std::int64_t flagged = 0;
    for (const ImageOutcome &image : outcomes.images) {
        if (image.role != ImageRole::Good)
            continue;
        ++point.goodImages;
        flagged += image.peak && static_cast<double>(*image.peak) >= threshold ? 1 : 0;
    }
    const Figure needsMaps = Figure::absent(fmt::format("counting regions at {:g} needs the score maps", threshold));
    const Figure noGood = Figure::absent("there is no good image");
    point.goodFlagged = settings.minAreaPx > 1 ? needsMaps : Figure::of(static_cast<double>(flagged));
    point.overkill = point.goodImages == 0 ? noGood
                     : settings.minAreaPx > 1
                         ? needsMaps
                         : Figure::of(static_cast<double>(flagged) / static_cast<double>(point.goodImages));
    point.falseRegionsPerImage = point.goodImages == 0 ? noGood : needsMaps;
    point.pixelFpr = needsMaps;
    return point;
}

std::vector<RecallCurve> recallCurves(const Outcomes &outcomes, const std::vector<LabelClass> &classes,
                                      const LabelPolicy &policy)
{
    std::vector<RecallCurve> curves;
    std::vector<float> all;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (roleOf(classes[i].kind, policy) != ClassRole::Defect)
            continue;
        std::vector<float> peaks;
        for (const RegionOutcome &defect : outcomes.defects)
            if (defect.classIndex == static_cast<int>(i))
                peaks.push_back(defect.peak);
        all.insert(all.end(), peaks.begin(), peaks.end());
        curves.push_back(recallCurve(reportName(classes[i]), std::move(peaks)));
    }
    curves.push_back(recallCurve("all", std::move(all)));
    return curves;
}

} // namespace patina
