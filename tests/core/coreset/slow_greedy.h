#pragma once

#include "core/coreset/greedy.h"
#include "core/index/squared_distance.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace patina::slow {

inline float distance(const FeatureMatrix &points, std::int64_t a, std::int64_t b)
{
    return squaredDistance(points.row(a).data(), points.row(b).data(), points.dim());
}

/// Plain farthest-first: after every pick every distance is brought up to date. What greedySelect must equal.
inline GreedySelection greedy(const FeatureMatrix &points, const GreedyRequest &request)
{
    GreedySelection selection;
    std::vector<float> squared(request.squaredDistances.begin(), request.squaredDistances.end());
    squared.resize(static_cast<std::size_t>(points.rows()), std::numeric_limits<float>::infinity());
    const auto pick = [&](std::int64_t row) {
        selection.picks.push_back(row);
        for (std::int64_t i = 0; i < points.rows(); ++i) {
            float &nearest = squared[static_cast<std::size_t>(i)];
            nearest = std::min(nearest, distance(points, i, row));
        }
    };
    if (points.empty())
        return selection;
    if (request.squaredDistances.empty() && request.count > 0)
        pick(request.firstPick);
    const auto farthest = [&] { return std::ranges::max_element(squared) - squared.begin(); };
    const auto radius = [&] { return std::sqrt(static_cast<double>(squared[static_cast<std::size_t>(farthest())])); };
    while (static_cast<std::int64_t>(selection.picks.size()) < request.count && radius() > request.stopRadiusL2)
        pick(farthest());
    selection.radiusL2 = radius();
    return selection;
}

} // namespace patina::slow
