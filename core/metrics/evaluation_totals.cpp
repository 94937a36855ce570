#include "core/metrics/evaluation_totals.h"

#include <algorithm>
#include <functional>

namespace patina {
namespace {

void addRegionOutcomes(const ImageTally &image, Outcomes &outcomes)
{
    const auto imageIndex = static_cast<std::int64_t>(outcomes.images.size());
    const auto &layers = image.plan().layers();
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const TruthPlan::Layer &layer = layers[i];
        const auto &parts = layer.parts.components();
        if (layer.role == ClassRole::Ignored) {
            outcomes.ignoredRegions[static_cast<std::size_t>(layer.classIndex)] +=
                static_cast<std::int64_t>(parts.size());
            continue;
        }
        auto &list = layer.role == ClassRole::Defect ? outcomes.defects : outcomes.impurities;
        for (std::size_t part = 0; part < parts.size(); ++part)
            if (layer.countedPx[part] > 0)
                list.push_back({imageIndex, layer.classIndex, parts[part].box, layer.countedPx[part],
                                image.regionScores(i)[part].peak(), image.regionScores(i)[part].overlapScores()});
    }
}

void countImage(const TruthPlan &plan, EvaluationCounts &counts)
{
    switch (plan.role()) {
    case ImageRole::Good:
        ++counts.goodImages;
        break;
    case ImageRole::Anomalous:
        ++counts.anomalousImages;
        counts.unoutlinedImages += plan.pixels(PixelRole::Defect) == 0 ? 1 : 0;
        break;
    case ImageRole::LeftOut:
        ++counts.leftOutImages;
        break;
    }
    for (std::size_t i = 0; i < std::size(counts.pixels); ++i)
        counts.pixels[i] += plan.pixels(static_cast<PixelRole>(i));
}

} // namespace

void EvaluationTotals::add(const ImageTally &image, double imageScore)
{
    const TruthPlan &plan = image.plan();
    addRegionOutcomes(image, outcomes);
    const bool someIgnored = plan.pixels(PixelRole::Ignored) > 0;
    const double score = someIgnored && image.peak() ? static_cast<double>(*image.peak()) : imageScore;
    outcomes.images.push_back({plan.id(),
                               plan.classIndex(),
                               plan.role(),
                               score,
                               image.peak(),
                               plan.group(),
                               {image.thresholds()[0].falseRegions, image.thresholds()[1].falseRegions},
                               image.regions(),
                               plan.size()});
    countImage(plan, counts);
    counts.defects = static_cast<std::int64_t>(outcomes.defects.size());
    normal.addScaled(image.normal(), 1);
    defect.addScaled(image.defect(), 1);
    overlap.addScaled(image.overlap(), 1.0);
    if (plan.role() == ImageRole::Good) {
        goodPixels += plan.pixels(PixelRole::Normal);
        goodFpr.addScaled(image.normal(), 1.0 / static_cast<double>(plan.pixels(PixelRole::Normal)));
    }
    if (plan.pixels(PixelRole::Defect) > 0)
        recalls.emplace_back(image.defect());
    for (std::size_t i = 0; i < thresholds.size(); ++i)
        thresholds[i].add(image.thresholds()[i]);
}

void EvaluationTotals::add(const EvaluationTotals &other)
{
    const auto offset = static_cast<std::int64_t>(outcomes.images.size());
    const auto append = [offset](std::vector<RegionOutcome> &to, const std::vector<RegionOutcome> &from) {
        for (RegionOutcome region : from) {
            region.image += offset;
            to.push_back(region);
        }
    };
    append(outcomes.defects, other.outcomes.defects);
    append(outcomes.impurities, other.outcomes.impurities);
    outcomes.images.insert(outcomes.images.end(), other.outcomes.images.begin(), other.outcomes.images.end());
    std::transform(outcomes.ignoredRegions.begin(), outcomes.ignoredRegions.end(),
                   other.outcomes.ignoredRegions.begin(), outcomes.ignoredRegions.begin(), std::plus<>());
    counts.goodImages += other.counts.goodImages;
    counts.anomalousImages += other.counts.anomalousImages;
    counts.leftOutImages += other.counts.leftOutImages;
    counts.unoutlinedImages += other.counts.unoutlinedImages;
    counts.defects += other.counts.defects;
    for (std::size_t i = 0; i < std::size(counts.pixels); ++i)
        counts.pixels[i] += other.counts.pixels[i];
    normal.addScaled(other.normal, 1);
    defect.addScaled(other.defect, 1);
    overlap.addScaled(other.overlap, 1.0);
    goodFpr.addScaled(other.goodFpr, 1.0);
    recalls.insert(recalls.end(), other.recalls.begin(), other.recalls.end());
    goodPixels += other.goodPixels;
    for (std::size_t i = 0; i < thresholds.size(); ++i)
        thresholds[i].add(other.thresholds[i]);
}

} // namespace patina
