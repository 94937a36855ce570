#include "core/comparison/holm.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace patina {
namespace {

double pOf(const PairedCount &count)
{
    return mcnemarExact(count.onlyA, count.onlyB);
}

} // namespace

std::vector<double> holmAdjusted(std::span<const double> p)
{
    std::vector<std::size_t> rising(p.size());
    std::iota(rising.begin(), rising.end(), std::size_t{0});
    std::ranges::stable_sort(rising, {}, [&](std::size_t i) { return p[i]; });
    std::vector<double> adjusted(p.size(), 1.0);
    double largest = 0.0;
    for (std::size_t rank = 0; rank < rising.size(); ++rank) {
        const double times = static_cast<double>(rising.size() - rank);
        largest = std::max(largest, std::min(1.0, times * p[rising[rank]]));
        adjusted[rising[rank]] = largest;
    }
    return adjusted;
}

std::vector<std::array<CorrectedP, 2>> correctedP(std::span<const Comparison> comparisons)
{
    std::vector<std::array<CorrectedP, 2>> corrected(comparisons.size());
    std::vector<std::size_t> counted; // those without thresholds test nothing
    for (std::size_t i = 0; i < comparisons.size(); ++i)
        if (comparisons[i].whyNoCounts.empty())
            counted.push_back(i);
    if (counted.empty())
        return corrected;
    for (std::size_t which = 0; which < 2; ++which) {
        const auto adjust = [&](auto &&count, auto &&set) {
            std::vector<double> p;
            for (const std::size_t i : counted)
                p.push_back(pOf(count(comparisons[i].counts[which])));
            const std::vector<double> adjusted = holmAdjusted(p);
            for (std::size_t k = 0; k < counted.size(); ++k)
                set(corrected[counted[k]][which], adjusted[k]);
        };
        const std::size_t rows = comparisons[counted.front()].counts[which].defects.size();
        for (std::size_t row = 0; row < rows; ++row)
            adjust([&](const ComparedCounts &counts) -> const PairedCount & { return counts.defects[row]; },
                   [](CorrectedP &of, double p) { of.defects.push_back(p); });
        adjust([](const ComparedCounts &counts) -> const PairedCount & { return counts.good; },
               [](CorrectedP &of, double p) { of.good = p; });
    }
    return corrected;
}

} // namespace patina
