#include "core/coreset/coverage.h"

#include "core/index/neighbour_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace patina {

Result<Coverage> coverageOf(const FeatureMatrix &sample, const FeatureMatrix &bank, int threads,
                            const JobContext &context)
{
    if (sample.empty())
        return fail(ErrorCode::BadArgument, "there are no patches to measure the coverage on");
    auto index = NeighbourIndex::create(bank, threads);
    if (!index)
        return failFrom(std::move(index));
    auto found = (*index)->nearest(sample, context);
    if (!found)
        return failFrom(std::move(found));
    std::vector<float> &distances = found->distancesL2;
    std::ranges::sort(distances);
    const auto last = static_cast<double>(distances.size() - 1);
    Coverage coverage;
    coverage.radius = static_cast<double>(distances.back());
    coverage.p999 = static_cast<double>(distances[static_cast<std::size_t>(std::ceil(0.999 * last))]);
    coverage.mean = std::accumulate(distances.begin(), distances.end(), 0.0) / static_cast<double>(distances.size());
    return coverage;
}

} // namespace patina
