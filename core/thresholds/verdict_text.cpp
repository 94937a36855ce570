#include "core/thresholds/verdict_text.h"

#include "core/thresholds/rate_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace patina {
namespace {

/// "3 of 40 of class crack escaped, 7.5 %", of what is above the bound.
std::vector<std::string> countedAbove(const ThresholdRule &rule, const std::vector<BoundedRate> &rates)
{
    std::vector<std::string> texts;
    for (const auto &[name, count] : rates) {
        if (count.total == 0)
            continue;
        const double share = static_cast<double>(count.failed) / static_cast<double>(count.total);
        if (share > rule.bound.rate)
            texts.push_back(
                name.empty() ? fmt::format("{} of {} good were flagged, {}", count.failed, count.total, rateText(share))
                             : fmt::format("{} of {} of class {} escaped, {}", count.failed, count.total, name,
                                           rateText(share)));
    }
    return texts;
}

} // namespace

std::string verdictText(const ThresholdRequest &request, const ThresholdChoice &choice, std::size_t rule)
{
    if (rule >= choice.verdicts.size() || !choice.verdicts[rule])
        return {};
    const ThresholdRule &asked = request.rules[rule].rule;
    const std::string bound = boundText(asked.bound.rate);
    const std::vector<std::string> above = countedAbove(asked, choice.bounded[rule]);
    switch (*choice.verdicts[rule]) {
    case BoundVerdict::Confirmed:
        return fmt::format("the acceptance part confirms it: its own exact bound is within {}", bound);
    case BoundVerdict::Open:
        return above.empty()
                   ? fmt::format("the acceptance part alone neither confirms nor breaks {}", bound)
                   : fmt::format("the acceptance part alone neither confirms nor breaks {}, but what was counted there "
                                 "is above it: {}",
                                 bound, fmt::join(above, "; "));
    case BoundVerdict::Broken:
        return fmt::format("the acceptance part breaks it: its rate is above {} ({}); the parts are not alike", bound,
                           fmt::join(above, "; "));
    }
    return {};
}

std::string costText(const ThresholdChoice &choice)
{
    if (!choice.calibrationCost)
        return {};
    return fmt::format("{:.4g} a part on the calibration part, {} on the acceptance part", *choice.calibrationCost,
                       choice.acceptanceCost ? fmt::format("{:.4g}", *choice.acceptanceCost)
                                             : std::string("not known (it lacks good or anomalous images)"));
}

std::vector<std::string> verdictTexts(const ThresholdRequest &request, const ThresholdChoice &choice)
{
    std::vector<std::string> texts;
    for (std::size_t i = 0; choice.met() && i < request.rules.size(); ++i) {
        const RuleKind kind = request.rules[i].rule.kind;
        const std::string text = kind == RuleKind::Cost ? costText(choice) : verdictText(request, choice, i);
        if (!text.empty())
            texts.push_back(fmt::format("{}: {}", ruleName(kind), text));
    }
    return texts;
}

} // namespace patina
