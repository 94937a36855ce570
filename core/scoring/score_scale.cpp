#include "core/scoring/score_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace patina {
namespace {

/// Linear interpolation between order statistics at position q * (n - 1).
double quantileOfSorted(std::span<const double> sorted, double q)
{
    const double position = q * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (position - static_cast<double>(below));
}

} // namespace

Result<ScoreScale> scoreScaleFrom(std::span<const double> rawScores)
{
    if (rawScores.size() < 2)
        return fail(ErrorCode::BadArgument,
                    fmt::format("a score scale needs at least 2 held-out good images, there are {}: hold out more",
                                rawScores.size()));
    for (std::size_t i = 0; i < rawScores.size(); ++i)
        if (!std::isfinite(rawScores[i]))
            return fail(ErrorCode::BadArgument,
                        fmt::format("held-out good score {} of {} is not a finite number", i + 1, rawScores.size()));

    std::vector<double> sorted(rawScores.begin(), rawScores.end());
    std::sort(sorted.begin(), sorted.end());
    ScoreScale scale;
    scale.median = quantileOfSorted(sorted, 0.5);
    scale.upper = quantileOfSorted(sorted, 0.95);
    scale.images = static_cast<int>(rawScores.size());
    // Distances are float32: a spread below their resolution is no spread.
    const double resolution = 1e-6 * std::max(std::abs(scale.median), std::abs(scale.upper));
    if (!(scale.upper - scale.median > resolution) || !std::isfinite(scale.upper - scale.median))
        return fail(ErrorCode::BadArgument, fmt::format("the {} held-out good scores have no spread (median {:g}, 0.95 "
                                                        "quantile {:g}): hold out images that are "
                                                        "not copies of each other",
                                                        rawScores.size(), scale.median, scale.upper));
    scale.largest = static_cast<double>(static_cast<float>(scale.normalise(sorted.back())));
    return scale;
}

Verdict verdictFor(double score, double reviewThreshold, double rejectThreshold)
{
    if (score < reviewThreshold)
        return Verdict::Ok;
    return score < rejectThreshold ? Verdict::Review : Verdict::Ng;
}

std::string_view verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Ok:
        return "OK";
    case Verdict::Review:
        return "review";
    case Verdict::Ng:
        break;
    }
    return "NG";
}

} // namespace patina
