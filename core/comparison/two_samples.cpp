#include "core/comparison/two_samples.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace patina {
namespace {

/// Equal values of the pooled samples: how many each has of them.
struct Tie
{
    std::int64_t first = 0;
    std::int64_t second = 0;
    std::int64_t size() const { return first + second; }
};

/// In rising order of the values.
std::vector<Tie> tiesOf(std::span<const double> first, std::span<const double> second)
{
    std::vector<std::pair<double, bool>> pooled;
    for (const double value : first)
        pooled.emplace_back(value, false);
    for (const double value : second)
        pooled.emplace_back(value, true);
    std::ranges::sort(pooled);
    std::vector<Tie> ties;
    for (std::size_t i = 0; i < pooled.size(); ++i) {
        if (i == 0 || pooled[i].first != pooled[i - 1].first)
            ties.emplace_back();
        ++(pooled[i].second ? ties.back().second : ties.back().first);
    }
    return ties;
}

/// Midranks, doubled so that they are whole numbers, of all pooled values, rising.
std::vector<std::int64_t> doubledRanks(const std::vector<Tie> &ties)
{
    std::vector<std::int64_t> ranks;
    std::int64_t before = 0;
    for (const Tie &tie : ties) {
        ranks.insert(ranks.end(), static_cast<std::size_t>(tie.size()), 2 * before + tie.size() + 1);
        before += tie.size();
    }
    return ranks;
}

/// Share of the ways to draw `drawn` of the ranks whose sum is at least (or at most) `sum`. chosen[k][s] is the
/// share among the ways to draw k of the ranks so far that come to the sum s, so that nothing overflows.
double tailShare(const std::vector<std::int64_t> &ranks, std::int64_t drawn, std::int64_t sum, bool upper)
{
    std::int64_t most = 0; // the largest sum of `drawn` of them
    for (std::int64_t i = 0; i < drawn; ++i)
        most += ranks[ranks.size() - 1 - static_cast<std::size_t>(i)];
    const auto width = static_cast<std::size_t>(most) + 1;
    std::vector<std::vector<double>> chosen(static_cast<std::size_t>(drawn) + 1, std::vector<double>(width, 0.0));
    chosen[0][0] = 1.0;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        const auto rank = static_cast<std::size_t>(ranks[i]);
        const std::size_t largest = std::min(static_cast<std::size_t>(drawn), i + 1);
        for (std::size_t k = largest; k > 0; --k) {
            // Of the ways to draw k of i + 1, the share k / (i + 1) has the last one.
            const double with = static_cast<double>(k) / static_cast<double>(i + 1);
            std::vector<double> &now = chosen[k];
            const std::vector<double> &before = chosen[k - 1];
            for (std::size_t s = width; s-- > 0;)
                now[s] = now[s] * (1.0 - with) + (s >= rank ? before[s - rank] * with : 0.0);
        }
    }
    double share = 0.0;
    const std::vector<double> &all = chosen.back();
    for (std::size_t s = 0; s < width; ++s)
        if (upper ? static_cast<std::int64_t>(s) >= sum : static_cast<std::int64_t>(s) <= sum)
            share += all[s];
    return std::min(share, 1.0);
}

double normalUpper(double z)
{
    return 0.5 * std::erfc(z / std::sqrt(2.0));
}

double approximateP(const std::vector<Tie> &ties, double u, double first, double second)
{
    const double all = first + second;
    double tied = 0.0;
    for (const Tie &tie : ties) {
        const auto size = static_cast<double>(tie.size());
        tied += size * (size * size - 1.0);
    }
    const double variance = first * second / 12.0 * (all + 1.0 - tied / (all * (all - 1.0)));
    return variance > 0.0 ? normalUpper((u - first * second / 2.0 - 0.5) / std::sqrt(variance)) : 1.0;
}

} // namespace

RankSum mannWhitney(std::span<const double> first, std::span<const double> second, std::int64_t mostSteps)
{
    assert(!first.empty() && !second.empty());
    const std::vector<Tie> ties = tiesOf(first, second);
    RankSum found;
    std::int64_t doubledU = 0;
    std::int64_t below = 0; // of the first, so far
    for (const Tie &tie : ties) {
        doubledU += tie.second * (2 * below + tie.first);
        below += tie.first;
    }
    const auto m = std::ssize(first);
    const auto n = std::ssize(second);
    found.u = static_cast<double>(doubledU) / 2.0;
    found.superior = found.u / (static_cast<double>(m) * static_cast<double>(n));
    const std::int64_t fewer = std::min(m, n);
    const auto all = static_cast<double>(m + n);
    if (all * static_cast<double>(fewer) * static_cast<double>(fewer) * 2.0 * all > static_cast<double>(mostSteps)) {
        found.kind = PValueKind::Normal;
        found.p = approximateP(ties, found.u, static_cast<double>(m), static_cast<double>(n));
        return found;
    }
    // Twice the rank sum of the second is 2 U + n (n + 1), and of both together it is (m + n)(m + n + 1).
    const std::int64_t sum = doubledU + n * (n + 1);
    const std::int64_t total = (m + n) * (m + n + 1);
    found.p =
        n <= m ? tailShare(doubledRanks(ties), n, sum, true) : tailShare(doubledRanks(ties), m, total - sum, false);
    return found;
}

LargestGap kolmogorovSmirnov(std::span<const double> first, std::span<const double> second)
{
    assert(!first.empty() && !second.empty());
    const std::vector<Tie> ties = tiesOf(first, second);
    const auto m = std::ssize(first);
    const auto n = std::ssize(second);
    std::vector<bool> ends(static_cast<std::size_t>(m + n) + 1, false); // whether a tie ends behind that many values
    std::int64_t largest = 0;
    std::int64_t i = 0;
    std::int64_t j = 0;
    for (const Tie &tie : ties) {
        i += tie.first;
        j += tie.second;
        ends[static_cast<std::size_t>(i + j)] = true;
        largest = std::max(largest, std::abs(i * n - j * m));
    }
    // reached[y]: share of the paths to (x, y) that have had a gap as large.
    std::vector<double> reached(static_cast<std::size_t>(n) + 1, 0.0);
    for (std::int64_t x = 0; x <= m; ++x)
        for (std::int64_t y = 0; y <= n; ++y) {
            double &here = reached[static_cast<std::size_t>(y)];
            if (ends[static_cast<std::size_t>(x + y)] && std::abs(x * n - y * m) >= largest)
                here = 1.0;
            else if (x + y > 0)
                here = (static_cast<double>(x) * here +
                        (y > 0 ? static_cast<double>(y) * reached[static_cast<std::size_t>(y) - 1] : 0.0)) /
                       static_cast<double>(x + y);
        }
    return {static_cast<double>(largest) / (static_cast<double>(m) * static_cast<double>(n)), reached.back()};
}

double leastRankSumP(std::int64_t first, std::int64_t second)
{
    assert(first > 0 && second > 0);
    double p = 1.0;
    const std::int64_t fewer = std::min(first, second);
    for (std::int64_t i = 1; i <= fewer && p > 0.0; ++i)
        p *= static_cast<double>(i) / static_cast<double>(first + second - fewer + i);
    return p;
}

} // namespace patina
