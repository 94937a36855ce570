#include "core/index/block_search.h"

#include "core/base/system.h"
#include "core/index/squared_distance.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <limits>

namespace patina {

namespace {

constexpr std::int64_t mostMeasured = 64; ///< queries; for more it pays to lay the block out
constexpr float infinite = std::numeric_limits<float>::infinity();
constexpr float rounding = 1e-6F; ///< more than squaring and taking the root lose

} // namespace

Result<std::vector<float>> BlockSearch::nearestL2(const FeatureMatrix &queries, const Limits &limits,
                                                  const JobContext &context)
{
    if (context.cancelled())
        return cancelledError();
    std::vector<float> distances(static_cast<std::size_t>(queries.rows()), infinite);
    if (m_block.empty() || queries.empty())
        return distances;
    std::ranges::transform(limits.withinL2, distances.begin(), [](float l2) { return l2 * l2 * (1.0F + rounding); });
    const float enough = limits.enoughL2 > 0.0F ? limits.enoughL2 * limits.enoughL2 * (1.0F - rounding) : -1.0F;
    if (!m_laidOut && queries.rows() <= mostMeasured) {
        measure(queries, enough, distances);
    } else {
        if (auto laidOut = layOut(context); !laidOut)
            return failFrom(std::move(laidOut));
        std::vector<std::int64_t> ids(distances.size());
        const std::vector<float> within = distances;
        auto searched = m_laidOut->search({m_block, queries, 0, distances, ids, enough, {}, within},
                                          effectiveThreads(m_threads), context);
        if (!searched)
            return failFrom(std::move(searched));
    }
    std::ranges::transform(distances, distances.begin(), [](float squared) { return std::sqrt(squared); });
    return distances;
}

Result<void> BlockSearch::layOut(const JobContext &context)
{
    if (m_laidOut)
        return {};
    try {
        m_laidOut.emplace();
        if (m_directions != nullptr)
            m_laidOut->reset(m_block, *m_directions, effectiveThreads(m_threads), context);
        else
            m_laidOut->reset(m_block, {}, context);
    } catch (const std::exception &error) {
        m_laidOut.reset();
        return fail(ErrorCode::OutOfMemory,
                    fmt::format("a block of {} patches cannot be searched: {}", m_block.rows(), error.what()));
    }
    if (!context.cancelled())
        return {};
    m_laidOut.reset();
    return cancelledError();
}

/// \param squared of each query: nearer rows are looked for.
void BlockSearch::measure(const FeatureMatrix &queries, float enough, std::vector<float> &squared) const
{
#pragma omp parallel for schedule(dynamic) num_threads(effectiveThreads(m_threads))
    for (std::int64_t query = 0; query < queries.rows(); ++query) {
        float &least = squared[static_cast<std::size_t>(query)];
        for (std::int64_t row = 0; row < m_block.rows() && least > enough; ++row)
            least = std::min(
                least, squaredDistanceWithin(queries.row(query).data(), m_block.row(row).data(), m_block.dim(), least));
    }
}

} // namespace patina
