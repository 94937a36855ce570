#include "app/cli/comparison_output.h"

#include "app/cli/figure_title.h"
#include "app/cli/text_table.h"
#include "core/comparison/holm.h"
#include "core/comparison/unequal_overkill.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace patina::cli {

namespace {

constexpr std::array thresholdNames{"review", "reject"};
constexpr std::size_t mostListed = 20;

/// One comparison with all that is printed of it.
struct PrintedComparison
{
    const Comparison &comparison;
    const SideTitle &a;
    const SideTitle &b;
    const std::array<CorrectedP, 2> &corrected;
    std::size_t comparisons = 1;
};

std::string number(const Figure &figure)
{
    return figure.value ? fmt::format("{:.4f}", *figure.value) : std::string("-");
}

std::string signedNumber(const Figure &figure)
{
    return figure.value ? fmt::format("{:+.4f}", *figure.value) : std::string("-");
}

/// A figure that is absent on both sides has nothing to say on a terminal.
std::string figureTable(const PrintedComparison &printed)
{
    const auto &[comparison, a, b, corrected, comparisons] = printed;
    TextTable table({"", a.name, b.name, fmt::format("{} - {}", b.name, a.name), "95 % interval, paired"});
    for (const ComparedFigure &figure : comparison.figures)
        if (figure.a.value || figure.b.value)
            table.addRow({figureTitle(figure.name), number(figure.a), number(figure.b), signedNumber(figure.difference),
                          figure.interval.low.value
                              ? signedNumber(figure.interval.low) + " .. " + signedNumber(figure.interval.high)
                              : std::string("-")});
    return table.text();
}

std::string countTable(const PrintedComparison &printed)
{
    const auto &[comparison, a, b, corrected, comparisons] = printed;
    if (!comparison.whyNoCounts.empty()) {
        const SideTitle &without = a.whyNoThresholds.empty() ? b : a;
        return fmt::format("no thresholds of {}: {}\n", without.name, without.whyNoThresholds);
    }
    std::vector<std::string> header{"", "both", "only " + a.name, "only " + b.name, "neither", "McNemar p"};
    if (comparisons > 1)
        header.push_back(fmt::format("corrected for {} comparisons", comparisons));
    TextTable table(header);
    const auto add = [&](const std::string &title, const PairedCount &count, double correctedP) {
        std::vector<std::string> cells{title,
                                       std::to_string(count.both),
                                       std::to_string(count.onlyA),
                                       std::to_string(count.onlyB),
                                       std::to_string(count.neither),
                                       fmt::format("{:.4g}", mcnemarExact(count.onlyA, count.onlyB))};
        if (comparisons > 1)
            cells.push_back(fmt::format("{:.4g}", correctedP));
        table.addRow(std::move(cells));
    };
    for (std::size_t which = 0; which < thresholdNames.size(); ++which) {
        const ComparedCounts &counts = comparison.counts[which];
        for (std::size_t i = 0; i < counts.defects.size(); ++i)
            if (counts.defects[i].total() > 0)
                add(fmt::format("found at {}: {}", thresholdNames[which], defectTitle(counts.defects[i].name)),
                    counts.defects[i], corrected[which].defects[i]);
        add(fmt::format("good parts flagged at {}", thresholdNames[which]), counts.good, corrected[which].good);
    }
    return table.text();
}

std::string finder(bool a, bool b, const PrintedComparison &printed)
{
    return a ? (b ? "both" : printed.a.name) : (b ? printed.b.name : "neither");
}

/// Defects that one finds and the other misses.
std::string apartText(const PrintedComparison &printed)
{
    const auto &[comparison, a, b, corrected, comparisons] = printed;
    TextTable table(
        {"defect", "image", "found at review by", "at reject by", "peak, " + a.name, "peak, " + b.name, "px"}, 4);
    std::size_t apart = 0;
    for (const ComparedDefect &defect : comparison.defects) {
        if (defect.foundByA == defect.foundByB)
            continue;
        if (++apart <= mostListed)
            table.addRow({defect.className, defect.imageId, finder(defect.foundByA[0], defect.foundByB[0], printed),
                          finder(defect.foundByA[1], defect.foundByB[1], printed), fmt::format("{:.3f}", defect.a.peak),
                          fmt::format("{:.3f}", defect.b.peak), std::to_string(defect.a.areaPx)});
    }
    if (apart == 0)
        return {};
    std::string text = "\n" + table.text();
    if (apart > mostListed)
        text += fmt::format("and {} more: --out DIR writes all of them\n", apart - mostListed);
    return text;
}

std::string sideText(const SideTitle &side)
{
    return fmt::format("{}: {}, {}{}\n", side.name, side.model,
                       side.whyNoThresholds.empty()
                           ? fmt::format("review {:g}, reject {:g}", side.reviewThreshold, side.rejectThreshold)
                           : side.whyNoThresholds,
                       side.policy.empty() ? std::string() : ", " + side.policy);
}

std::string matchText(const PrintedComparison &printed)
{
    const auto &[comparison, a, b, corrected, comparisons] = printed;
    std::string text = fmt::format("{} images of both", comparison.images);
    if (!comparison.imagesOnlyA.empty() || !comparison.imagesOnlyB.empty())
        text += fmt::format(" ({} only of {} and {} only of {} are left out)", comparison.imagesOnlyA.size(), a.name,
                            comparison.imagesOnlyB.size(), b.name);
    text += fmt::format(" in {} groups, {} defects of both", comparison.groups, comparison.defects.size());
    if (comparison.defectsOnlyA > 0 || comparison.defectsOnlyB > 0)
        text += fmt::format(" ({} of {} and {} of {} have no counterpart: each counts its own, the tests below do not)",
                            comparison.defectsOnlyA, a.name, comparison.defectsOnlyB, b.name);
    if (comparison.goodInOne > 0)
        text += fmt::format(", {} images are good for only one of the two", comparison.goodInOne);
    return text + "\n";
}

std::string pairText(const PrintedComparison &printed)
{
    const std::string heading =
        printed.comparisons > 1 ? fmt::format("\n{} against {}\n", printed.b.name, printed.a.name) : std::string();
    return heading + matchText(printed) + "\n" + figureTable(printed) + "\n" + countTable(printed) + apartText(printed);
}

} // namespace

