#include "core/thresholds/threshold_choice.h"

#include <algorithm>

namespace patina {

bool ThresholdChoice::met() const
{
    return std::ranges::all_of(answers, [](const RuleAnswer &answer) { return answer.threshold.has_value(); });
}

ThresholdChoice chooseThresholds(const CalibrationData &data, const ThresholdRequest &request)
{
    const auto [calibration, acceptance] = splitByGroup(data, request.calibrationShare, request.seed);
    ThresholdChoice choice;
    std::optional<double> review;
    std::optional<double> reject;
    for (const auto &[rule, side] : request.rules) {
        const RuleAnswer &answer = choice.answers.emplace_back(applyRule(rule, calibration));
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
    for (const auto &[rule, side] : request.rules)
        choice.verdicts.push_back(boundVerdict(
            rule, side == ThresholdSide::Reject ? choice.thresholds->reject : choice.thresholds->review, acceptance));
    return choice;
}

} // namespace patina
