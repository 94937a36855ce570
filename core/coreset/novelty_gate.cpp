#include "core/coreset/novelty_gate.h"

#include "core/index/squared_distance.h"

#include <algorithm>
#include <array>
#include <limits>

namespace patina {

namespace {

constexpr std::int64_t runLength = 64; ///< patches that one thread measures one after the other
constexpr std::int64_t together = 4;   ///< patches in one product

} // namespace

struct NoveltyGate::Query
{
    const FeatureMatrix &bank;
    const FeatureMatrix &patches;
    std::int64_t first;
    std::span<float> distances;
    float within;

    const float *patch(std::int64_t i) const { return patches.row(first + i).data(); }
    float &distance(std::int64_t i) const { return distances[static_cast<std::size_t>(i)]; }
    float measured(std::int64_t i, std::int64_t row, float limit) const
    {
        return std::min(limit, squaredDistanceWithin(patch(i), bank.row(row).data(), bank.dim(), limit));
    }
};

namespace {

/// Lowers `nearest`, of patch `i`, by the rows of a panel. Products only rule out; what may be nearer is measured.
/// \returns the row that is nearest now, or -1 where none is nearer than before.
template <class Query>
std::int64_t lower(const Query &query, const PackedRows &packed, std::int64_t panel, std::int64_t i, float norm,
                   const float *products, float &nearest)
{
    const ProductBound bound(packed.dim());
    const float *norms = packed.norms(panel);
    std::int64_t found = -1;
    for (int j = 0; j < PackedRows::width; ++j) {
        const std::int64_t row = panel * PackedRows::width + j;
        if (bound.lowest(norm, norms[j], products[j]) > nearest || row >= packed.rows())
            continue;
        const float distance = query.measured(i, row, nearest);
        if (distance < nearest) {
            nearest = distance;
            found = row;
        }
    }
    return found;
}

} // namespace

void NoveltyGate::reset(const FeatureMatrix &rows)
{
    m_packed = PackedRows(rows.dim());
    m_packed.reserve(rows.rows());
    for (std::int64_t row = 0; row < rows.rows(); ++row)
        m_packed.append(rows.row(row));
}

void NoveltyGate::append(std::span<const float> row)
{
    if (m_packed.rows() == 0)
        m_packed = PackedRows(static_cast<int>(row.size()));
    m_packed.append(row);
}

Result<void> NoveltyGate::measure(const FeatureMatrix &bank, const FeatureMatrix &patches, std::int64_t first,
                                  std::span<float> distances, float withinSquared, const JobContext &context) const
{
    const Query query{bank, patches, first, distances, withinSquared};
    const auto count = static_cast<std::int64_t>(distances.size());
    std::ranges::fill(distances, std::numeric_limits<float>::infinity());
    if (bank.empty())
        return {};
#pragma omp parallel for schedule(dynamic, 1) num_threads(m_threads)
    for (std::int64_t begin = 0; begin < count; begin += runLength)
        if (!context.cancelled())
            measureRun(query, begin, std::min(count, begin + runLength));
    if (context.cancelled())
        return cancelledError();
    return {};
}

/// A patch is most often covered by the row that covers its predecessor: that one is asked first. What it does not
/// cover is measured against all rows, four patches at a time.
void NoveltyGate::measureRun(const Query &query, std::int64_t begin, std::int64_t end) const
{
    std::int64_t guess = 0;
    std::array<std::int64_t, together> pending{};
    std::array<const float *, together> rows{};
    std::array<float, together> norms{};
    std::array<float, together * PackedRows::width> products{};
    std::size_t count = 0;
    const auto measurePending = [&] {
        for (std::size_t i = 0; i < together; ++i) {
            rows[i] = query.patch(pending[std::min(i, count - 1)]);
            norms[i] = squaredNorm(rows[i], m_packed.dim());
        }
        bool open = true;
        for (std::int64_t panel = 0; panel < m_packed.panels() && open; ++panel) {
            panelProducts(rows, m_packed.panel(panel), m_packed.dim(), products.data());
            open = false;
            for (std::size_t i = 0; i < count; ++i) {
                float &nearest = query.distance(pending[i]);
                if (nearest <= query.within)
                    continue;
                const auto found = lower(query, m_packed, panel, pending[i], norms[i],
                                         products.data() + i * PackedRows::width, nearest);
                guess = found >= 0 ? found : guess;
                open = open || nearest > query.within;
            }
        }
        count = 0;
    };
    for (std::int64_t i = begin; i < end; ++i) {
        query.distance(i) = query.measured(i, guess, std::numeric_limits<float>::infinity());
        if (query.distance(i) > query.within)
            pending[count++] = i;
        if (count == together || (count > 0 && i + 1 == end))
            measurePending();
    }
}

} // namespace patina
