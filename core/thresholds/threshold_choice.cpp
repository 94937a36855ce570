#include "core/thresholds/threshold_choice.h"

#include <algorithm>
#include <cmath>

namespace patina {
namespace {

std::optional<double> onHundredths(const std::optional<double> &threshold, RuleKind kind)
{
    constexpr double perUnit = 100.0;
    if (!threshold)
        return threshold;
    const bool up = kind == RuleKind::MaxOverkill || kind == RuleKind::Quantile;
    return (up ? std::ceil(*threshold * perUnit) : std::floor(*threshold * perUnit)) / perUnit;
}

bool hasBoth(const CalibrationData &part)
{
    return !part.good.empty() && !part.anomalous.empty();
}

/// At one share of anomalous parts on both, else the two costs would differ by what was dealt to them.
void addCosts(CostPrices prices, double threshold, const CalibrationSplit &parts, ThresholdChoice &choice)
{
    if (!hasBoth(parts.calibration))
        return;
    const auto anomalous = static_cast<double>(parts.calibration.anomalous.size());
    const auto good = static_cast<double>(parts.calibration.good.size());
    prices.prevalence = prices.prevalence.value_or(anomalous / (anomalous + good));
    choice.calibrationCost = expectedCost(parts.calibration, prices, threshold);
    if (hasBoth(parts.acceptance))
        choice.acceptanceCost = expectedCost(parts.acceptance, prices, threshold);
}

} // namespace

bool ThresholdChoice::met() const
{
    return std::ranges::all_of(answers, [](const RuleAnswer &answer) { return answer.threshold.has_value(); });
}

ThresholdChoice chooseThresholds(const CalibrationData &data, const ThresholdRequest &request)
{
    return chooseThresholds(splitByGroup(data, request.calibrationShare, request.seed), request);
}

ThresholdChoice chooseThresholds(const CalibrationSplit &parts, const ThresholdRequest &request)
{
    const auto &[calibration, acceptance] = parts;
    ThresholdChoice choice;
    std::optional<double> review;
    std::optional<double> reject;
    for (const auto &[rule, side] : request.rules) {
        RuleAnswer &answer = choice.answers.emplace_back(applyRule(rule, calibration));
        if (request.hundredths) {
            answer.threshold = onHundredths(answer.threshold, rule.kind);
            answer.nearest = onHundredths(answer.nearest, rule.kind);
        }
        if (side != ThresholdSide::Reject)
            review = answer.best();
        if (side != ThresholdSide::Review)
            reject = answer.best();
    }
    if (!review && !reject)
        return choice;
    choice.thresholds = settledPair(review, reject, request.model);
    const auto counted = [&](const CalibrationData &part) {
        return verifyAt(*choice.thresholds, part, request.classes, request.unit, request.confidence);
    };
    choice.calibration = counted(calibration);
    choice.acceptance = counted(acceptance);
    for (const auto &[rule, side] : request.rules) {
        const double threshold = side == ThresholdSide::Reject ? choice.thresholds->reject : choice.thresholds->review;
        choice.verdicts.push_back(boundVerdict(rule, threshold, acceptance));
        choice.bounded.push_back(boundedRates(rule, threshold, acceptance));
        choice.calibrationBounded.push_back(boundedRates(rule, threshold, calibration));
        if (rule.kind == RuleKind::Cost)
            addCosts(rule.prices, threshold, parts, choice);
    }
    return choice;
}

} // namespace patina
