#pragma once

#include "core/base/feature_matrix.h"
#include "core/index/squared_distance.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>

namespace patina::made {

inline constexpr double rounding = 1.0 + 1e-5;

inline double distanceBetween(std::span<const float> a, std::span<const float> b)
{
    return std::sqrt(static_cast<double>(squaredDistance(a.data(), b.data(), static_cast<int>(a.size()))));
}

inline double distanceTo(const FeatureMatrix &bank, std::span<const float> patch)
{
    double nearest = std::numeric_limits<double>::infinity();
    for (std::int64_t row = 0; row < bank.rows(); ++row)
        nearest = std::min(nearest, distanceBetween(patch, bank.row(row)));
    return nearest;
}

inline double coveringRadius(const FeatureMatrix &seen, const FeatureMatrix &bank)
{
    double radius = 0.0;
    for (std::int64_t row = 0; row < seen.rows(); ++row)
        radius = std::max(radius, distanceTo(bank, seen.row(row)));
    return radius;
}

} // namespace patina::made
