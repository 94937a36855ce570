#pragma once

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

} // namespace patina
