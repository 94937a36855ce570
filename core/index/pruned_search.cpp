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
constexpr int directionsToCut = 16;     ///< of those that differ most
constexpr double farFromCommon = 256.0; ///< times the squared norm in the middle
constexpr std::size_t together = 4;     ///< queries in one product
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

std::ptrdiff_t directionOfMostDifference(const FeatureMatrix &coordinates, std::span<const std::int64_t> rows)
{
    const auto count = static_cast<std::size_t>(std::min(coordinates.dim(), directionsToCut));
    std::array<double, directionsToCut> sums{};
    std::array<double, directionsToCut> squares{};
    for (const std::int64_t row : rows)
        for (std::size_t k = 0; k < count; ++k) {
            const auto value = static_cast<double>(coordinates.row(row)[k]);
            sums[k] += value;
            squares[k] += value * value;
        }
    std::array<double, directionsToCut> spread{};
    for (std::size_t k = 0; k < count; ++k)
        spread[k] = squares[k] - sums[k] * sums[k] / static_cast<double>(rows.size());
    return std::max_element(spread.begin(), spread.begin() + static_cast<std::ptrdiff_t>(count)) - spread.begin();
}

/// Rows that lie near each other by their coordinates side by side, so that few panels hold what is near a query: cut
/// in two across the direction of most difference, again and again, down to panels.
std::vector<std::int64_t> neighboursTogether(const FeatureMatrix &coordinates, const JobContext &context)
{
    std::vector<std::int64_t> order(static_cast<std::size_t>(coordinates.rows()));
    std::iota(order.begin(), order.end(), 0);
    std::vector<std::span<std::int64_t>> parts{order};
    while (!parts.empty() && !context.cancelled()) {
        const auto part = parts.back();
        parts.pop_back();
        if (std::ssize(part) <= RoundedRows::width)
            continue;
        const auto along = static_cast<std::size_t>(directionOfMostDifference(coordinates, part));
        const auto value = [&](std::int64_t row) {
            const float coordinate = coordinates.row(row)[along];
            return std::isnan(coordinate) ? std::numeric_limits<float>::infinity() : coordinate;
        };
        const std::size_t panels = (part.size() + RoundedRows::width - 1) / RoundedRows::width;
        const std::size_t middle = panels / 2 * RoundedRows::width;
        std::ranges::nth_element(part, part.begin() + static_cast<std::ptrdiff_t>(middle), {}, value);
        parts.push_back(part.first(middle));
        parts.push_back(part.subspan(middle));
    }
    return order;
}

/// The largest squared norm of rows, but for few that lie far from all others.
double commonSquaredNorm(const std::vector<PrefixSpace::Mapped> &mapped)
{
    if (mapped.empty())
        return 0.0;
    std::vector<float> norms(mapped.size());
    std::ranges::transform(mapped, norms.begin(), [](const PrefixSpace::Mapped &row) {
        return std::isnan(row.squaredNorm) ? std::numeric_limits<float>::infinity() : row.squaredNorm;
    });
    const auto middle = norms.begin() + std::ssize(norms) / 2;
    std::ranges::nth_element(norms, middle);
    const double most =
        std::min(farFromCommon * static_cast<double>(*middle), static_cast<double>(std::numeric_limits<float>::max()));
    return std::min(most, static_cast<double>(*std::max_element(middle, norms.end())));
}

} // namespace

/// What one thread works in; made beforehand, as nothing may throw inside a parallel loop.
struct PrunedSearch::Run
{
    std::array<RoundedRows::Query, atATime> queries{};
    std::array<std::size_t, atATime> open{}; ///< queries for which nothing is enough yet, and their places above
    std::array<std::size_t, atATime> place{};
    std::size_t count = 0;
};

void PrunedSearch::reset(const FeatureMatrix &rows, std::span<const std::int64_t> order, const JobContext &context)
{
    m_space = PrefixSpace(rows, context);
    layOut(rows, order, 1, context);
}

void PrunedSearch::reset(const FeatureMatrix &rows, const PrefixSpace &space, int threads, const JobContext &context)
{
    m_space = space;
    layOut(rows, {}, threads, context);
}

void PrunedSearch::layOut(const FeatureMatrix &rows, std::span<const std::int64_t> order, int threads,
                          const JobContext &context)
{
    FeatureMatrix coordinates(rows.rows(), m_space.dim());
    std::vector<PrefixSpace::Mapped> mapped(static_cast<std::size_t>(rows.rows()));
#pragma omp parallel for schedule(static) num_threads(threads)
    for (std::int64_t row = 0; row < rows.rows(); ++row)
        if (!context.cancelled())
            mapped[static_cast<std::size_t>(row)] = m_space.map(rows.row(row).data(), coordinates.row(row).data());
    m_order.assign(order.begin(), order.end());
    if (order.empty())
        m_order = neighboursTogether(coordinates, context);
    m_rounded = RoundedRows(m_space.dim(), commonSquaredNorm(mapped));
    m_rounded.reserve(rows.rows());
    for (const std::int64_t row : m_order)
        m_rounded.append(coordinates.row(row), mapped[static_cast<std::size_t>(row)]);
}

