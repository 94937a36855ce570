#pragma once

#include "core/project/project_thresholds.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace patina {

/// The one scale on which all maps and scores of a model are shown: 0 .. top.
/// Without thresholds (a model that is not calibrated) there are scores but no verdicts.
struct ScoreRange
{
    double top = 2.0; ///< > 0
    std::optional<double> review;
    std::optional<double> reject;

    bool calibrated() const { return review.has_value() && reject.has_value(); }
    /// How far a score is from the nearest threshold; none without thresholds.
    std::optional<double> distanceToThreshold(double score) const
    {
        if (!calibrated())
            return std::nullopt;
        return std::min(std::abs(score - *review), std::abs(score - *reject));
    }
    bool operator==(const ScoreRange &) const = default;
};

/// The range of a model with the thresholds that the project has for it; a model without thresholds gets none.
inline ScoreRange withThresholds(const ProjectContents &contents, const std::string &modelHash, ScoreRange range)
{
    if (const auto thresholds = thresholdsOf(contents, modelHash); thresholds && range.calibrated()) {
        range.review = thresholds->review;
        range.reject = thresholds->reject;
    }
    return range;
}

} // namespace patina
