#include "core/thresholds/threshold_rule.h"

#include "core/thresholds/rate_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>

namespace patina {
namespace {

enum class NumberNeed { None, Optional, Required };

struct RuleForm
{
    RuleKind kind;
    std::string_view name;
    NumberNeed need;
    double largest; ///< of the number
};

constexpr std::array forms{RuleForm{RuleKind::MeanSigma, "mean-sigma", NumberNeed::Required, 100.0},
                           RuleForm{RuleKind::Quantile, "quantile", NumberNeed::Required, 1.0},
                           RuleForm{RuleKind::F1Max, "f1-max", NumberNeed::None, 0.0},
                           RuleForm{RuleKind::MaxEscape, "max-escape", NumberNeed::Optional, 1.0},
                           RuleForm{RuleKind::MaxOverkill, "max-overkill", NumberNeed::Optional, 1.0},
                           RuleForm{RuleKind::Cost, "cost", NumberNeed::None, 0.0}};

const RuleForm &formOf(RuleKind kind)
{
    return *std::ranges::find(forms, kind, &RuleForm::kind);
}

Result<double> parseNumber(std::string_view text, const RuleForm &form)
{
    double number = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    if (whole && number > 0.0 && number < form.largest)
        return number;
    return fail(ErrorCode::BadArgument,
                fmt::format("{}:{}: '{}' is no number over 0 and below {:g}", form.name, text, text, form.largest));
}

std::string boundSentence(const RateBound &bound)
{
    return fmt::format("{}{}",
                       bound.confidence ? fmt::format("with {} confidence", boundText(*bound.confidence))
                                        : std::string("by point estimate"),
                       bound.unit == CountUnit::Group ? ", counted by group" : "");
}

} // namespace

std::string_view ruleName(RuleKind kind)
{
    return formOf(kind).name;
}

ThresholdSide usualSide(RuleKind kind)
{
    switch (kind) {
    case RuleKind::MaxEscape:
        return ThresholdSide::Review;
    case RuleKind::MaxOverkill:
        return ThresholdSide::Reject;
    default:
        return ThresholdSide::Both;
    }
}

Result<RuleText> parseRuleText(std::string_view text)
{
    const std::size_t colon = text.find(':');
    const auto form = std::ranges::find(forms, text.substr(0, colon), &RuleForm::name);
    if (form == forms.end())
        return fail(ErrorCode::BadArgument, fmt::format("'{}' is none of mean-sigma:K, quantile:RATE, f1-max, "
                                                        "max-escape[:RATE], max-overkill[:RATE], cost",
                                                        text));
    if (colon == std::string_view::npos) {
        if (form->need == NumberNeed::Required)
            return fail(ErrorCode::BadArgument, fmt::format("{} takes a number: {}:{}", form->name, form->name,
                                                            form->kind == RuleKind::MeanSigma ? "3" : "0.05"));
        return RuleText{form->kind, {}};
    }
    if (form->need == NumberNeed::None)
        return fail(ErrorCode::BadArgument, fmt::format("{} takes no number", form->name));
    return parseNumber(text.substr(colon + 1), *form).map([&](double number) { return RuleText{form->kind, number}; });
}

std::string ruleSentence(const ThresholdRule &rule)
{
    switch (rule.kind) {
    case RuleKind::MeanSigma:
        return fmt::format("mean-sigma {:g}", rule.sigmas);
    case RuleKind::Quantile:
        return fmt::format("quantile {}", boundText(rule.bound.rate));
    case RuleKind::F1Max:
        return "f1-max";
    case RuleKind::MaxEscape:
        return fmt::format("max-escape {} of {} {}", boundText(rule.bound.rate), fmt::join(rule.classes, ", "),
                           boundSentence(rule.bound));
    case RuleKind::MaxOverkill:
        return fmt::format("max-overkill {} {}", boundText(rule.bound.rate), boundSentence(rule.bound));
    case RuleKind::Cost:
        return fmt::format("cost {:g} an escape, {:g} an overkill, {}", rule.prices.escape, rule.prices.overkill,
                           rule.prices.prevalence ? boundText(*rule.prices.prevalence) + " of parts anomalous"
                                                  : std::string("parts as counted"));
    }
    return {};
}

RuleAnswer applyRule(const ThresholdRule &rule, const CalibrationData &data)
{
    switch (rule.kind) {
    case RuleKind::MeanSigma:
        return meanSigmaRule(data, rule.sigmas);
    case RuleKind::Quantile:
        return quantileRule(data, rule.bound.rate);
    case RuleKind::F1Max:
        return f1MaxRule(data);
    case RuleKind::MaxEscape:
        return maxEscapeRule(data, rule.classes, rule.bound);
    case RuleKind::MaxOverkill:
        return maxOverkillRule(data, rule.bound);
    case RuleKind::Cost:
        return costRule(data, rule.prices);
    }
    return {};
}

ThresholdPair settledPair(std::optional<double> review, std::optional<double> reject,
                          const std::optional<ThresholdPair> &model)
{
    assert(review || reject);
    if (review && reject)
        return {*review, std::max(*review, *reject)};
    if (review)
        return {*review, model ? std::max(*review, model->reject) : *review};
    return {model ? std::min(*reject, model->review) : *reject, *reject};
}

} // namespace patina
