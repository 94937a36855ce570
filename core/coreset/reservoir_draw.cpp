#include "core/coreset/reservoir_draw.h"

#include "core/coreset/coreset_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace patina {

ReservoirDraw::ReservoirDraw(std::int64_t size, std::uint64_t seed)
    : m_size(std::max<std::int64_t>(0, size)), m_random(seed), m_next(m_size - 1)
{
    if (m_size > 0)
        skip();
}

/// Draws how many patches pass before the next one is taken.
void ReservoirDraw::skip()
{
    m_weight *= std::exp(std::log(1.0 - m_random.uniform()) / static_cast<double>(m_size));
    constexpr double longest = 1e15;
    const double gap = std::floor(std::log(1.0 - m_random.uniform()) / std::log1p(-m_weight));
    m_next += 1 + static_cast<std::int64_t>(gap < longest ? gap : longest); // not a number where the weight is lost
}

std::vector<std::int64_t> ReservoirDraw::state() const
{
    return {bitsOf(m_weight), m_seen, m_next, static_cast<std::int64_t>(m_random.state())};
}

Result<void> ReservoirDraw::restore(std::span<const std::int64_t> state, std::int64_t slots)
{
    if (state.size() != stateNumbers)
        return fail(ErrorCode::BadFormat, "a sample of patches has no counters");
    const double weight = doubleOf(state[0]);
    const std::int64_t seen = state[1];
    const std::int64_t next = state[2];
    constexpr std::int64_t most = std::int64_t{1} << 62U; // beyond it, counting on would overflow
    if (!(weight > 0.0 && weight <= 1.0) || seen < 0 || seen > most || next > most || slots != std::min(seen, m_size) ||
        (m_size > 0 && (next < seen || next < m_size)))
        return fail(ErrorCode::BadFormat,
                    fmt::format("a sample of {} patches says it has {} of {} seen", m_size, slots, seen));
    m_weight = weight;
    m_seen = seen;
    m_next = next;
    m_random = Random(static_cast<std::uint64_t>(state[3]));
    return {};
}

} // namespace patina
