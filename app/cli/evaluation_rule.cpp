#include "app/cli/evaluation_rule.h"

#include "core/evaluation/used_images.h"
#include "core/thresholds/calibration_part.h"

#include <fmt/format.h>

#include <utility>

namespace patina::cli {

ThresholdChoice RuledThresholds::countedOn(const Evaluation &evaluation) const
{
    CalibrationData quoted = calibrationData(evaluation.outcomes, evaluation.classes, {}, request.minAreaPx);
    const auto setGroup = [&](auto &list) {
        for (auto &one : list)
            one.group = evaluation.outcomes.images[static_cast<std::size_t>(one.image)].group;
    };
    setGroup(quoted.good);
    setGroup(quoted.anomalous);
    setGroup(quoted.defects);
    return chooseThresholds(CalibrationSplit{calibration, std::move(quoted)}, request);
}

Result<RuledThresholds> chooseByRule(Inspector &inspector, EvaluateRequest &request, const RuleOptions &options,
                                     const std::string &calibration, const std::string &modelFile,
                                     const CommandContext &context)
{
    const ScoreScale &scale = inspector.model().scoreScale;
    if (!context.ranks->isAlone())
        return fail(ErrorCode::BadArgument,
                    fmt::format("--rule: {} processes cannot share the choice of a threshold; start it once, without "
                                "mpirun",
                                context.ranks->size()));
    if (auto known = checkMinArea(request.minAreaPx, modelFile, scale); !known)
        return failFrom(std::move(known));
    auto part = calibration.empty() ? partByGroups(request.dataset, options.calibrationShare, context.seed)
                                    : partByFolderOrList(request.dataset, calibration, context.job);
    if (!part)
        return failFrom(std::move(part));
    if (part->leftOut > 0)
        context.job.notice(
            fmt::format("{} test images are in no figure: others of their group calibrate", part->leftOut));
    auto counted = countedClasses(part->calibration, request.policy, options);
    if (!counted)
        return failFrom(std::move(counted));
    const std::string folder = part->calibration.root.string();
    const GroupOfImage groupOf = groupsOf(part->calibration);
    EvaluateRequest choosing = request;
    choosing.dataset = std::move(part->calibration);
    choosing.bootstrap.resamples = 0;
    auto run = scoredForRule(inspector, std::move(choosing), *context.ranks, context.job);
    if (!run)
        return failFrom(std::move(run));
    RuledThresholds ruled;
    ruled.calibration = calibrationData(run->all.outcomes, run->all.classes, groupOf, request.minAreaPx);
    RuleOptions counting = options;
    counting.minAreaPx = request.minAreaPx;
    auto asked = ruleRequest(counting, ruled.calibration, *counted, scale, context.seed, folder);
    if (!asked)
        return failFrom(std::move(asked));
    ruled.request = std::move(*asked);
    noticeDependence(ruled.calibration, ruled.request, context.job);
    const ThresholdChoice choice = chooseThresholds(CalibrationSplit{ruled.calibration, {}}, ruled.request);
    if (!choice.met())
        return fail(ErrorCode::BadArgument, refusalText(choice));
    ruled.thresholds = *choice.thresholds;
    for (const auto &[id, sha256] : run->sha256)
        request.otherUsed.emplace(contentDigest(sha256), id);
    request.dataset = std::move(part->quoted);
    request.reviewThreshold = ruled.thresholds.review;
    request.rejectThreshold = ruled.thresholds.reject;
    return ruled;
}

} // namespace patina::cli
