#include "core/base/feature_matrix.h"

#include <algorithm>
#include <cmath>

namespace patina {

std::optional<std::int64_t> firstNonFiniteRow(const FeatureMatrix &matrix)
{
    const auto values = matrix.values();
    const auto bad = std::ranges::find_if_not(values, [](float value) { return std::isfinite(value); });
    if (bad == values.end())
        return std::nullopt;
    return (bad - values.begin()) / matrix.dim();
}

} // namespace patina
