#include "app/cli/threshold_output.h"

#include "app/cli/text_table.h"
#include "core/thresholds/rate_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace patina::cli {

namespace {

const char *unitsOf(CountUnit unit, const char *singly)
{
    return unit == CountUnit::Single ? singly : "groups";
}

/// `names`: of what has failed, of its share and of its bound.
struct RateNames
{
    const char *failed;
    const char *rate;
    const char *upper;
    const char *total;
};
constexpr RateNames escapeNames{"escaped", "escapeRate", "escapeUpper", "total"};
constexpr RateNames overkillNames{"flagged", "overkill", "overkillUpper", "total"};

void addRate(const std::string &prefix, const RateCount &count, const RateNames &names, const std::string &why,
             FlatJson &json)
{
    json.set(prefix + names.total, count.total);
    json.set(prefix + names.failed, count.failed);
    const auto share = [&](const char *name, double value) {
        json.set(prefix + name, count.total > 0 ? std::optional(value) : std::nullopt, why);
    };
    share(names.rate, count.total > 0 ? static_cast<double>(count.failed) / static_cast<double>(count.total) : 0.0);
    share("low", count.wilson95.low);
    share("high", count.wilson95.high);
    share(names.upper, count.upper);
}

void addPart(const std::string &part, const Verification &counts, FlatJson &json)
{
    json.set(part + "groups", counts.groups);
    json.set(part + "images.good", counts.goodImages);
    json.set(part + "images.anomalous", counts.anomalousImages);
    for (const auto &[name, escaped, passed] : counts.defects) {
        const std::string prefix = fmt::format("{}defects.{}.", part, name);
        addRate(prefix, escaped, escapeNames, fmt::format("there is no outlined defect of class {}", name), json);
        json.set(prefix + "belowReject", passed.failed);
    }
    addRate(part + "at.review.good.", counts.lookedAt, overkillNames, "there is no good image", json);
    addRate(part + "at.reject.good.", counts.rejected, overkillNames, "there is no good image", json);
}

std::string sideName(ThresholdSide side)
{
    return side == ThresholdSide::Review ? "review" : side == ThresholdSide::Reject ? "reject" : "review and reject";
}

/// Which rule has set a threshold, and what the acceptance part says of its bound.
void addRuleOf(ThresholdSide side, const ThresholdReport &report, FlatJson &json)
{
    const std::string name = sideName(side);
    const auto &rules = report.request.rules;
    const auto placed = std::ranges::find_if(
        rules, [&](const PlacedRule &rule) { return rule.side == side || rule.side == ThresholdSide::Both; });
    if (placed == rules.end()) {
        json.setNull("rule." + name, report.request.model ? "no rule sets it: the model's own" : "no rule sets it");
        json.setNull("acceptance.verdict." + name, "no rule sets it");
        return;
    }
    json.set("rule." + name, ruleSentence(placed->rule));
    if (const auto &verdict = report.choice.verdicts[static_cast<std::size_t>(placed - rules.begin())])
        json.set("acceptance.verdict." + name, boundVerdictName(*verdict));
    else
        json.setNull("acceptance.verdict." + name, "the rule has no bound");
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

std::string verdictText(const ThresholdRule &rule, BoundVerdict verdict)
{
    const std::string bound = boundText(rule.bound.rate);
    switch (verdict) {
    case BoundVerdict::Confirmed:
        return fmt::format("the acceptance part confirms it: its own exact bound is within {}", bound);
    case BoundVerdict::Open:
        return fmt::format("the acceptance part alone neither confirms nor breaks {}", bound);
    case BoundVerdict::Broken:
        return fmt::format("the acceptance part breaks it: its rate is above {}; the parts are not alike", bound);
    }
    return {};
}

} // namespace

std::string refusalText(const ThresholdChoice &choice)
{
    std::vector<std::string> sentences;
    for (const RuleAnswer &answer : choice.answers)
        if (!answer.threshold)
            sentences.push_back(answer.why);
    return fmt::format("{}", fmt::join(sentences, "; "));
}

void addThresholds(const ThresholdReport &report, FlatJson &json)
{
    const ThresholdPair &pair = *report.choice.thresholds;
    const std::string why = refusalText(report.choice);
    const auto set = [&](const char *name, double value) {
        const std::optional<double> some(value);
        const std::string title = name;
        json.set("threshold." + title, why.empty() ? some : std::nullopt, why);
        json.set("nearest." + title, why.empty() ? std::nullopt : some, "the rules are met");
    };
    set("review", pair.review);
    set("reject", pair.reject);
    json.set("met", why.empty());
    addRuleOf(ThresholdSide::Review, report, json);
    addRuleOf(ThresholdSide::Reject, report, json);
    addPart("calibration.", report.choice.calibration, json);
    addPart("acceptance.", report.choice.acceptance, json);
    json.set("unit", report.request.unit == CountUnit::Single ? "single" : "group");
    json.set("confidence", report.request.confidence);
    json.set("calibrationShare", report.request.calibrationShare);
    json.set("seed", report.request.seed);
    json.set("calibrated", report.request.model.has_value());
    json.set("minAreaPx", report.request.minAreaPx);
}

std::string thresholdText(const ThresholdReport &report)
{
    const ThresholdChoice &choice = report.choice;
    std::string text = partText("calibration", choice.calibration) + "\n" + partText("acceptance", choice.acceptance) +
                       fmt::format("\ncounted: {} and {}{}\n\n", unitsOf(report.request.unit, "defects"),
                                   unitsOf(report.request.unit, "good images"),
                                   report.request.minAreaPx > 1
                                       ? fmt::format(", these by regions of at least {} px", report.request.minAreaPx)
                                       : std::string());
    for (const auto &[rule, side] : report.request.rules)
        text += fmt::format("{}: {}\n", sideName(side), ruleSentence(rule));
    text += fmt::format("{}review {}, reject {}\n\n{}",
                        choice.met() ? "" : "cannot be met; nearest: ", choice.thresholds->review,
                        choice.thresholds->reject, countTable(report));
    for (std::size_t i = 0; choice.met() && i < choice.verdicts.size(); ++i)
        if (choice.verdicts[i])
            text += fmt::format("\n{}: {}\n", ruleName(report.request.rules[i].rule.kind),
                                verdictText(report.request.rules[i].rule, *choice.verdicts[i]));
    return text;
}

} // namespace patina::cli
