#include "core/coreset/patch_sampler.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace patina {

void PatchSampler::add(const FeatureMatrix &features, std::span<const PatchRef> origins)
{
    m_draw.pass(features.rows(), [&](std::int64_t row, std::int64_t slot) {
        const PatchRef &origin = origins[static_cast<std::size_t>(row)];
        if (slot == m_sample.features.rows()) {
            m_sample.features.appendRow(features.row(row));
            m_sample.origins.push_back(origin);
            return;
        }
        std::ranges::copy(features.row(row), m_sample.features.row(slot).begin());
        m_sample.origins[static_cast<std::size_t>(slot)] = origin;
    });
}

CoresetStateView PatchSampler::state() const
{
    return {{{&m_sample.features, m_sample.origins}}, m_draw.state()};
}

Result<void> PatchSampler::restore(CoresetState state)
{
    const std::int64_t rows = state.rows.rows();
    if (static_cast<std::int64_t>(state.origins.size()) != rows)
        return fail(ErrorCode::BadFormat,
                    fmt::format("a sample of {} patches has {} origins", rows, state.origins.size()));
    return m_draw.restore(state.numbers, rows).map([&] {
        m_sample = {std::move(state.rows), std::move(state.origins)};
    });
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
