#include "core/coreset/greedy.h"

#include "core/base/system.h"
#include "core/coreset/bound_levels.h"
#include "core/index/product_block.h"
#include "core/index/squared_distance.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

namespace patina {

namespace {

/// Works in epochs. The rows with the largest bounds are brought up to date against the picks they have not seen, in
/// blocks of products; those that stay on top are the candidates, farther than every other row. Picks are made among
/// them, each brought up to date exactly, until none is left above the rest; then the next epoch.
class EpochGreedy
{
public:
    EpochGreedy(const FeatureMatrix &points, const GreedyRequest &request, const JobContext &context)
        : m_points(points), m_request(request), m_context(context), m_threads(effectiveThreads(request.threads)),
          m_count(std::min(request.count, points.rows())), m_product(points.dim()),
          m_norms(static_cast<std::size_t>(points.rows())), m_seen(static_cast<std::size_t>(points.rows())),
          m_packed(points.dim())
    {
    }

    Result<GreedySelection> run()
    {
        start();
        bool more = true;
        while (more && !m_context.cancelled()) {
            const int lowest = gatherCandidates();
            more = !m_candidates.empty() && pickAmongCandidates(lowest);
        }
        if (m_context.cancelled())
            return cancelledError();
        return std::move(m_selection);
    }

private:
    /// Rows brought up to date at the start of an epoch, at least: few make many epochs, many make each pick dear.
    static constexpr std::size_t fewestRefreshed = 2048;
    static constexpr std::int64_t pieceRows = 64; ///< rows of one task, a multiple of four
    static constexpr std::size_t reportEvery = 256;
    /// Up to so many values, waking other threads costs more than it saves.
    static constexpr std::int64_t alone = 1 << 16;

    void start()
    {
        const std::int64_t rows = m_points.rows();
#pragma omp parallel for schedule(static) num_threads(m_threads)
        for (std::int64_t row = 0; row < rows; ++row)
            if (!m_context.cancelled())
                m_norms[static_cast<std::size_t>(row)] = squaredNorm(m_points.row(row).data(), m_points.dim());
        m_packed.reserve(std::max<std::int64_t>(0, m_count));
        m_selection.picks.reserve(static_cast<std::size_t>(std::max<std::int64_t>(0, m_count)));
        std::vector<std::int64_t> all(static_cast<std::size_t>(rows));
        std::iota(all.begin(), all.end(), 0);
        if (!m_request.squaredDistances.empty()) {
            m_bounds.assign(m_request.squaredDistances.begin(), m_request.squaredDistances.end());
        } else {
            m_bounds.assign(static_cast<std::size_t>(rows), std::numeric_limits<float>::infinity());
            if (m_count > 0) {
                pick(m_request.firstPick);
                all.erase(all.begin() + m_request.firstPick);
                updateExactly(all);
            }
        }
        spread(all);
    }

    float &boundOf(std::int64_t row)
    {
        return m_bounds[static_cast<std::size_t>(row)];
    }

    void spread(const std::vector<std::int64_t> &rows)
    {
        float largest = 0.0F;
        for (const std::int64_t row : rows)
            if (boundOf(row) < std::numeric_limits<float>::infinity())
                largest = std::max(largest, boundOf(row));
        m_levels.emplace(largest);
        for (const std::int64_t row : rows)
            m_levels->put(row, m_levels->levelOf(boundOf(row)));
    }

    void pick(std::int64_t row)
    {
        m_selection.picks.push_back(row);
        m_packed.append(m_points.row(row));
    }

    /// Fills m_candidates with all rows that may be the farthest, exact distances in m_bounds; empty only when no row
    /// is left. \returns the level above or at which they are, all other rows below it.
    int gatherCandidates()
    {
        m_candidates.clear();
        if (m_levels->coarse()) {
            m_taken.clear();
            m_levels->take(m_bounds.size(), m_taken);
            spread(m_taken);
        }
        int lowest = 0;
        while (m_candidates.empty() && !m_levels->empty() && !m_context.cancelled()) {
            m_taken.clear();
            lowest = m_levels->take(fewestRefreshed, m_taken);
            refresh();
            for (const std::int64_t row : m_taken)
                keepOrPut(row, lowest);
        }
        return lowest;
    }

