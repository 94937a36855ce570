#include "app/cli/comparison_output.h"

#include "app/cli/text_table.h"
#include "core/base/atomic_file.h"
#include "core/base/output_target.h"
#include "core/dataset/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace patina::cli {

namespace {

constexpr std::array sideNames{"review", "reject"};
constexpr const char *figuresFile = "compare.json";
constexpr const char *defectsFile = "defects.csv";
constexpr const char *goodFile = "good.csv";
constexpr const char *defectsHeader = "image,class,review,reject,peakA,xA,yA,widthA,heightA,areaPxA,peakB,xB,yB,widthB,"
                                      "heightB,areaPxB\n";
constexpr const char *goodHeader = "image,review,reject,scoreA,scoreB\n";
constexpr std::size_t mostListed = 20;

const char *whoFound(bool a, bool b)
{
    return a ? (b ? "both" : "onlyA") : (b ? "onlyB" : "neither");
}

void addCounts(const std::string &prefix, const PairedCount &count, FlatJson &json)
{
    json.set(prefix + "both", count.both);
    json.set(prefix + "onlyA", count.onlyA);
    json.set(prefix + "onlyB", count.onlyB);
    json.set(prefix + "neither", count.neither);
    json.set(prefix + "p", mcnemarExact(count.onlyA, count.onlyB));
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
    json.set(prefix + "model.hash", side.hash);
    json.set(prefix + "skipped", side.skipped);
}

std::string number(const Figure &figure)
{
    return figure.value ? fmt::format("{:.4f}", *figure.value) : std::string("-");
}

std::string signedNumber(const Figure &figure)
{
    return figure.value ? fmt::format("{:+.4f}", *figure.value) : std::string("-");
}

/// A figure that is absent on both sides has nothing to say on a terminal.
std::string figureTable(const Comparison &comparison)
{
    TextTable table({"", "A", "B", "B - A", "95 % interval, paired"});
    for (const ComparedFigure &figure : comparison.figures)
        if (figure.a.value || figure.b.value)
            table.addRow({figure.name, number(figure.a), number(figure.b), signedNumber(figure.difference),
                          figure.interval.low.value
                              ? signedNumber(figure.interval.low) + " .. " + signedNumber(figure.interval.high)
                              : std::string("-")});
    return table.text();
}

std::string countTable(const Comparison &comparison)
{
    if (!comparison.whyNoCounts.empty())
        return fmt::format("no thresholds: {}\n", comparison.whyNoCounts);
    TextTable table({"", "both", "only A", "only B", "neither", "McNemar p"});
    const auto add = [&](const std::string &title, const PairedCount &count) {
        table.addRow({title, std::to_string(count.both), std::to_string(count.onlyA), std::to_string(count.onlyB),
                      std::to_string(count.neither), fmt::format("{:.4g}", mcnemarExact(count.onlyA, count.onlyB))});
    };
    for (std::size_t which = 0; which < sideNames.size(); ++which) {
        for (const PairedCount &count : comparison.counts[which].defects)
            if (count.total() > 0)
                add(fmt::format("found at {}: {}", sideNames[which], count.name), count);
        add(fmt::format("good parts flagged at {}", sideNames[which]), comparison.counts[which].good);
    }
    return table.text();
}

/// Defects that one finds and the other misses.
std::string apartText(const Comparison &comparison)
{
    TextTable table({"defect", "image", "found at review by", "at reject by", "peak A", "peak B", "px"}, 4);
    std::size_t apart = 0;
    for (const ComparedDefect &defect : comparison.defects) {
        if (defect.foundByA == defect.foundByB)
            continue;
        if (++apart <= mostListed)
            table.addRow({defect.className, defect.imageId, whoFound(defect.foundByA[0], defect.foundByB[0]),
                          whoFound(defect.foundByA[1], defect.foundByB[1]), fmt::format("{:.3f}", defect.a.peak),
                          fmt::format("{:.3f}", defect.b.peak), std::to_string(defect.a.areaPx)});
    }
    if (apart == 0)
        return {};
    std::string text = "\n" + table.text();
    if (apart > mostListed)
        text += fmt::format("and {} more: --out DIR writes all of them to {}\n", apart - mostListed, defectsFile);
    return text;
}

std::string sideText(const char *name, const SideTitle &side)
{
    return fmt::format("{}: {}, {}{}\n", name, side.model,
                       side.whyNoThresholds.empty()
                           ? fmt::format("review {:g}, reject {:g}", side.reviewThreshold, side.rejectThreshold)
                           : side.whyNoThresholds,
                       side.policy.empty() ? std::string() : ", " + side.policy);
}

std::string matchText(const Comparison &comparison)
{
    std::string text = fmt::format("{} images of both", comparison.images);
    if (!comparison.imagesOnlyA.empty() || !comparison.imagesOnlyB.empty())
        text += fmt::format(" ({} only of A and {} only of B are left out)", comparison.imagesOnlyA.size(),
                            comparison.imagesOnlyB.size());
    text += fmt::format(" in {} groups, {} defects of both", comparison.groups, comparison.defects.size());
    if (comparison.defectsOnlyA > 0 || comparison.defectsOnlyB > 0)
        text += fmt::format(" ({} of A and {} of B have no counterpart: each counts its own, the tests below do not)",
                            comparison.defectsOnlyA, comparison.defectsOnlyB);
    if (comparison.goodInOne > 0)
        text += fmt::format(", {} images are good for only one of the two", comparison.goodInOne);
    return text + "\n";
}

std::string defectsText(const Comparison &comparison)
{
    std::string text = defectsHeader;
    const auto side = [](const RegionOutcome &region) {
        return fmt::format("{},{},{},{},{},{}", region.peak, region.box.x, region.box.y, region.box.width,
                           region.box.height, region.areaPx);
    };
    for (const ComparedDefect &defect : comparison.defects)
        text += fmt::format("{},{},{},{},{},{}\n", csvField(defect.imageId), csvField(defect.className),
                            whoFound(defect.foundByA[0], defect.foundByB[0]),
                            whoFound(defect.foundByA[1], defect.foundByB[1]), side(defect.a), side(defect.b));
    return text;
}

std::string goodText(const Comparison &comparison)
{
    std::string text = goodHeader;
    for (const ComparedGood &image : comparison.good)
        text +=
            fmt::format("{},{},{},{},{}\n", csvField(image.imageId), whoFound(image.flaggedByA[0], image.flaggedByB[0]),
                        whoFound(image.flaggedByA[1], image.flaggedByB[1]), image.scoreA, image.scoreB);
    return text;
}

} // namespace

