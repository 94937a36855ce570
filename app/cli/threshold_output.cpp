#include "app/cli/threshold_output.h"

#include "app/cli/text_table.h"
#include "core/thresholds/rate_text.h"
#include "core/thresholds/rule_words.h"
#include "core/thresholds/verdict_text.h"

#include <fmt/format.h>

#include <type_traits>
#include <variant>

namespace patina::cli {

namespace {

std::string unitsOf(CountUnit unit, const char *singly)
{
    return unit == CountUnit::Single ? singly : fmt::format("groups with {}", singly);
}

std::string sideName(ThresholdSide side)
{
    return side == ThresholdSide::Review ? "review" : side == ThresholdSide::Reject ? "reject" : "review and reject";
}

std::string countTable(const ThresholdReport &report)
{
    const ThresholdChoice &choice = report.choice;
    const std::string upper = fmt::format("{} bound", boundText(report.request.confidence));
    TextTable table({"", "calibration", "95 % interval", upper, "acceptance", "95 % interval", upper});
    for (PartsRow &row : partsRows(choice)) {
        std::vector<std::string> cells{std::move(row.what)};
        for (const RateCount &count : {row.calibration, row.acceptance})
            for (std::string &cell : rateCells(count))
                cells.push_back(std::move(cell));
        table.addRow(std::move(cells));
    }
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
    for (const ThresholdSide side : {ThresholdSide::Review, ThresholdSide::Reject})
        if (const std::string moved = movedAlongText(report.request, choice, side); !moved.empty())
            text += fmt::format("{}: {}\n", sideName(side), moved);
    text += fmt::format("{}review {}, reject {}\n\n{}",
                        choice.met() ? "" : "cannot be met; nearest: ", choice.thresholds->review,
                        choice.thresholds->reject, countTable(report));
    for (const std::string &verdict : verdictTexts(report.request, choice))
        text += "\n" + verdict + "\n";
    return text;
}

} // namespace patina::cli
