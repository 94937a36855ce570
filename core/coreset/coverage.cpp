#include "core/coreset/coverage.h"

#include "core/index/neighbour_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace patina {

Coverage coverageOf(std::vector<float> distancesL2)
{
    std::ranges::sort(distancesL2);
    const auto last = static_cast<double>(distancesL2.size() - 1);
    Coverage coverage;
    coverage.radius = static_cast<double>(distancesL2.back());
    coverage.p999 = static_cast<double>(distancesL2[static_cast<std::size_t>(std::ceil(0.999 * last))]);
    coverage.mean =
        std::accumulate(distancesL2.begin(), distancesL2.end(), 0.0) / static_cast<double>(distancesL2.size());
    return coverage;
}

Result<std::vector<float>> distancesToBank(const FeatureMatrix &sample, const FeatureMatrix &bank, int threads,
                                           const JobContext &context)
{
    auto index = NeighbourIndex::create(bank, threads, context);
    if (!index)
        return failFrom(std::move(index));
    return (*index)->nearest(sample, context).map([](Neighbours &&found) { return std::move(found.distancesL2); });
}

Result<Coverage> coverageOf(const FeatureMatrix &sample, const FeatureMatrix &bank, int threads,
                            const JobContext &context)
{
    if (sample.empty())
        return fail(ErrorCode::BadArgument, "there are no patches to measure the coverage on");
    return distancesToBank(sample, bank, threads, context).map([](std::vector<float> &&distances) {
        return coverageOf(std::move(distances));
    });
}

} // namespace patina
