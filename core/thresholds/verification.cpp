#include "core/thresholds/verification.h"

#include <algorithm>

namespace patina {
namespace {

constexpr double usualConfidence = 0.95;

double confidenceOf(const ThresholdRule &rule)
{
    return rule.kind == RuleKind::Quantile ? usualConfidence : rule.bound.confidence.value_or(usualConfidence);
}

} // namespace

RateCount rateCount(std::int64_t failed, std::int64_t total, double confidence)
{
    if (total == 0)
        return {};
    return {failed, total, wilson95(failed, total), exactUpper(failed, total, confidence)};
}

Verification verifyAt(const ThresholdPair &thresholds, const CalibrationData &data,
                      const std::vector<std::string> &classes, CountUnit unit, double confidence)
{
    Verification found;
    found.goodImages = std::ssize(data.good);
    found.anomalousImages = std::ssize(data.anomalous);
    found.groups = groupCount(data);
    const auto escapes = [&](const std::string &title, const std::string &className) {
        const std::vector<double> peaks = escapePeaks(data, className, unit);
        const auto below = [&](double threshold) {
            return rateCount(countBelow(peaks, threshold), std::ssize(peaks), confidence);
        };
        found.defects.push_back({title, below(thresholds.review), below(thresholds.reject)});
    };
    for (const std::string &name : classes)
        escapes(name == "all" ? "class:all" : name, name);
    escapes("all", {});
    const std::vector<double> good = overkillPeaks(data, unit);
    found.lookedAt = rateCount(countAtOrAbove(good, thresholds.review), std::ssize(good), confidence);
    found.rejected = rateCount(countAtOrAbove(good, thresholds.reject), std::ssize(good), confidence);
    return found;
}

std::vector<BoundedRate> boundedRates(const ThresholdRule &rule, double threshold, const CalibrationData &data)
{
    const double confidence = confidenceOf(rule);
    std::vector<BoundedRate> rates;
    if (rule.kind == RuleKind::MaxEscape)
        for (const std::string &name : rule.classes) {
            const std::vector<double> peaks = escapePeaks(data, name, rule.bound.unit);
            rates.push_back({name, rateCount(countBelow(peaks, threshold), std::ssize(peaks), confidence)});
        }
    if (rule.kind == RuleKind::MaxOverkill || rule.kind == RuleKind::Quantile) {
        const CountUnit unit = rule.kind == RuleKind::Quantile ? CountUnit::Single : rule.bound.unit;
        const std::vector<double> peaks = overkillPeaks(data, unit);
        rates.push_back({{}, rateCount(countAtOrAbove(peaks, threshold), std::ssize(peaks), confidence)});
    }
    return rates;
}

std::optional<BoundVerdict> boundVerdict(const ThresholdRule &rule, double threshold, const CalibrationData &data)
{
    std::optional<BoundVerdict> worst;
    for (const auto &[name, count] : boundedRates(rule, threshold, data)) {
        BoundVerdict verdict = BoundVerdict::Open;
        if (count.total > 0 && count.upper <= rule.bound.rate)
            verdict = BoundVerdict::Confirmed;
        else if (count.total > 0 && exactLower(count.failed, count.total, confidenceOf(rule)) > rule.bound.rate)
            verdict = BoundVerdict::Broken;
        worst = std::max(worst.value_or(verdict), verdict);
    }
    return worst;
}

std::string_view boundVerdictName(BoundVerdict verdict)
{
    switch (verdict) {
    case BoundVerdict::Confirmed:
        return "confirmed";
    case BoundVerdict::Open:
        return "open";
    case BoundVerdict::Broken:
        return "broken";
    }
    return "open";
}

} // namespace patina
