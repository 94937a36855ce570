#include "core/metrics/good_parts.h"

namespace patina {

bool isFlaggedGood(const ImageOutcome &image, const EvaluationSettings &settings, double threshold)
{
    if (threshold == settings.reviewThreshold)
        return image.falseRegions[0] > 0;
    if (threshold == settings.rejectThreshold)
        return image.falseRegions[1] > 0;
    if (image.regions.tell(threshold))
        return image.regions.count(threshold, settings.minAreaPx) > 0;
    return image.peak && static_cast<double>(*image.peak) >= threshold;
}

std::vector<bool> cleanImages(const Outcomes &outcomes)
{
    std::vector<bool> clean;
    for (const ImageOutcome &image : outcomes.images)
        clean.push_back(image.role == ImageRole::Good && image.classIndex < 0);
    for (const RegionOutcome &impurity : outcomes.impurities)
        clean[static_cast<std::size_t>(impurity.image)] = false;
    return clean;
}

GoodParts goodParts(const Outcomes &outcomes, const EvaluationSettings &settings, double threshold)
{
    const std::vector<bool> clean = cleanImages(outcomes);
    GoodParts parts;
    for (std::size_t i = 0; i < outcomes.images.size(); ++i) {
        if (outcomes.images[i].role != ImageRole::Good)
            continue;
        GoodParts::Count &count = clean[i] ? parts.clean : parts.withImpurities;
        ++count.total;
        count.flagged += isFlaggedGood(outcomes.images[i], settings, threshold) ? 1 : 0;
    }
    return parts;
}

} // namespace patina