void PrunedSearch::append(std::span<const float> row)
{
    if (m_order.empty())
        m_space = PrefixSpace(FeatureMatrix(0, static_cast<int>(row.size())));
    std::array<float, PrefixSpace::mostDirections> coordinates{};
    const PrefixSpace::Mapped mapped = m_space.map(row.data(), coordinates.data());
    if (m_order.empty())
        m_rounded = RoundedRows(m_space.dim(), farFromCommon * static_cast<double>(mapped.squaredNorm));
    m_rounded.append(std::span(coordinates).first(static_cast<std::size_t>(m_space.dim())), mapped);
    m_order.push_back(rows());
}

Result<void> PrunedSearch::search(const Request &request, int threads, const JobContext &context) const
{
    if (request.within.empty())
        std::ranges::fill(request.squared, std::numeric_limits<float>::infinity());
    else
        std::ranges::copy(request.within, request.squared.begin());
    std::ranges::fill(request.ids, -1);
    const auto count = std::ssize(request.squared);
    if (m_order.empty() || count == 0)
        return {};
    // As many runs as keep every thread busy, of strands as long as that leaves them.
    const std::int64_t wanted = std::int64_t{2} * threads * static_cast<std::int64_t>(strands * step);
    const Strands cut{count, std::clamp<std::int64_t>((count + wanted - 1) / wanted, 1, longestStrand / step) *
                                 static_cast<std::int64_t>(step)};
    const auto team = static_cast<int>(std::clamp<std::int64_t>(cut.runs(), 1, threads));
    std::vector<Run> runs(static_cast<std::size_t>(team));
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
    const std::int64_t atOnce = std::max<std::int64_t>(1, panelBytes / m_rounded.panelBytes());
    for (std::int64_t done = 0; done < cut.length; done += static_cast<std::int64_t>(step)) {
        openQueries(request, cut, index, done, run);
        for (std::int64_t panel = 0; panel < m_rounded.panels() && run.count > 0; panel += atOnce) {
            if (context.cancelled())
                return;
            meetPanels(request, run, panel, std::min(panel + atOnce, m_rounded.panels()));
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
    std::array<float, PrefixSpace::mostDirections> coordinates;
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
            const auto mapped = m_space.map(
                request.queries.row(request.first + static_cast<std::int64_t>(query)).data(), coordinates.data());
            m_rounded.round(std::span(coordinates).first(static_cast<std::size_t>(m_space.dim())), mapped,
                            run.queries[run.count]);
            ++run.count;
        }
    }
}

/// The open queries against some panels, four at a time.
void PrunedSearch::meetPanels(const Request &request, Run &run, std::int64_t panel, std::int64_t end) const
{
    RoundedRows::Four four;
    for (std::size_t group = 0; group < run.count; group += together) {
        const std::size_t count = std::min(together, run.count - group);
        for (std::size_t i = 0; i < together; ++i) {
            const std::size_t at = group + std::min(i, count - 1);
            four.queries[i] = &run.queries[run.place[at]];
            four.thresholds[i] = m_rounded.thresholds(*four.queries[i], request.squared[run.open[at]]);
        }
        RoundedRows::Candidates near{};
        for (std::int64_t at = m_rounded.nextPanel(four, panel, end, near); at < end;
             at = m_rounded.nextPanel(four, at + 1, end, near)) {
            const auto place = static_cast<std::size_t>(at * RoundedRows::width);
            for (std::size_t i = 0; i < count; ++i) {
                std::uint32_t left = near[i] & placesOf(at);
                const std::size_t query = run.open[group + i];
                const float before = request.squared[query];
                if (left == 0 || before <= request.enough)
                    continue;
                for (; left != 0; left &= left - 1)
                    measure(request, query, m_order[place + static_cast<std::size_t>(std::countr_zero(left))]);
                if (request.squared[query] < before)
                    four.thresholds[i] = m_rounded.thresholds(*four.queries[i], request.squared[query]);
            }
        }
    }
}

/// A bit for each place of a panel that has a row.
std::uint32_t PrunedSearch::placesOf(std::int64_t panel) const
{
    const std::int64_t count = rows() - panel * RoundedRows::width;
    return count >= RoundedRows::width ? 0xFFFFU : (1U << static_cast<unsigned>(count)) - 1U;
}

} // namespace patina
