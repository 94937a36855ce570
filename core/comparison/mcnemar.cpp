#include "core/comparison/mcnemar.h"

#include "core/metrics/intervals.h"

#include <algorithm>

namespace patina {

double mcnemarExact(std::int64_t onlyA, std::int64_t onlyB)
{
    const std::int64_t apart = onlyA + onlyB;
    return apart == 0 ? 1.0 : std::min(1.0, 2.0 * binomialAtMost(std::min(onlyA, onlyB), apart, 0.5));
}

} // namespace patina
