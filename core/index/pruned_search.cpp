#include "core/index/pruned_search.h"

#include "core/index/squared_distance.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <omp.h>

namespace patina {

namespace {

constexpr std::size_t strands = 16;        ///< of neighbouring queries that one thread takes together
constexpr std::size_t step = 4;            ///< queries that it takes of each at a time
constexpr std::int64_t longestStrand = 64; ///< queries
constexpr std::size_t atATime = strands * step;
constexpr std::size_t together = 4; ///< queries in one product
constexpr std::int64_t panelBytes =
    std::int64_t{160} * 1024; ///< that stay in the cache while all queries of a run meet them

/// Keeps the row where it is nearer, or as near and lower.
void measure(const PrunedSearch::Request &request, std::size_t query, std::int64_t row)
{
    float &squared = request.squared[query];
    std::int64_t &id = request.ids[query];
    const float *values = request.queries.row(request.first + static_cast<std::int64_t>(query)).data();
    const float distance = squaredDistanceWithin(values, request.rows.row(row).data(), request.rows.dim(), squared);
    if (distance < squared || (distance == squared && row < id)) {
        squared = distance;
        id = row;
    }
}

} // namespace

/// What one thread works in; made beforehand, as nothing may throw inside a parallel loop.
struct PrunedSearch::Run
{
    explicit Run(int dim) : prefixes(static_cast<std::int64_t>(atATime), dim) {}

