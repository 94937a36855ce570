#include "core/thresholds/rule_words.h"

#include "core/metrics/intervals.h"
#include "core/thresholds/rate_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace patina {
namespace {

/// "57 defects of class crack", "40 good images", or groups of them.
std::string unitsText(const BoundedRate &rate, CountUnit unit)
{
    const std::int64_t total = rate.count.total;
    if (rate.name.empty())
        return unit == CountUnit::Single ? fmt::format("{} good images", total)
                                         : fmt::format("{} groups with good images", total);
    return unit == CountUnit::Single ? fmt::format("{} defects of class {}", total, rate.name)
                                     : fmt::format("{} groups with defects of class {}", total, rate.name);
}

const char *failedWord(const BoundedRate &rate)
{
    return rate.name.empty() ? "flagged" : "escaped";
}

/// "57 defects of class crack there, 299 needed, 0 escaped (at most 5.1 %)"
std::string countedText(const BoundedRate &rate, const ThresholdRule &rule)
{
    const CountUnit unit = rule.kind == RuleKind::Quantile ? CountUnit::Single : rule.bound.unit;
    std::string text = unitsText(rate, unit) + " there";
    const bool bounded = rule.kind != RuleKind::Quantile && rule.bound.confidence.has_value();
    if (bounded)
        text += fmt::format(", {} needed", trialsForUpper(rule.bound.rate, *rule.bound.confidence));
    if (rate.count.total > 0)
        text += fmt::format(", {} {} (at most {})", rate.count.failed, failedWord(rate), rateText(rate.count.upper));
    return text;
}

std::string countedText(const std::vector<BoundedRate> &rates, const ThresholdRule &rule)
{
    std::vector<std::string> texts;
    for (const BoundedRate &rate : rates)
        texts.push_back(countedText(rate, rule));
    return fmt::format("{}", fmt::join(texts, "; "));
}

const char *acceptanceWords(BoundVerdict verdict)
{
    switch (verdict) {
    case BoundVerdict::Confirmed:
        return "Confirmed by the acceptance part alone";
    case BoundVerdict::Broken:
        return "Broken on the acceptance part";
    case BoundVerdict::Open:
        break;
    }
    return "Not shown by the acceptance part alone";
}

RuleOutcome outcomeOf(const ThresholdRule &rule, const ThresholdChoice &choice, std::size_t index)
{
    if (const RuleAnswer &answer = choice.answers[index]; !answer.threshold)
        return {false, fmt::format("Not met: {}. {}.", ruleSentence(rule), answer.why)};
    const auto verdict = index < choice.verdicts.size() ? choice.verdicts[index] : std::nullopt;
    if (!verdict)
        return {true, fmt::format("Met: {}. The rule promises no rate.", ruleSentence(rule))};
    const bool promises = rule.kind != RuleKind::Quantile && rule.bound.confidence.has_value();
    return {*verdict == BoundVerdict::Confirmed,
            fmt::format("Met{}: {}. Calibration part: {}. {}: {}.", promises ? "" : " as counted", ruleSentence(rule),
                        countedText(choice.calibrationBounded[index], rule), acceptanceWords(*verdict),
                        countedText(choice.bounded[index], rule))};
}

/// What rules have set a threshold to.
std::optional<double> setByRule(const ThresholdRequest &request, const ThresholdChoice &choice, ThresholdSide side)
{
    std::optional<double> value;
    for (std::size_t i = 0; i < request.rules.size(); ++i)
        if (request.rules[i].side == side || request.rules[i].side == ThresholdSide::Both)
            value = choice.answers[i].best();
    return value;
}

} // namespace

std::vector<PartsRow> partsRows(const ThresholdChoice &choice)
{
    std::vector<PartsRow> rows;
    for (std::size_t i = 0; i < choice.calibration.defects.size(); ++i)
        rows.push_back({"escaped, below review: " + choice.calibration.defects[i].name,
                        choice.calibration.defects[i].escaped, choice.acceptance.defects[i].escaped});
    const bool apart = choice.thresholds->review < choice.thresholds->reject;
    rows.push_back({apart ? "overkill, good parts looked at" : "overkill, good parts flagged",
                    choice.calibration.lookedAt, choice.acceptance.lookedAt});
    if (apart)
        rows.push_back({"overkill, good parts rejected", choice.calibration.rejected, choice.acceptance.rejected});
    return rows;
}

std::vector<std::string> rateCells(const RateCount &count)
{
    if (count.total == 0)
        return {"none", "-", "-"};
    return {fmt::format("{} of {}", count.failed, count.total),
            fmt::format("{} .. {}", rateText(count.wilson95.low), rateText(count.wilson95.high)),
            rateText(count.upper)};
}

std::vector<RuleOutcome> ruleOutcomes(const ThresholdRequest &request, const ThresholdChoice &choice)
{
    std::vector<RuleOutcome> outcomes;
    for (std::size_t i = 0; i < request.rules.size(); ++i)
        outcomes.push_back(outcomeOf(request.rules[i].rule, choice, i));
    return outcomes;
}

std::string movedAlongText(const ThresholdRequest &request, const ThresholdChoice &choice, ThresholdSide side)
{
    if (!choice.thresholds)
        return {};
    const bool isReject = side == ThresholdSide::Reject;
    const double value = isReject ? choice.thresholds->reject : choice.thresholds->review;
    const char *moved =
        isReject ? "would be below review, so it moved up to it" : "would be above reject, so it moved down to it";
    if (const auto set = setByRule(request, choice, side))
        return *set == value ? std::string() : fmt::format("the rule's own, {:g}, {}", *set, moved);
    if (!request.model)
        return fmt::format("no rule sets it, and the model has none: the same as {}", isReject ? "review" : "reject");
    const double own = isReject ? request.model->reject : request.model->review; // or what a project has for the model
    return own == value ? "no rule sets it: the one in use"
                        : fmt::format("no rule sets it: the one in use, {:g}, {}", own, moved);
}

} // namespace patina
