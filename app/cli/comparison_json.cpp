#include "app/cli/comparison_output.h"
#include "core/comparison/holm.h"

#include <fmt/format.h>

#include <array>

namespace patina::cli {

namespace {

constexpr std::array thresholdNames{"review", "reject"};

void addCounts(const std::string &prefix, const PairedCount &count, double corrected, FlatJson &json)
{
    json.set(prefix + "both", count.both);
    json.set(prefix + "onlyA", count.onlyA);
    json.set(prefix + "onlyB", count.onlyB);
    json.set(prefix + "neither", count.neither);
    json.set(prefix + "p", mcnemarExact(count.onlyA, count.onlyB));
    json.set(prefix + "pHolm", corrected);
}

void addSide(const std::string &prefix, const SideTitle &side, FlatJson &json)
{
    const auto threshold = [&](const char *name, double value) {
        json.set(prefix + name, side.whyNoThresholds.empty() ? std::optional(value) : std::nullopt,
                 side.whyNoThresholds);
    };
    threshold("threshold.review", side.reviewThreshold);
    threshold("threshold.reject", side.rejectThreshold);
    json.set(prefix + "policy", side.policy);
    json.set(prefix + "model", side.name);
    json.set(prefix + "model.hash", side.hash);
    json.set(prefix + "skipped", side.skipped);
}

void addFigures(const Comparison &comparison, const std::string &letter, const std::string &prefix, FlatJson &json)
{
    for (const ComparedFigure &figure : comparison.figures) {
        json.set("a." + figure.name, figure.a.value, figure.a.why);
        json.set(letter + figure.name, figure.b.value, figure.b.why);
        const std::string name = fmt::format("{}diff.{}", prefix, figure.name);
        json.set(name, figure.difference.value, figure.difference.why);
        json.set(name + ".low", figure.interval.low.value, figure.interval.low.why);
        json.set(name + ".high", figure.interval.high.value, figure.interval.high.why);
    }
}

void addTests(const Comparison &comparison, const std::array<CorrectedP, 2> &corrected, const std::string &before,
              FlatJson &json)
{
    for (std::size_t which = 0; which < thresholdNames.size(); ++which) {
        const std::string prefix = fmt::format("{}mcnemar.{}.", before, thresholdNames[which]);
        const ComparedCounts &counts = comparison.counts[which];
        for (std::size_t i = 0; i < counts.defects.size(); ++i)
            addCounts(fmt::format("{}defects.{}.", prefix, counts.defects[i].name), counts.defects[i],
                      corrected[which].defects[i], json);
        if (comparison.whyNoCounts.empty())
            addCounts(prefix + "good.", counts.good, corrected[which].good, json);
        else
            json.setNull(prefix + "good.p", comparison.whyNoCounts);
    }
}

/// What was compared one by one.
void addMatches(const Comparison &comparison, const std::string &prefix, FlatJson &json)
{
    json.set(prefix + "images.matched", comparison.images);
    json.set(prefix + "images.onlyA", comparison.imagesOnlyA.size());
    json.set(prefix + "images.onlyB", comparison.imagesOnlyB.size());
    json.set(prefix + "images.good", comparison.good.size());
    json.set(prefix + "images.goodInOne", comparison.goodInOne);
    json.set(prefix + "defects.matched", comparison.defects.size());
    json.set(prefix + "defects.onlyA", comparison.defectsOnlyA);
    json.set(prefix + "defects.onlyB", comparison.defectsOnlyB);
}

/// "a.", "b.", ...
std::string letterOf(std::size_t side)
{
    return {static_cast<char>('a' + side), '.'};
}

} // namespace

std::string ComparisonReport::prefix(std::size_t comparison) const
{
    return comparisons.size() > 1 ? letterOf(comparison + 1) : std::string();
}

void addComparison(const ComparisonReport &report, FlatJson &json)
{
    const auto corrected = correctedP(report.comparisons);
    for (std::size_t i = 0; i < report.comparisons.size(); ++i) {
        const std::string prefix = report.prefix(i);
        addFigures(report.comparisons[i], letterOf(i + 1), prefix, json);
        addTests(report.comparisons[i], corrected[i], prefix, json);
        addMatches(report.comparisons[i], prefix, json);
    }
    if (report.comparisons.size() > 1)
        json.set("images.matched", report.comparisons.front().images);
    json.set("images.leftOut", report.imagesLeftOut);
    json.set("comparisons", report.comparisons.size());
    json.set("groups.total", report.comparisons.front().groups);
    json.set("groups.resamples", report.bootstrap.resamples);
    json.set("seed", report.bootstrap.seed);
    for (std::size_t side = 0; side < report.sides.size(); ++side)
        addSide(letterOf(side), report.sides[side], json);
}

} // namespace patina::cli
