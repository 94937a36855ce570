#include "core/metrics/operating_point.h"

#include "core/metrics/recall_curve.h"

#include <fmt/format.h>

namespace patina {
namespace {

std::vector<DefectCount> defectCounts(const Outcomes &outcomes, const std::vector<LabelClass> &classes,
                                      const LabelPolicy &policy, double threshold)
{
    std::vector<std::vector<const RegionOutcome *>> ofClass(classes.size());
    std::vector<const RegionOutcome *> all;
    for (const RegionOutcome &defect : outcomes.defects) {
        ofClass[static_cast<std::size_t>(defect.classIndex)].push_back(&defect);
        all.push_back(&defect);
    }
    std::vector<DefectCount> counts;
    for (std::size_t i = 0; i < classes.size(); ++i)
        if (roleOf(classes[i].kind, policy) == ClassRole::Defect)
            counts.push_back(defectCount(reportName(classes[i]), ofClass[i], threshold));
    counts.push_back(defectCount("all", all, threshold));
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
            flagged += impurity.isFound(threshold) ? 1 : 0;
        }
        counts.push_back(impurityCount(classes[i], roleOf(classes[i].kind, policy), flagged, total));
    }
    return counts;
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

} // namespace patina
