#include "core/comparison/unequal_overkill.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace patina {

std::vector<UnequalOverkill> unequalOverkill(const Comparison &comparison)
{
    constexpr std::array thresholds{"at.review.", "at.reject."};
    std::vector<UnequalOverkill> found;
    for (std::size_t which = 0; which < thresholds.size(); ++which) {
        const auto named = [&](const char *name) {
            return std::ranges::find(comparison.figures, std::string(thresholds[which]) + name, &ComparedFigure::name);
        };
        const auto recall = named("defects.all.recall");
        const auto overkill = named("good.overkill");
        const auto end = comparison.figures.end();
        if (recall == end || overkill == end || !recall->difference.value || !overkill->difference.value)
            continue;
        if (std::abs(*recall->difference.value) <= likeRecall && std::abs(*overkill->difference.value) > unlikeOverkill)
            found.push_back({which, *recall->a.value, *recall->b.value, *overkill->a.value, *overkill->b.value});
    }
    return found;
}

} // namespace patina
