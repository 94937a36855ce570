#include "core/metrics/outcomes.h"

namespace patina {

bool KeptRegions::tell(double threshold) const
{
    if (!levels)
        return false;
    const int level = levels->scale().levelFor(threshold);
    return level >= levels->lowestKnown() && level < levels->scale().count &&
           levels->scale().threshold(level) == threshold;
}

std::int64_t KeptRegions::count(double threshold, std::int64_t minAreaPx) const
{
    return levels->count(levels->scale().levelFor(threshold), minAreaPx);
}

bool KeptRegions::operator==(const KeptRegions &other) const
{
    return levels == other.levels || (levels && other.levels && *levels == *other.levels);
}

} // namespace patina
