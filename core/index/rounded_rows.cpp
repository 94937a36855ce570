#include "core/index/rounded_rows.h"

#include "core/base/unroll.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace patina {

namespace {

constexpr double largestInSteps = 8192.0;           ///< norm of the longest row that can be ruled out
constexpr double mostNormOfRow = double{1 << 27};   ///< squared, in steps
constexpr double mostNormOfQuery = double{1 << 30}; ///< products stay below 2^29, sums below 2^30
constexpr std::int32_t neverRuledOut = 1 << 30;     ///< above any threshold that rules something out
constexpr float mostOfCoordinate = 32767.0F;
constexpr double room = 1.0 + 1e-9; ///< for the rounding of what is computed in double here
constexpr double leastStep = 1e-30;
constexpr std::array stageEnds{16, 48, PrefixSpace::mostDirections};

} // namespace

RoundedRows::RoundedRows(int dim, double largestSquaredNorm)
    : m_dim(dim), m_largest(largestSquaredNorm),
      m_step(std::max(std::sqrt(largestSquaredNorm) / largestInSteps, leastStep))
{
    assert(dim <= PrefixSpace::mostDirections);
    for (const int end : stageEnds) {
        m_stages.push_back((std::min(end, dim) + 1) / 2);
        if (end >= dim)
            break;
    }
    m_panelSize = static_cast<std::int64_t>(width) * (m_stages.back() + std::ssize(m_stages));
}

std::int64_t RoundedRows::panelBytes() const
{
    return m_panelSize * static_cast<std::int64_t>(sizeof(std::int32_t));
}

void RoundedRows::reserve(std::int64_t rows)
{
    m_values.reserve(static_cast<std::size_t>((rows + width - 1) / width * m_panelSize));
}

RoundedRows::Rounded RoundedRows::roundTo(std::span<const float> coordinates, std::span<std::int16_t> values,
                                          double mostNorm) const
{
    Rounded rounded;
    const auto steps = static_cast<float>(1.0 / m_step);
    bool within = true;
    for (const float coordinate : coordinates)
        within = within && std::abs(coordinate * steps) < mostOfCoordinate;
    if (!within)
        return rounded;
    double error = 0.0;
    std::int64_t norm = 0;
    std::size_t k = 0;
    for (std::size_t stage = 0; stage < m_stages.size(); ++stage) {
        const auto end = std::min(coordinates.size(), 2 * static_cast<std::size_t>(m_stages[stage]));
        for (; k < end; ++k) {
            const float scaled = coordinates[k] * steps;
            const auto value = static_cast<std::int32_t>(scaled + (scaled < 0.0F ? -0.5F : 0.5F));
            const double off = static_cast<double>(coordinates[k]) - m_step * value;
            error += off * off;
            norm += std::int64_t{value} * value;
            values[k] = static_cast<std::int16_t>(value);
        }
        rounded.norms[stage] = norm;
    }
    rounded.error = std::sqrt(error) * room;
    rounded.fits = static_cast<double>(norm) <= mostNorm && std::isfinite(error);
    return rounded;
}

void RoundedRows::append(std::span<const float> coordinates, PrefixSpace::Mapped mapped)
{
    assert(static_cast<int>(coordinates.size()) == m_dim);
    const auto lane = static_cast<std::size_t>(m_rows % width);
    if (lane == 0)
        m_values.resize(m_values.size() + static_cast<std::size_t>(m_panelSize));
    std::int32_t *panel = m_values.data() + m_values.size() - m_panelSize;
    ++m_rows;
    std::array<std::int16_t, PrefixSpace::mostDirections> values{};
    Rounded rounded;
    if (static_cast<double>(mapped.squaredNorm) <= m_largest)
        rounded = roundTo(coordinates, values, mostNormOfRow);
    if (!rounded.fits) {
        panel[lane] = neverRuledOut;
        return;
    }
    m_error = std::max(m_error, rounded.error);
    m_slack = std::max(m_slack, static_cast<double>(mapped.slack));
    int pair = 0;
    std::int64_t before = 0;
    for (std::size_t stage = 0; stage < m_stages.size(); ++stage) {
        panel[lane] = static_cast<std::int32_t>(before - rounded.norms[stage] / 2);
        before = rounded.norms[stage] / 2;
        panel += width;
        for (; pair < m_stages[stage]; ++pair, panel += width)
            std::memcpy(panel + lane, values.data() + 2 * static_cast<std::ptrdiff_t>(pair), sizeof(std::int32_t));
    }
}

void RoundedRows::round(std::span<const float> coordinates, PrefixSpace::Mapped mapped, Query &query) const
{
    if (m_dim % 2 != 0)
        query.values[static_cast<std::size_t>(m_dim)] = 0;
    const Rounded rounded = roundTo(coordinates, query.values, mostNormOfQuery);
    query.norms = rounded.norms;
    query.error = rounded.error;
    query.slack = static_cast<double>(mapped.slack);
    query.fits = rounded.fits;
    if (!query.fits)
        query.values.fill(0); // products must not overflow
}

/// A row is kept where norms of both - 2 products <= most, the square of what |x - y| may be; with half a row's norm
/// rounded down: products - half of it >= (norm - most) / 2, rounded down.
RoundedRows::Thresholds RoundedRows::thresholds(const Query &query, float limit) const
{
    Thresholds found;
    const double far =
        (std::sqrt(static_cast<double>(limit) + query.slack + m_slack) + query.error + m_error) * room / m_step;
    const double most = far * far * room + 1.0;
    for (std::size_t stage = 0; stage < found.size(); ++stage) {
        const double threshold = std::floor((static_cast<double>(query.norms[stage]) - most) * 0.5);
        found[stage] =
            query.fits && threshold > static_cast<double>(keepsAll) ? static_cast<std::int32_t>(threshold) : keepsAll;
    }
    return found;
}

