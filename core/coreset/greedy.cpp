#include "core/coreset/greedy.h"

#include "core/base/system.h"
#include "core/index/squared_distance.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace patina {

namespace {

/// An upper bound of a row's squared distance to all picks; exact where `seen` is the number of picks.
struct Bound
{
    float squared = 0.0F;
    std::int32_t seen = 0;
    std::int64_t row = 0;
};

/// Heap order: the largest bound on top, the lowest row among equal ones.
bool below(const Bound &a, const Bound &b)
{
    return a.squared != b.squared ? a.squared < b.squared : a.row > b.row;
}

class LazyGreedy
{
public:
    LazyGreedy(const FeatureMatrix &points, const GreedyRequest &request, const JobContext &context)
        : m_points(points), m_request(request), m_context(context), m_threads(effectiveThreads(request.threads))
    {
    }

    Result<GreedySelection> run()
    {
        const std::int64_t rows = m_points.rows();
        m_heap.reserve(static_cast<std::size_t>(rows));
        const bool fresh = m_request.squaredDistances.empty();
        for (std::int64_t row = 0; row < rows; ++row)
            m_heap.push_back({fresh ? std::numeric_limits<float>::infinity()
                                    : m_request.squaredDistances[static_cast<std::size_t>(row)],
                              0, row});
        const std::int64_t count = std::min(m_request.count, rows);
        m_selection.picks.reserve(static_cast<std::size_t>(std::max<std::int64_t>(0, count)));
        if (fresh && count > 0)
            takeFirst();
        std::ranges::make_heap(m_heap, below);
        while (static_cast<std::int64_t>(m_selection.picks.size()) < count && !m_heap.empty()) {
            bringTopUpToDate();
            if (m_context.cancelled())
                return cancelledError();
            if (largestDistance() <= m_request.stopRadiusL2)
                break;
            std::ranges::pop_heap(m_heap, below);
            m_selection.picks.push_back(m_heap.back().row);
            m_heap.pop_back();
            if (m_selection.picks.size() % reportEvery == 0)
                m_context.report("coreset", static_cast<std::int64_t>(m_selection.picks.size()), count);
        }
        bringTopUpToDate();
        if (m_context.cancelled())
            return cancelledError();
        m_selection.radiusL2 = largestDistance();
        return std::move(m_selection);
    }

private:
    static constexpr std::size_t batch = 256; ///< bounds brought up to date together
    static constexpr std::size_t reportEvery = 256;
    /// Up to so many values, waking other threads costs more than it saves.
    static constexpr std::int64_t alone = 1 << 16;

    void takeFirst()
    {
        m_selection.picks.push_back(m_request.firstPick);
        std::swap(m_heap[static_cast<std::size_t>(m_request.firstPick)], m_heap.back());
        m_heap.pop_back();
    }

    /// Compared as the root that it is reported as: a radius squared again may miss the square it was made of.
    double largestDistance() const
    {
        return m_heap.empty() ? 0.0 : std::sqrt(static_cast<double>(m_heap.front().squared));
    }

    bool topIsExact() const
    {
        return m_heap.empty() || m_heap.front().seen == static_cast<std::int32_t>(m_selection.picks.size());
    }

    /// Until the largest bound is an exact distance, or the job is cancelled. Stale bounds are popped a batch at a
    /// time; how many lie in a batch changes nothing, as a pick is made only when an exact one is on top.
    void bringTopUpToDate()
    {
        std::size_t size = 1;
        while (!topIsExact() && !m_context.cancelled()) {
            m_stale.clear();
            while (m_stale.size() < size && !m_heap.empty() && !topIsExact()) {
                std::ranges::pop_heap(m_heap, below);
                m_stale.push_back(m_heap.back());
                m_heap.pop_back();
            }
            refresh();
            for (const Bound &bound : m_stale) {
                m_heap.push_back(bound);
                std::ranges::push_heap(m_heap, below);
            }
            size = std::min(batch, size * 4);
        }
    }

    void refresh()
    {
        const auto count = static_cast<std::int64_t>(m_stale.size());
        const auto picks = static_cast<std::int32_t>(m_selection.picks.size());
        std::int64_t distances = 0;
        for (const Bound &bound : m_stale)
            distances += picks - bound.seen;
#pragma omp parallel for schedule(dynamic, 4) num_threads(m_threads) if (distances * m_points.dim() > alone)
        for (std::int64_t i = 0; i < count; ++i) {
            Bound &bound = m_stale[static_cast<std::size_t>(i)];
            const float *point = m_points.row(bound.row).data();
            for (std::int32_t pick = bound.seen; pick < picks; ++pick) {
                const float *centre = m_points.row(m_selection.picks[static_cast<std::size_t>(pick)]).data();
                bound.squared =
                    std::min(bound.squared, squaredDistanceWithin(point, centre, m_points.dim(), bound.squared));
            }
            bound.seen = picks;
        }
    }

    const FeatureMatrix &m_points;
    const GreedyRequest &m_request;
    const JobContext &m_context;
    int m_threads;
    std::vector<Bound> m_heap;
    std::vector<Bound> m_stale;
    GreedySelection m_selection;
};

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
    if (firstNonFiniteRow(points))
        return fail(ErrorCode::BadArgument, "a feature is not finite");
    return LazyGreedy(points, request, context).run();
}

} // namespace patina