void addComparison(const ComparisonReport &report, FlatJson &json)
{
    const Comparison &comparison = report.comparison;
    for (const ComparedFigure &figure : comparison.figures) {
        json.set("a." + figure.name, figure.a.value, figure.a.why);
        json.set("b." + figure.name, figure.b.value, figure.b.why);
        const std::string name = "diff." + figure.name;
        json.set(name, figure.difference.value, figure.difference.why);
        json.set(name + ".low", figure.interval.low.value, figure.interval.low.why);
        json.set(name + ".high", figure.interval.high.value, figure.interval.high.why);
    }
    for (std::size_t which = 0; which < sideNames.size(); ++which) {
        const std::string prefix = fmt::format("mcnemar.{}.", sideNames[which]);
        for (const PairedCount &count : comparison.counts[which].defects)
            addCounts(fmt::format("{}defects.{}.", prefix, count.name), count, json);
        if (comparison.whyNoCounts.empty())
            addCounts(prefix + "good.", comparison.counts[which].good, json);
        else
            json.setNull(prefix + "good.p", comparison.whyNoCounts);
    }
    json.set("images.matched", comparison.images);
    json.set("images.onlyA", comparison.imagesOnlyA.size());
    json.set("images.onlyB", comparison.imagesOnlyB.size());
    json.set("images.good", comparison.good.size());
    json.set("images.goodInOne", comparison.goodInOne);
    json.set("defects.matched", comparison.defects.size());
    json.set("defects.onlyA", comparison.defectsOnlyA);
    json.set("defects.onlyB", comparison.defectsOnlyB);
    json.set("groups.total", comparison.groups);
    json.set("groups.resamples", report.bootstrap.resamples);
    json.set("seed", report.bootstrap.seed);
    addSide("a.", report.a, json);
    addSide("b.", report.b, json);
}

std::string comparisonText(const ComparisonReport &report)
{
    const Comparison &comparison = report.comparison;
    std::string text = sideText("A", report.a) + sideText("B", report.b) + matchText(comparison) + "\n" +
                       figureTable(comparison) + "\n" + countTable(comparison) + apartText(comparison);
    if (comparison.groups < comparison.images)
        text += "\nSeveral images are of one group: the intervals take groups for independent, McNemar's p takes every "
                "defect and image for it and is then too small.\n";
    return text;
}

Result<void> removeComparison(const std::filesystem::path &folder)
{
    return removeOutput(folder / figuresFile, "{\n  \"a.image.auroc\"")
        .and_then([&] { return removeOutput(folder / defectsFile, defectsHeader); })
        .and_then([&] { return removeOutput(folder / goodFile, goodHeader); });
}

Result<void> writeComparison(const Comparison &comparison, const FlatJson &json, const std::filesystem::path &folder)
{
    std::error_code ec;
    std::filesystem::create_directories(folder, ec);
    if (ec)
        return fail(ErrorCode::WriteFailed, fmt::format("{}: {}", folder.string(), ec.message()));
    return writeTextFile(folder / defectsFile, defectsText(comparison))
        .and_then([&] { return writeTextFile(folder / goodFile, goodText(comparison)); })
        .and_then([&] { return writeTextFile(folder / figuresFile, json.text() + "\n"); });
}

} // namespace patina::cli