RoundedRows::Candidates RoundedRows::candidatesOfAny(const Four &four, const std::int32_t *panel) const
{
    std::array<std::array<std::int32_t, width>, 4> sums{};
    Candidates near{};
    std::size_t pair = 0;
    for (std::size_t stage = 0; stage < m_stages.size(); ++stage) {
        const std::int32_t *added = panel;
        panel += width;
        const auto first = pair;
        const auto end = static_cast<std::size_t>(m_stages[stage]);
        for (std::size_t i = 0; i < near.size(); ++i) {
            near[i] = 0;
            for (std::size_t j = 0; j < sums[i].size(); ++j)
                sums[i][j] += added[j];
            for (pair = first; pair < end; ++pair) {
                std::array<std::int16_t, std::size_t{2} * width> values;
                std::memcpy(values.data(), panel + (pair - first) * width, sizeof(values));
                const std::int32_t even = four.queries[i]->values[2 * pair];
                const std::int32_t odd = four.queries[i]->values[2 * pair + 1];
                for (std::size_t j = 0; j < sums[i].size(); ++j)
                    sums[i][j] += even * values[2 * j] + odd * values[2 * j + 1];
            }
            for (std::size_t j = 0; j < sums[i].size(); ++j)
                near[i] |= static_cast<std::uint32_t>(sums[i][j] >= four.thresholds[i][stage]) << j;
        }
        panel += (end - first) * width;
        if ((near[0] | near[1] | near[2] | near[3]) == 0U)
            break;
    }
    return near;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) std::int64_t RoundedRows::nextOfEightLanes(const Four &four, std::int64_t panel,
                                                                           std::int64_t end, Candidates &near) const
{
    const std::int16_t *const values[4] = {four.queries[0]->values.data(), four.queries[1]->values.data(),
                                           four.queries[2]->values.data(), four.queries[3]->values.data()};
    const auto stages = static_cast<std::ptrdiff_t>(m_stages.size());
    const int *const ends = m_stages.data();
    for (; panel < end; ++panel) {
        const auto *at = reinterpret_cast<const __m256i *>(m_values.data() + panel * m_panelSize);
        __m256i low[4];
        __m256i high[4];
        __m256i far[4];
        PATINA_UNROLL
        for (std::size_t i = 0; i < 4; ++i)
            low[i] = high[i] = _mm256_setzero_si256();
        std::ptrdiff_t stage = 0;
        for (std::ptrdiff_t pair = 0; stage < stages; ++stage) {
            const __m256i addedLow = _mm256_loadu_si256(at++);
            const __m256i addedHigh = _mm256_loadu_si256(at++);
            PATINA_UNROLL
            for (std::size_t i = 0; i < 4; ++i) {
                low[i] = _mm256_add_epi32(low[i], addedLow);
                high[i] = _mm256_add_epi32(high[i], addedHigh);
            }
            for (const int last = ends[stage]; pair < last; ++pair) {
                const __m256i left = _mm256_loadu_si256(at++);
                const __m256i right = _mm256_loadu_si256(at++);
                PATINA_UNROLL
                for (std::size_t i = 0; i < 4; ++i) {
                    std::int32_t both = 0;
                    std::memcpy(&both, values[i] + 2 * pair, sizeof(both));
                    const __m256i query = _mm256_set1_epi32(both);
                    low[i] = _mm256_add_epi32(low[i], _mm256_madd_epi16(left, query));
                    high[i] = _mm256_add_epi32(high[i], _mm256_madd_epi16(right, query));
                }
            }
            __m256i all = _mm256_set1_epi32(-1);
            PATINA_UNROLL
            for (std::size_t i = 0; i < 4; ++i) {
                const __m256i least = _mm256_set1_epi32(four.thresholds[i][static_cast<std::size_t>(stage)]);
                far[i] = _mm256_packs_epi32(_mm256_cmpgt_epi32(least, low[i]), _mm256_cmpgt_epi32(least, high[i]));
                all = _mm256_and_si256(all, far[i]);
            }
            if (_mm256_movemask_epi8(all) == -1)
                break;
        }
        if (stage < stages)
            continue;
        for (std::size_t i = 0; i < near.size(); ++i) {
            // Columns have been packed in the order 0-3, 8-11, 4-7, 12-15.
            const __m256i ordered = _mm256_permute4x64_epi64(far[i], 0xD8);
            const __m128i bytes =
                _mm_packs_epi16(_mm256_castsi256_si128(ordered), _mm256_extracti128_si256(ordered, 1));
            near[i] = ~static_cast<std::uint32_t>(_mm_movemask_epi8(bytes)) & 0xFFFFU;
        }
        return panel;
    }
    return end;
}
#endif

std::int64_t RoundedRows::nextPanel(const Four &four, std::int64_t panel, std::int64_t end, Candidates &near) const
{
#if defined(__x86_64__)
    static const bool wide = __builtin_cpu_supports("avx2");
    if (wide)
        return nextOfEightLanes(four, panel, end, near);
#endif
    for (; panel < end; ++panel) {
        near = candidatesOfAny(four, m_values.data() + panel * m_panelSize);
        if ((near[0] | near[1] | near[2] | near[3]) != 0U)
            return panel;
    }
    return end;
}

} // namespace patina
