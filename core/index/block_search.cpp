#include "core/index/block_search.h"

#include "core/base/system.h"
#include "core/index/squared_distance.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace patina {

namespace {

constexpr std::int64_t mostMeasured = 64; ///< queries; for more an index pays, it maps every row of the block

} // namespace

Result<std::vector<float>> BlockSearch::nearestL2(const FeatureMatrix &queries, const JobContext &context)
{
    if (context.cancelled())
        return cancelledError();
    if (m_block.empty() || queries.empty())
        return std::vector<float>(static_cast<std::size_t>(queries.rows()), std::numeric_limits<float>::infinity());
    if (!m_index && queries.rows() <= mostMeasured)
        return measured(queries);
    if (!m_index) {
        auto index = NeighbourIndex::create(m_block, m_threads, context);
        if (!index)
            return failFrom(std::move(index));
        m_index = std::move(*index);
    }
    return m_index->nearest(queries, context).map([](Neighbours &&found) { return std::move(found.distancesL2); });
}

std::vector<float> BlockSearch::measured(const FeatureMatrix &queries) const
{
    std::vector<float> distances(static_cast<std::size_t>(queries.rows()));
#pragma omp parallel for schedule(dynamic) num_threads(effectiveThreads(m_threads))
    for (std::int64_t query = 0; query < queries.rows(); ++query) {
        float squared = std::numeric_limits<float>::infinity();
        for (std::int64_t row = 0; row < m_block.rows(); ++row)
            squared = std::min(squared, squaredDistanceWithin(queries.row(query).data(), m_block.row(row).data(),
                                                              m_block.dim(), squared));
        distances[static_cast<std::size_t>(query)] = std::sqrt(squared);
    }
    return distances;
}

} // namespace patina