std::vector<std::string> sideNames(const std::vector<std::string> &files)
{
    std::vector<std::string> stems;
    for (const std::string &file : files)
        stems.push_back(std::filesystem::path(file).stem().string());
    std::vector<std::string> names;
    for (std::size_t i = 0; i < stems.size(); ++i)
        names.push_back(std::ranges::count(stems, stems[i]) == 1
                            ? stems[i]
                            : fmt::format("{} ({})", stems[i], static_cast<char>('A' + i)));
    return names;
}

std::vector<std::string> unequalOverkillTexts(const ComparisonReport &report)
{
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < report.comparisons.size(); ++i)
        for (const UnequalOverkill &found : unequalOverkill(report.comparisons[i]))
            texts.push_back(fmt::format(
                "at {} {} finds {:.1f} % of the defects and flags {:.1f} % of the good parts, {} {:.1f} % and "
                "{:.1f} %: a comparison of recall at unequal overkill misleads; give both the same overkill with "
                "--review and --reject, from patina-cli threshold MODEL DIR --rule max-overkill:RATE",
                thresholdNames[found.which], report.sides.front().name, 100.0 * found.recallA, 100.0 * found.overkillA,
                report.sides[i + 1].name, 100.0 * found.recallB, 100.0 * found.overkillB));
    return texts;
}

std::string comparisonText(const ComparisonReport &report)
{
    std::string text = summaryText(report);
    for (const SideTitle &side : report.sides)
        text += sideText(side);
    const auto corrected = correctedP(report.comparisons);
    for (std::size_t i = 0; i < report.comparisons.size(); ++i)
        text += pairText({report.comparisons[i], report.sides.front(), report.sides[i + 1], corrected[i],
                          report.comparisons.size()});
    if (report.comparisons.front().groups < report.comparisons.front().images)
        text += "\nSeveral images are of one group: the intervals take groups for independent, McNemar's p takes every "
                "defect and image for it and is then too small.\n";
    return text;
}

} // namespace patina::cli
