#pragma once

#include "core/metrics/outcomes.h"

#include <cstdint>

namespace patina {

/// Good images that are flagged at a threshold, in two parts, since what is to be done about them differs: clean ones,
/// and those that are good but for what is harmless (an outlined impurity, or a folder of a harmless class).
struct GoodParts
{
    struct Count
    {
        std::int64_t flagged = 0;
        std::int64_t total = 0;
        bool operator==(const Count &) const = default;
    };
    Count clean;
    Count withImpurities;
    bool operator==(const GoodParts &) const = default;
};

/// Whether a good image is flagged: by regions of the minimum area at the thresholds of the settings and where regions
/// were kept, else by its peak. The same in every count of overkill.
bool isFlaggedGood(const ImageOutcome &image, const EvaluationSettings &settings, double threshold);

/// Per image of the outcomes: it is good and nothing harmless is known of it.
std::vector<bool> cleanImages(const Outcomes &outcomes);

GoodParts goodParts(const Outcomes &outcomes, const EvaluationSettings &settings, double threshold);

} // namespace patina
