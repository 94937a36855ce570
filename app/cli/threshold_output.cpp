#include "app/cli/threshold_output.h"

#include "app/cli/text_table.h"
#include "core/thresholds/rate_text.h"
#include "core/thresholds/verdict_text.h"

#include <fmt/format.h>

#include <type_traits>
#include <variant>

namespace patina::cli {

namespace {

const char *unitsOf(CountUnit unit, const char *singly)
{
    return unit == CountUnit::Single ? singly : "groups";
}

std::string sideName(ThresholdSide side)
{
    return side == ThresholdSide::Review ? "review" : side == ThresholdSide::Reject ? "reject" : "review and reject";
}

std::vector<std::string> rateCells(const RateCount &count)
{
    if (count.total == 0)
        return {"none", "-", "-"};
    return {fmt::format("{} of {}", count.failed, count.total),
            fmt::format("{} .. {}", rateText(count.wilson95.low), rateText(count.wilson95.high)),
            rateText(count.upper)};
}

std::string countTable(const ThresholdReport &report)
{
    const ThresholdChoice &choice = report.choice;
    const std::string upper = fmt::format("{} bound", boundText(report.request.confidence));
    TextTable table({"", "calibration", "95 % interval", upper, "acceptance", "95 % interval", upper});
    const auto add = [&](std::string title, const RateCount &first, const RateCount &second) {
        std::vector<std::string> cells{std::move(title)};
        for (const RateCount &count : {first, second})
            for (std::string &cell : rateCells(count))
                cells.push_back(std::move(cell));
        table.addRow(std::move(cells));
    };
    for (std::size_t i = 0; i < choice.calibration.defects.size(); ++i)
        add("escaped, below review: " + choice.calibration.defects[i].name, choice.calibration.defects[i].escaped,
            choice.acceptance.defects[i].escaped);
    const bool apart = choice.thresholds->review < choice.thresholds->reject;
    add(apart ? "overkill, good parts looked at" : "overkill, good parts flagged", choice.calibration.lookedAt,
        choice.acceptance.lookedAt);
    if (apart)
        add("overkill, good parts rejected", choice.calibration.rejected, choice.acceptance.rejected);
    return table.text();
}

std::string partText(const char *title, const Verification &counts)
{
    return fmt::format("{}: {} groups, {} good and {} anomalous images", title, counts.groups, counts.goodImages,
                       counts.anomalousImages);
}

} // namespace

void addThresholds(const ThresholdReport &report, FlatJson &json)
{
    for (const NamedValue &figure : thresholdFigures(report.request, report.choice, report.parts))
        std::visit(
            [&](const auto &value) {
                if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::monostate>)
                    json.setNull(figure.name, figure.why);
                else
                    json.set(figure.name, value);
            },
            figure.value);
}

std::string thresholdText(const ThresholdReport &report)
{
    const ThresholdChoice &choice = report.choice;
    std::string text = partText("calibration", choice.calibration) + "\n" + partText("acceptance", choice.acceptance) +
                       fmt::format("\nparts: {}\ncounted: {} and {}{}\n\n", report.parts.how,
                                   unitsOf(report.request.unit, "defects"), unitsOf(report.request.unit, "good images"),
                                   report.request.minAreaPx > 1
                                       ? fmt::format("; regions of at least {} px count", report.request.minAreaPx)
                                       : std::string());
    for (const auto &[rule, side] : report.request.rules)
        text += fmt::format("{}: {}\n", sideName(side), ruleSentence(rule));
    text += fmt::format("{}review {}, reject {}\n\n{}",
                        choice.met() ? "" : "cannot be met; nearest: ", choice.thresholds->review,
                        choice.thresholds->reject, countTable(report));
    for (const std::string &verdict : verdictTexts(report.request, choice))
        text += "\n" + verdict + "\n";
    return text;
}

} // namespace patina::cli
