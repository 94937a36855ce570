#include "core/evaluation/misses.h"

#include "core/metrics/good_parts.h"

#include <algorithm>

namespace patina {

namespace {

Miss regionMiss(Miss::Kind kind, const Outcomes &outcomes, const RegionOutcome &region)
{
    return {kind,
            outcomes.images[static_cast<std::size_t>(region.image)].id,
            region.classIndex,
            region.box,
            region.areaPx,
            static_cast<double>(region.peak)};
}

} // namespace

std::vector<Miss> missesAt(const Outcomes &outcomes, const EvaluationSettings &settings, double threshold)
{
    std::vector<Miss> escapes;
    for (const RegionOutcome &defect : outcomes.defects)
        if (!defect.isFound(threshold))
            escapes.push_back(regionMiss(Miss::Kind::Escape, outcomes, defect));
    std::vector<Miss> flagged;
    for (const ImageOutcome &image : outcomes.images)
        if (image.role == ImageRole::Good && isFlaggedGood(image, settings, threshold))
            flagged.push_back({Miss::Kind::Overkill,
                               image.id,
                               image.classIndex,
                               {},
                               0,
                               static_cast<double>(image.peak.value_or(0.0F))});
    for (const RegionOutcome &impurity : outcomes.impurities)
        if (impurity.isFound(threshold))
            flagged.push_back(regionMiss(Miss::Kind::Impurity, outcomes, impurity));
    std::ranges::stable_sort(escapes, {}, &Miss::peak);
    std::ranges::stable_sort(flagged, std::ranges::greater(), &Miss::peak);
    std::ranges::stable_sort(flagged, {}, &Miss::kind);
    escapes.insert(escapes.end(), flagged.begin(), flagged.end());
    return escapes;
}

} // namespace patina
