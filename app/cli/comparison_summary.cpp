#include "core/comparison/comparison_summary.h"

#include "app/cli/comparison_output.h"
#include "app/cli/figure_title.h"
#include "app/cli/text_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <initializer_list>

namespace patina::cli {

namespace {

using Better = SummaryLine::Better;

std::string intervalText(const FigureInterval &interval)
{
    return interval.low.value && interval.high.value
               ? fmt::format("{:+.4f} .. {:+.4f}", *interval.low.value, *interval.high.value)
               : std::string("-");
}

/// Titles of the lines that say so, after the words; nothing where none does.
void addLines(const std::vector<SummaryLine> &lines, std::initializer_list<Better> wanted, const std::string &words,
              std::vector<std::string> &parts)
{
    std::vector<std::string> titles;
    for (const SummaryLine &line : lines)
        if (std::ranges::find(wanted, line.better) != wanted.end())
            titles.push_back(figureTitle(line.name));
    if (!titles.empty())
        parts.push_back(fmt::format("{}{}", words, fmt::join(titles, ", ")));
}

/// "b is better in image AUROC; a is better in overkill of good parts at review; no difference is shown in ...". Of one
/// model under two policies neither is better: what is true is another for each.
std::string sentence(const std::vector<SummaryLine> &lines, const SideTitle &a, const SideTitle &b)
{
    std::vector<std::string> parts;
    if (a.hash == b.hash) {
        addLines(lines, {Better::A, Better::B}, fmt::format("{} and {} differ in ", a.name, b.name), parts);
    } else {
        addLines(lines, {Better::B}, b.name + " is better in ", parts);
        addLines(lines, {Better::A}, a.name + " is better in ", parts);
    }
    addLines(lines, {Better::NotShown},
             parts.empty() ? fmt::format("no difference between {} and {} is shown in ", a.name, b.name)
                           : std::string("no difference is shown in "),
             parts);
    return fmt::format("{}\n", fmt::join(parts, "; "));
}

std::string betterText(Better better, const SideTitle &a, const SideTitle &b)
{
    if (better == Better::NotShown)
        return "-";
    return a.hash == b.hash ? "differs" : better == Better::A ? a.name : b.name;
}

} // namespace

std::string summaryText(const ComparisonReport &report)
{
    std::vector<const Comparison *> comparisons;
    for (const Comparison &one : report.comparisons)
        comparisons.push_back(&one);
    const auto summaries = summaryOf(comparisons);
    std::string text;
    std::size_t tests = 0;
    const SideTitle &a = report.sides.front();
    for (std::size_t i = 0; i < summaries.size(); ++i) {
        const SideTitle &b = report.sides[i + 1];
        if (summaries[i].empty())
            continue;
        TextTable table({"", a.name, b.name, fmt::format("{} - {}", b.name, a.name), "95 % interval, paired", "p, Holm",
                         a.hash == b.hash ? "" : "better"});
        for (const SummaryLine &line : summaries[i]) {
            tests += line.adjustedP ? 1 : 0;
            table.addRow({figureTitle(line.name), fmt::format("{:.4f}", line.a), fmt::format("{:.4f}", line.b),
                          fmt::format("{:+.4f}", line.difference()), intervalText(line.interval),
                          line.adjustedP ? fmt::format("{:.4g}", *line.adjustedP) : std::string("-"),
                          betterText(line.better, a, b)});
        }
        text += sentence(summaries[i], a, b) + table.text() + "\n";
    }
    if (tests > 0)
        text += fmt::format("Shown: the interval does not hold 0, and McNemar's p, by Holm over the {} tests of this "
                            "summary, is below {:g}.\n\n",
                            tests, summaryLevel);
    return text;
}

} // namespace patina::cli
