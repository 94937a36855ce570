#include "core/coreset/patch_sampler.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace patina {

PatchSampler::PatchSampler(std::int64_t size, std::uint64_t seed)
    : m_size(std::max<std::int64_t>(0, size)), m_random(seed)
{
    m_next = m_size - 1;
    if (m_size > 0)
        skip();
}

/// Draws how many patches pass before the next one is taken.
void PatchSampler::skip()
{
    m_weight *= std::exp(std::log(1.0 - m_random.uniform()) / static_cast<double>(m_size));
    const double gap = std::floor(std::log(1.0 - m_random.uniform()) / std::log1p(-m_weight));
    m_next += 1 + static_cast<std::int64_t>(std::min(gap, 1e15));
}

void PatchSampler::add(const FeatureMatrix &features, std::span<const PatchRef> origins)
{
    std::int64_t i = 0;
    for (; i < features.rows() && m_seen + i < m_size; ++i) {
        m_sample.features.appendRow(features.row(i));
        m_sample.origins.push_back(origins[static_cast<std::size_t>(i)]);
    }
    while (m_size > 0 && m_next < m_seen + features.rows()) {
        const std::int64_t row = m_next - m_seen;
        const auto slot = static_cast<std::int64_t>(m_random.below(static_cast<std::uint64_t>(m_size)));
        std::ranges::copy(features.row(row), m_sample.features.row(slot).begin());
        m_sample.origins[static_cast<std::size_t>(slot)] = origins[static_cast<std::size_t>(row)];
        skip();
    }
    m_seen += features.rows();
}

CoresetState PatchSampler::state() const
{
    return {m_sample.features,
            m_sample.origins,
            {bitsOf(m_weight), m_seen, m_next, static_cast<std::int64_t>(m_random.state())}};
}

Result<void> PatchSampler::restore(CoresetState state)
{
    if (state.numbers.size() != 4)
        return fail(ErrorCode::BadFormat, "a sample of patches has no counters");
    const double weight = doubleOf(state.numbers[0]);
    const std::int64_t seen = state.numbers[1];
    const std::int64_t next = state.numbers[2];
    const std::int64_t rows = state.rows.rows();
    constexpr std::int64_t most = std::int64_t{1} << 62U; // beyond it, counting on would overflow
    if (!(weight >= 0.0 && weight <= 1.0) || seen < 0 || seen > most || next > most || rows != std::min(seen, m_size) ||
        static_cast<std::int64_t>(state.origins.size()) != rows || (m_size > 0 && (next < seen || next < m_size)))
        return fail(ErrorCode::BadFormat,
                    fmt::format("a sample of {} patches says it has {} of {} seen", m_size, rows, seen));
    m_weight = weight;
    m_seen = seen;
    m_next = next;
    m_random = Random(static_cast<std::uint64_t>(state.numbers[3]));
    m_sample = {std::move(state.rows), std::move(state.origins)};
    return {};
}

PatchSample PatchSampler::take()
{
    std::vector<std::size_t> order(m_sample.origins.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return m_sample.origins[i]; });
    PatchSample sorted;
    sorted.features = FeatureMatrix(m_sample.features.rows(), m_sample.features.dim());
    for (std::size_t i = 0; i < order.size(); ++i) {
        std::ranges::copy(m_sample.features.row(static_cast<std::int64_t>(order[i])),
                          sorted.features.row(static_cast<std::int64_t>(i)).begin());
        sorted.origins.push_back(m_sample.origins[order[i]]);
    }
    m_sample = {};
    return sorted;
}

} // namespace patina
