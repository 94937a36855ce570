#include "core/metrics/operating_point.h"

#include "core/metrics/intervals.h"
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
        return {name, why, why, why, why, why};
    }
    const auto count = [](std::int64_t value) { return Figure::of(static_cast<double>(value)); };
    if (total == 0) {
        const Figure none = Figure::absent(fmt::format("there is no outlined region of class {}", name));
        return {name, count(flagged), count(total), none, none, none};
    }
    const Interval interval = wilson95(flagged, total);
    return {name,
            count(flagged),
            count(total),
            Figure::of(static_cast<double>(flagged) / static_cast<double>(total)),
            Figure::of(interval.low),
            Figure::of(interval.high)};
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

/// What is flagged on good images.
struct GoodCount
{
    std::int64_t images = 0;
    std::int64_t flagged = 0;
    std::int64_t regions = 0;
    bool told = true; ///< the regions of all images are known at the threshold; else `flagged` is by any pixel
};

/// Into ImageOutcome::falseRegions; -1: neither of the two thresholds.
int countedIndex(const EvaluationSettings &settings, double threshold)
{
    return threshold == settings.reviewThreshold ? 0 : threshold == settings.rejectThreshold ? 1 : -1;
}

GoodCount goodCount(const Outcomes &outcomes, const EvaluationSettings &settings, double threshold)
{
    GoodCount count;
    const int counted = countedIndex(settings, threshold);
    for (const ImageOutcome &image : outcomes.images)
        if (image.role == ImageRole::Good)
            count.told = count.told && (counted >= 0 || image.regions.tell(threshold));
    for (const ImageOutcome &image : outcomes.images) {
        if (image.role != ImageRole::Good)
            continue;
        const std::int64_t regions = !count.told    ? 0
                                     : counted >= 0 ? image.falseRegions[static_cast<std::size_t>(counted)]
                                                    : image.regions.count(threshold, settings.minAreaPx);
        const bool over = image.peak && static_cast<double>(*image.peak) >= threshold;
        ++count.images;
        count.regions += regions;
        count.flagged += (count.told ? regions > 0 : over) ? 1 : 0;
    }
    return count;
}

} // namespace

void setOverkill(OperatingPoint &point, std::int64_t flagged)
{
    point.goodFlagged = Figure::of(static_cast<double>(flagged));
    if (point.goodImages == 0) {
        point.overkill = point.overkillLow = point.overkillHigh = Figure::absent("there is no good image");
        return;
    }
    const Interval interval = wilson95(flagged, point.goodImages);
    point.overkill = Figure::of(static_cast<double>(flagged) / static_cast<double>(point.goodImages));
    point.overkillLow = Figure::of(interval.low);
    point.overkillHigh = Figure::of(interval.high);
}

OperatingPoint countsAt(const Outcomes &outcomes, const std::vector<LabelClass> &classes,
                        const EvaluationSettings &settings, double threshold)
{
    OperatingPoint point;
    point.threshold = threshold;
    point.defects = defectCounts(outcomes, classes, settings.policy, threshold);
    point.impurities = impurityCounts(outcomes, classes, settings.policy, threshold);
    const GoodCount good = goodCount(outcomes, settings, threshold);
    point.goodImages = good.images;
    setOverkill(point, good.flagged);
    const Figure needsMaps = Figure::absent(fmt::format("counting regions at {:g} needs the score maps", threshold));
    point.falseRegionsPerImage = point.goodImages == 0 ? Figure::absent("there is no good image") : needsMaps;
    if (good.told && point.goodImages > 0)
        point.falseRegionsPerImage =
            Figure::of(static_cast<double>(good.regions) / static_cast<double>(point.goodImages));
    point.pixelFpr = needsMaps;
    return point;
}

} // namespace patina
