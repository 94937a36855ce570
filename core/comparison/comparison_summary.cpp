#include "core/comparison/comparison_summary.h"

#include "core/comparison/holm.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace patina {
namespace {

/// What a line is about.
struct Asked
{
    const char *name;
    int which;   ///< into Comparison::counts; -1: no test
    bool isGood; ///< of good images: less is better
};
constexpr std::array asked{Asked{"image.auroc", -1, false}, Asked{"at.review.defects.all.recall", 0, false},
                           Asked{"at.review.good.overkill", 0, true}, Asked{"at.reject.defects.all.recall", 1, false},
                           Asked{"at.reject.good.overkill", 1, true}};

/// None where nothing was counted.
const PairedCount *countOf(const Comparison &comparison, const Asked &one)
{
    if (one.which < 0 || !comparison.whyNoCounts.empty())
        return nullptr;
    const ComparedCounts &counts = comparison.counts[static_cast<std::size_t>(one.which)];
    const PairedCount *count = one.isGood ? &counts.good : counts.defects.empty() ? nullptr : &counts.defects.back();
    return count != nullptr && count->total() > 0 ? count : nullptr;
}

std::optional<SummaryLine> lineOf(const Comparison &comparison, const Asked &one)
{
    const auto figure = std::ranges::find(comparison.figures, one.name, &ComparedFigure::name);
    if (figure == comparison.figures.end() || !figure->a.value || !figure->b.value)
        return std::nullopt;
    return SummaryLine{one.name, *figure->a.value, *figure->b.value, figure->interval, {}, {}};
}

void judge(SummaryLine &line, bool lessIsBetter)
{
    const bool hasInterval = line.interval.low.value && line.interval.high.value;
    const bool holdsNone = hasInterval && (*line.interval.low.value > 0.0 || *line.interval.high.value < 0.0);
    if (line.difference() == 0.0 || (hasInterval && !holdsNone) ||
        (line.adjustedP && *line.adjustedP >= summaryLevel) || (!hasInterval && !line.adjustedP))
        return;
    const bool more = line.difference() > 0.0;
    line.better = more != lessIsBetter ? SummaryLine::Better::B : SummaryLine::Better::A;
}

} // namespace

std::vector<std::vector<SummaryLine>> summaryOf(const std::vector<const Comparison *> &comparisons)
{
    std::vector<std::vector<SummaryLine>> summaries(comparisons.size());
    std::vector<double> p;
    for (std::size_t i = 0; i < comparisons.size(); ++i)
        for (const Asked &one : asked)
            if (const auto line = lineOf(*comparisons[i], one)) {
                summaries[i].push_back(*line);
                if (const PairedCount *count = countOf(*comparisons[i], one))
                    p.push_back(mcnemarExact(count->onlyA, count->onlyB));
            }
    const std::vector<double> adjusted = holmAdjusted(p);
    auto next = adjusted.begin();
    for (std::size_t i = 0; i < comparisons.size(); ++i)
        for (SummaryLine &line : summaries[i]) {
            const Asked &one =
                *std::ranges::find(asked, line.name, [](const Asked &of) { return std::string(of.name); });
            if (countOf(*comparisons[i], one) != nullptr)
                line.adjustedP = *next++;
            judge(line, one.isGood);
        }
    return summaries;
}

} // namespace patina
