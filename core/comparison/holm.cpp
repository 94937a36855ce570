#include "core/comparison/holm.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace patina {

std::vector<double> holmAdjusted(std::span<const double> p)
{
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [p](std::size_t i) { return p[i]; });
    std::vector<double> adjusted(p.size());
    double before = 0.0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const double times = static_cast<double>(p.size() - rank);
        before = std::min(1.0, std::max(before, times * p[order[rank]]));
        adjusted[order[rank]] = before;
    }
    return adjusted;
}

} // namespace patina
