#include "core/evaluation/recount.h"

#include <array>

namespace patina {

namespace {

/// None where the image does not tell.
std::optional<std::int64_t> regionsAt(const ImageOutcome &image, const EvaluationSettings &settings, double threshold)
{
    if (threshold == settings.reviewThreshold)
        return image.falseRegions[0];
    if (threshold == settings.rejectThreshold)
        return image.falseRegions[1];
    if (image.regions.tell(threshold))
        return image.regions.count(threshold, settings.minAreaPx);
    return std::nullopt;
}

} // namespace

RecountedEvaluation recounted(const Evaluation &evaluation, double review, double reject)
{
    RecountedEvaluation result{evaluation};
    EvaluationSettings &settings = result.evaluation.settings;
    const std::array thresholds{review, reject};
    for (ImageOutcome &image : result.evaluation.outcomes.images) {
        if (image.role != ImageRole::Good)
            continue;
        std::array<std::int64_t, 2> regions{};
        for (std::size_t which = 0; which < thresholds.size(); ++which) {
            const auto told = regionsAt(image, settings, thresholds[which]);
            const bool over = image.peak && static_cast<double>(*image.peak) >= thresholds[which];
            regions[which] = told.value_or(over ? 1 : 0);
            result.regionsTold = result.regionsTold && told.has_value();
        }
        image.falseRegions = regions;
    }
    settings.reviewThreshold = review;
    settings.rejectThreshold = reject;
    return result;
}

} // namespace patina