    void keepOrPut(std::int64_t row, int lowest)
    {
        const int level = m_levels->levelOf(boundOf(row));
        if (level >= lowest)
            m_candidates.push_back(row);
        else
            m_levels->put(row, level);
    }

    /// \returns false at the end: enough rows are picked or none is far enough; m_selection.radiusL2 is set then.
    bool pickAmongCandidates(int lowest)
    {
        while (!m_candidates.empty()) {
            const auto farthest = std::ranges::max_element(m_candidates, [&](std::int64_t a, std::int64_t b) {
                return boundOf(a) != boundOf(b) ? boundOf(a) < boundOf(b) : a > b;
            });
            // Compared as the root that it is reported as: a radius squared again may miss the square it was made of.
            const double radius = std::sqrt(static_cast<double>(boundOf(*farthest)));
            const auto picked = static_cast<std::int64_t>(m_selection.picks.size());
            if (picked >= m_count || radius <= m_request.stopRadiusL2 || m_context.cancelled()) {
                m_selection.radiusL2 = radius;
                return false;
            }
            pick(*farthest);
            *farthest = m_candidates.back();
            m_candidates.pop_back();
            updateExactly(m_candidates);
            m_taken.swap(m_candidates);
            m_candidates.clear();
            for (const std::int64_t row : m_taken)
                keepOrPut(row, lowest);
            if (m_selection.picks.size() % reportEvery == 0)
                m_context.report({"coreset", picked + 1, m_count, 0, radius});
        }
        return true;
    }

    /// Brings rows that have seen all picks but the last one up to date.
    void updateExactly(const std::vector<std::int64_t> &rows)
    {
        const auto count = static_cast<std::int64_t>(rows.size());
        const int dim = m_points.dim();
        const auto picks = static_cast<std::int32_t>(m_selection.picks.size());
        const float *centre = m_points.row(m_selection.picks.back()).data();
#pragma omp parallel for schedule(static) num_threads(m_threads) if (count * dim > alone)
        for (std::int64_t i = 0; i < count; ++i) {
            if (m_context.cancelled())
                continue;
            const auto row = rows[static_cast<std::size_t>(i)];
            float &bound = boundOf(row);
            bound = std::min(bound, squaredDistanceWithin(m_points.row(row).data(), centre, dim, bound));
            m_seen[static_cast<std::size_t>(row)] = picks;
        }
    }

    /// Brings m_taken up to date, whatever its rows have seen.
    void refresh()
    {
        std::ranges::sort(m_taken, {},
                          [&](std::int64_t row) { return std::pair(m_seen[static_cast<std::size_t>(row)], row); });
        const auto count = static_cast<std::int64_t>(m_taken.size());
        const auto unseen = static_cast<std::int64_t>(m_selection.picks.size()) -
                            (count > 0 ? m_seen[static_cast<std::size_t>(m_taken.front())] : 0);
#pragma omp parallel for schedule(dynamic, 1) num_threads(m_threads) if (count * unseen * m_points.dim() > alone)
        for (std::int64_t first = 0; first < count; first += pieceRows)
            if (!m_context.cancelled())
                refreshPiece(std::span(m_taken).subspan(static_cast<std::size_t>(first),
                                                        static_cast<std::size_t>(std::min(pieceRows, count - first))));
    }

