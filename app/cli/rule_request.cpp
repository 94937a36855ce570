#include "app/cli/rule_request.h"

#include "core/thresholds/counting_units.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace patina::cli {

Result<std::vector<std::string>> countedClasses(const Dataset &dataset, const LabelPolicy &policy,
                                                const RuleOptions &options)
{
    std::vector<std::string> counted;
    for (const LabelClass &one : dataset.classes)
        if (roleOf(one.kind, policy) == ClassRole::Defect)
            counted.push_back(one.name);
    for (const std::string &name : options.classes)
        if (std::ranges::find(counted, name) == counted.end())
            return fail(ErrorCode::NotFound,
                        fmt::format("--class: '{}' is no class that counts as a defect in {}; there are {}", name,
                                    dataset.root.string(),
                                    counted.empty() ? "none" : fmt::format("{}", fmt::join(counted, ", "))));
    return counted;
}

Result<void> checkMinArea(std::int64_t minAreaPx, const std::string &modelFile, const ScoreScale &scale)
{
    if (minAreaPx <= 1 || scale.calibrated())
        return {};
    return fail(ErrorCode::BadArgument,
                fmt::format("--min-area {}: {} is uncalibrated, and regions are known at hundredths of a calibrated "
                            "scale only; calibrate it first: patina-cli model calibrate {} DIR",
                            minAreaPx, modelFile, modelFile));
}

Result<EvaluationRun> scoredForRule(Inspector &inspector, EvaluateRequest request, RankGroup &ranks,
                                    const JobContext &job)
{
    if (!inspector.model().scoreScale.calibrated()) {
        job.notice("the model is uncalibrated: these thresholds are on the scale of its raw distances; a threshold "
                   "that no rule sets follows the other");
        constexpr double nothing = 1e30; // peaks are wanted, not what lies above a threshold
        request.reviewThreshold = request.rejectThreshold = nothing;
    }
    return evaluateDataset(inspector, request, ranks, job);
}

Result<ThresholdRequest> ruleRequest(const RuleOptions &options, const CalibrationData &data,
                                     const std::vector<std::string> &counted, const ScoreScale &scale,
                                     std::uint64_t seed, const std::string &folder)
{
    const std::vector<std::string> outlined = defectClasses(data);
    ThresholdRequest request;
    request.rules = placedRules(options, outlined);
    request.classes = counted;
    request.calibrationShare = options.calibrationShare;
    request.seed = seed;
    request.unit = request.rules.front().rule.bound.unit;
    request.confidence = options.confidence.value_or(0.95);
    request.minAreaPx = options.minAreaPx;
    if (scale.calibrated())
        request.model = ThresholdPair{scale.reviewThreshold(), scale.rejectThreshold()};
    for (const auto &[rule, side] : request.rules)
        if (rule.kind == RuleKind::MaxEscape && rule.classes.empty())
            return fail(ErrorCode::NotFound,
                        fmt::format("max-escape cannot be met: {} has no outlined defect; put masks into "
                                    "ground_truth/<class>",
                                    folder));
    return request;
}

void noticeDependence(const CalibrationData &data, const ThresholdRequest &request, const JobContext &job)
{
    for (const auto &[rule, side] : request.rules) {
        if (!rule.bound.confidence || rule.bound.unit == CountUnit::Group)
            continue;
        const auto say = [&](std::size_t units, const std::string &what, std::size_t groups) {
            if (groups < units)
                job.notice(fmt::format("{} {} are in {} groups: those of one part are not independent, and the "
                                       "confidence counts them as if they were; --unit group counts parts",
                                       units, what, groups));
        };
        if (rule.kind == RuleKind::MaxOverkill)
            say(data.good.size(), "good images", overkillPeaks(data, CountUnit::Group).size());
        if (rule.kind == RuleKind::MaxEscape)
            for (const std::string &name : rule.classes)
                say(escapePeaks(data, name, CountUnit::Single).size(), "defects of class " + name,
                    escapePeaks(data, name, CountUnit::Group).size());
    }
}

} // namespace patina::cli