    FeatureMatrix prefixes;
    std::array<PrefixSpace::Norms, atATime> norms{};
    std::array<std::size_t, atATime> open{}; ///< queries for which nothing is enough yet, and their places above
    std::array<std::size_t, atATime> place{};
    std::size_t count = 0;
};

void PrunedSearch::reset(const FeatureMatrix &rows, std::span<const std::int64_t> order)
{
    m_space = PrefixSpace(rows);
    FeatureMatrix prefixes(rows.rows(), m_space.dim());
    std::vector<PrefixSpace::Norms> norms(static_cast<std::size_t>(rows.rows()));
    for (std::int64_t row = 0; row < rows.rows(); ++row)
        norms[static_cast<std::size_t>(row)] = m_space.map(rows.row(row).data(), prefixes.row(row).data());
    const auto distance = [&](std::int64_t row) {
        const float norm = norms[static_cast<std::size_t>(row)].all;
        return std::isnan(norm) ? std::numeric_limits<float>::infinity() : norm;
    };
    std::vector<std::int64_t> places(order.begin(), order.end());
    if (order.empty()) {
        // What is most common lies in the middle.
        places.resize(norms.size());
        std::iota(places.begin(), places.end(), 0);
        std::ranges::stable_sort(places, {}, distance);
    }
    m_order.clear();
    m_norms.clear();
    m_prefixes.clear();
    m_prefixes.reserve(prefixes.values().size());
    m_first = PackedRows(m_space.firstDim());
    m_first.reserve(rows.rows());
    for (const std::int64_t row : places)
        place(prefixes.row(row), norms[static_cast<std::size_t>(row)], row);
}

void PrunedSearch::place(std::span<const float> prefix, PrefixSpace::Norms norms, std::int64_t row)
{
    m_first.append(prefix.first(static_cast<std::size_t>(m_space.firstDim())), norms.first);
    m_prefixes.insert(m_prefixes.end(), prefix.begin(), prefix.end());
    m_norms.push_back(norms.all);
    m_order.push_back(row);
}

void PrunedSearch::append(std::span<const float> row)
{
    if (m_order.empty()) {
        FeatureMatrix none(0, static_cast<int>(row.size()));
        m_space = PrefixSpace(none);
        m_first = PackedRows(m_space.firstDim());
    }
    std::vector<float> prefix(static_cast<std::size_t>(m_space.dim()));
    const PrefixSpace::Norms norms = m_space.map(row.data(), prefix.data());
    place(prefix, norms, rows());
}

Result<void> PrunedSearch::search(const Request &request, int threads, const JobContext &context) const
{
    std::ranges::fill(request.squared, std::numeric_limits<float>::infinity());
    std::ranges::fill(request.ids, -1);
    const auto count = std::ssize(request.squared);
    if (m_order.empty() || count == 0)
        return {};
    // As many runs as keep every thread busy, of strands as long as that leaves them.
    const std::int64_t wanted = std::int64_t{2} * threads * static_cast<std::int64_t>(strands * step);
    const Strands cut{count, std::clamp<std::int64_t>((count + wanted - 1) / wanted, 1, longestStrand / step) *
                                 static_cast<std::int64_t>(step)};
    const auto team = static_cast<int>(std::clamp<std::int64_t>(cut.runs(), 1, threads));
    std::vector<Run> runs(static_cast<std::size_t>(team), Run(m_space.dim()));
#pragma omp parallel for schedule(dynamic, 1) num_threads(team)
    for (std::int64_t run = 0; run < cut.runs(); ++run)
        searchRun(request, cut, run, runs[static_cast<std::size_t>(omp_get_thread_num())], context);
    if (context.cancelled())
        return cancelledError();
    return {};
}

std::int64_t PrunedSearch::Strands::runs() const
{
    const std::int64_t ofRun = static_cast<std::int64_t>(strands) * length;
    return (count + ofRun - 1) / ofRun;
}

void PrunedSearch::searchRun(const Request &request, const Strands &cut, std::int64_t index, Run &run,
                             const JobContext &context) const
{
    const std::int64_t atOnce = std::max<std::int64_t>(
        1, panelBytes / (std::int64_t{sizeof(float)} * PackedRows::width * (m_first.dim() + m_space.dim())));
    for (std::int64_t done = 0; done < cut.length; done += static_cast<std::int64_t>(step)) {
        openQueries(request, cut, index, done, run);
        for (std::int64_t panel = 0; panel < m_first.panels() && run.count > 0; panel += atOnce) {
            if (context.cancelled())
                return;
            meetPanels(request, run, panel, std::min(panel + atOnce, m_first.panels()));
            std::size_t kept = 0;
            for (std::size_t i = 0; i < run.count; ++i) {
                if (request.squared[run.open[i]] <= request.enough)
                    continue;
                run.open[kept] = run.open[i];
                run.place[kept++] = run.place[i];
            }
            run.count = kept;
        }
    }
}

/// The nearest row of a patch is most often that of the patch before it, which has been found, or of the same place in
/// the image before: what they leave to be ruled out is little.
void PrunedSearch::openQueries(const Request &request, const Strands &cut, std::int64_t index, std::int64_t done,
                               Run &run) const
{
    run.count = 0;
    for (std::int64_t strand = 0; strand < static_cast<std::int64_t>(strands); ++strand) {
        const std::int64_t begin = (index * static_cast<std::int64_t>(strands) + strand) * cut.length + done;
        const std::int64_t end = std::min(begin + static_cast<std::int64_t>(step), cut.count);
        std::int64_t previous = done > 0 && begin < end ? request.ids[static_cast<std::size_t>(begin - 1)] : -1;
        for (auto query = static_cast<std::size_t>(begin); query < static_cast<std::size_t>(std::max(begin, end));
             ++query) {
            measure(request, query, previous >= 0 ? previous : m_order.front());
            const std::int64_t guess = query < request.guesses.size() ? request.guesses[query] : -1;
            if (guess >= 0 && guess < rows() && request.squared[query] > request.enough)
                measure(request, query, guess);
            previous = request.ids[query];
            if (request.squared[query] <= request.enough)
                continue;
            run.open[run.count] = query;
            run.place[run.count] = run.count;
            run.norms[run.count] =
                m_space.map(request.queries.row(request.first + static_cast<std::int64_t>(query)).data(),
                            run.prefixes.row(static_cast<std::int64_t>(run.count)).data());
            ++run.count;
        }
    }
}

/// The open queries against some panels, four at a time.
void PrunedSearch::meetPanels(const Request &request, Run &run, std::int64_t panel, std::int64_t end) const
{
    const ProductBound first(m_first.dim());
    const ProductBound all(m_space.dim());
    PanelQueries queries;
    std::array<float, together> norms{};
    for (std::size_t group = 0; group < run.count; group += together) {
        const std::size_t count = std::min(together, run.count - group);
        for (std::size_t i = 0; i < together; ++i) {
            const std::size_t at = group + std::min(i, count - 1);
            queries.rows[i] = run.prefixes.row(static_cast<std::int64_t>(run.place[at])).data();
            queries.norms[i] = run.norms[run.place[at]].first;
            norms[i] = run.norms[run.place[at]].all;
            queries.limits[i] = request.squared[run.open[at]];
        }
        for (std::int64_t at = panel; at < end; ++at) {
            const auto near = panelCandidates(queries, m_first.panel(at), m_first.norms(at), m_first.dim(), first);
            const auto place = static_cast<std::size_t>(at * PackedRows::width);
            for (std::size_t i = 0; i < count; ++i) {
                const std::size_t query = run.open[group + i];
                std::uint32_t left = near[i] & placesOf(at);
                if (left == 0 || request.squared[query] <= request.enough)
                    continue;
                left = nearRows({left, queries.rows[i], norms[i], queries.limits[i]},
                                m_prefixes.data() + place * static_cast<std::size_t>(m_space.dim()),
                                m_norms.data() + place, m_space.dim(), all);
                for (; left != 0; left &= left - 1)
                    measure(request, query, m_order[place + static_cast<std::size_t>(std::countr_zero(left))]);
                queries.limits[i] = request.squared[query];
            }
        }
    }
}

/// A bit for each place of a panel that has a row.
std::uint32_t PrunedSearch::placesOf(std::int64_t panel) const
{
    const std::int64_t count = rows() - panel * PackedRows::width;
    return count >= PackedRows::width ? 0xFFFFU : (1U << static_cast<unsigned>(count)) - 1U;
}

} // namespace patina
