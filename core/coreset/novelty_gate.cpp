#include "core/coreset/novelty_gate.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace patina {

void NoveltyGate::reset(const FeatureMatrix &rows, const JobContext &context)
{
    m_search.reset(rows, {}, context);
    m_covered.assign(static_cast<std::size_t>(rows.rows()), 0);
    m_covering.clear();
    m_learnt = rows.rows();
}

void NoveltyGate::append(std::span<const float> row)
{
    m_search.append(row);
    m_covered.push_back(0);
}

Result<void> NoveltyGate::measure(const FeatureMatrix &bank, const FeatureMatrix &patches, std::int64_t first,
                                  std::span<float> distances, std::span<std::int64_t> covering, float withinSquared,
                                  const JobContext &context) const
{
    return m_search.search({bank, patches, first, distances, covering, withinSquared, m_covering}, m_threads, context);
}

void NoveltyGate::learn(const FeatureMatrix &bank, std::span<const std::int64_t> covering, const JobContext &context)
{
    for (const std::int64_t row : covering)
        if (row >= 0)
            ++m_covered[static_cast<std::size_t>(row)];
    m_covering.assign(covering.begin(), covering.end());
    m_learnt += std::ssize(covering);
    // Laying rows out costs little beside as many patches that meet them.
    if (m_learnt < m_search.rows())
        return;
    m_learnt = 0;
    std::vector<std::int64_t> order(m_covered.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, std::greater{},
                             [&](std::int64_t row) { return m_covered[static_cast<std::size_t>(row)]; });
    m_search.reset(bank, order, context);
}

} // namespace patina