    /// \param rows sorted by the picks they have seen; a pick looked at twice changes nothing.
    void refreshPiece(std::span<const std::int64_t> rows)
    {
        constexpr std::size_t together = 4;
        std::array<float, together * PackedRows::width> products{};
        for (std::int64_t panel = m_seen[static_cast<std::size_t>(rows.front())] / PackedRows::width;
             panel < m_packed.panels(); ++panel)
            for (std::size_t first = 0; first < rows.size(); first += together) {
                std::array<const float *, together> four{};
                for (std::size_t i = 0; i < together; ++i)
                    four[i] = m_points.row(rows[std::min(first + i, rows.size() - 1)]).data();
                panelProducts(four, m_packed.panel(panel), m_points.dim(), products.data());
                for (std::size_t i = 0; i < together && first + i < rows.size(); ++i)
                    lower(rows[first + i], panel, products.data() + i * PackedRows::width);
            }
        for (const std::int64_t row : rows)
            m_seen[static_cast<std::size_t>(row)] = static_cast<std::int32_t>(m_selection.picks.size());
    }

    /// Lowers the bound of a row by the picks of a panel. Products only rule out; what may be nearer is measured.
    void lower(std::int64_t row, std::int64_t panel, const float *products)
    {
        const float *norms = m_packed.norms(panel);
        const float norm = m_norms[static_cast<std::size_t>(row)];
        float &bound = boundOf(row);
        std::array<float, PackedRows::width> lowest{}; // that the squared distances can be
        bool ruledOut = true;
        for (std::size_t j = 0; j < lowest.size(); ++j) {
            lowest[j] = m_product.lowest(norm, norms[j], products[j]);
            ruledOut = ruledOut && lowest[j] > bound;
        }
        if (ruledOut)
            return;
        for (std::size_t j = 0; j < lowest.size(); ++j) {
            const auto pick = static_cast<std::size_t>(panel) * PackedRows::width + j;
            if (lowest[j] > bound || pick >= m_selection.picks.size())
                continue;
            const float *centre = m_points.row(m_selection.picks[pick]).data();
            bound = std::min(bound, squaredDistanceWithin(m_points.row(row).data(), centre, m_points.dim(), bound));
        }
    }

    const FeatureMatrix &m_points;
    const GreedyRequest &m_request;
    const JobContext &m_context;
    int m_threads;
    std::int64_t m_count;
    ProductBound m_product;
    std::vector<float> m_norms;
    std::vector<float> m_bounds;         ///< upper bounds of squared distances to all picks
    std::vector<std::int32_t> m_seen;    ///< how many picks a bound has taken in
    PackedRows m_packed;                 ///< the picks
    std::optional<BoundLevels> m_levels; ///< the rows that are neither picked nor candidates
    std::vector<std::int64_t> m_candidates;
    std::vector<std::int64_t> m_taken;
    GreedySelection m_selection;
};

/// Also where it is not looked at to the end, as the context is cancelled.
bool allFinite(const FeatureMatrix &points, int threads, const JobContext &context)
{
    bool finite = true;
#pragma omp parallel for schedule(static) num_threads(threads) reduction(&& : finite)
    for (std::int64_t row = 0; row < points.rows(); ++row)
        if (!context.cancelled())
            finite = finite && std::ranges::all_of(points.row(row), [](float value) { return std::isfinite(value); });
    return finite;
}

} // namespace

Result<GreedySelection> greedySelect(const FeatureMatrix &points, const GreedyRequest &request,
                                     const JobContext &context)
{
    const bool fresh = request.squaredDistances.empty();
    if (fresh && points.rows() > 0 && (request.firstPick < 0 || request.firstPick >= points.rows()))
        return fail(ErrorCode::BadArgument,
                    fmt::format("the first pick {} is outside 0..{}", request.firstPick, points.rows() - 1));
    if (!fresh && static_cast<std::int64_t>(request.squaredDistances.size()) != points.rows())
        return fail(ErrorCode::BadArgument,
                    fmt::format("{} distances were given for {} rows", request.squaredDistances.size(), points.rows()));
    if (!allFinite(points, effectiveThreads(request.threads), context))
        return fail(ErrorCode::BadArgument, "a feature is not finite");
    return EpochGreedy(points, request, context).run();
}

} // namespace patina
