#include "app/cli/rule_request.h"

#include "core/base/sha256.h"
#include "core/dataset/tile_names.h"
#include "core/project/project_thresholds.h"
#include "core/thresholds/counting_units.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <utility>

namespace patina::cli {

namespace {

std::vector<std::string> idsOf(const std::vector<KnownImage> &images)
{
    std::vector<std::string> ids;
    for (const KnownImage &image : images)
        ids.push_back(image.id);
    return ids;
}

bool isBounded(const PlacedRule &placed)
{
    return placed.rule.kind == RuleKind::MaxEscape || placed.rule.kind == RuleKind::MaxOverkill;
}

bool haveGroups(const std::vector<KnownImage> &images)
{
    return std::ranges::any_of(images,
                               [](const KnownImage &image) { return !image.group.empty() && image.group != image.id; });
}

} // namespace

Result<void> checkGroups(const std::vector<KnownImage> &images, const RuleOptions &options, const std::string &source)
{
    if (options.unit != "group" || haveGroups(images))
        return {};
    const std::string pattern = likelyParts(idsOf(images)).pattern;
    return fail(ErrorCode::BadArgument,
                fmt::format("--unit group: no groups of {} are known, each image would count as a part of its own; "
                            "give {}, or --unit single",
                            source,
                            pattern.empty() ? "--groups FILE (CSV image,group) or a regular expression"
                                            : fmt::format("--groups, such as '{}'", pattern)));
}

void noticeParts(const std::vector<KnownImage> &images, const ThresholdRequest &request, const std::string &groups,
                 const JobContext &job)
{
    const bool grouped = !groups.empty() || haveGroups(images);
    const LikelyParts likely = grouped ? LikelyParts() : likelyParts(idsOf(images));
    if (likely.images > 0)
        job.notice(fmt::format("images are counted as independent; by their names {} of {} look like several of one "
                               "part ({} of {}): give --groups, such as '{}'",
                               likely.images, images.size(), likely.parts.begin()->second, likely.parts.begin()->first,
                               likely.pattern));
    constexpr std::uint64_t defaultSeed = 0;
    if (request.seed != defaultSeed && std::ranges::any_of(request.rules, isBounded))
        job.notice(fmt::format("--seed {} deals other parts than the default: a bound keeps its confidence for a seed "
                               "that was fixed before anything was looked at, not for the one of several that meets it",
                               request.seed));
}

Result<std::vector<std::string>> countedClasses(const std::vector<LabelClass> &classes, const std::string &source,
                                                const LabelPolicy &policy, const RuleOptions &options)
{
    std::vector<std::string> counted;
    for (const LabelClass &one : classes)
        if (roleOf(one.kind, policy) == ClassRole::Defect)
            counted.push_back(one.name);
    for (const std::string &name : options.classes)
        if (std::ranges::find(counted, name) == counted.end())
            return fail(ErrorCode::NotFound,
                        fmt::format("--class: '{}' is no class that counts as a defect in {}; there are {}", name,
                                    source, counted.empty() ? "none" : fmt::format("{}", fmt::join(counted, ", "))));
    return counted;
}

Result<std::map<std::string, std::string>> hashesOfTestImages(const Dataset &dataset, const JobContext &job)
{
    std::map<std::string, std::string> hashes;
    for (const ImageRecord *image : dataset.ofSplit(Split::Test)) {
        const auto sha256 = sha256OfFile(image->path, job);
        if (!sha256 && sha256.error().code == ErrorCode::Cancelled)
            return cancelledError();
        if (sha256) // else whoever decodes it says so
            hashes[image->id] = *sha256;
    }
    return hashes;
}

void joinCopies(Dataset &dataset, const std::map<std::string, std::string> &sha256, const JobContext &job)
{
    const CopiesTogether together = copiesTogether(groupsOf(dataset), sha256);
    if (together.copies == 0)
        return;
    job.notice(together.sentence());
    for (ImageRecord &image : dataset.images)
        if (image.split == Split::Test)
            image.group = together.groupOf(image.id);
}

void joinCopies(ProjectEvaluationRequest &request, const JobContext &job)
{
    if (const CopiesTogether together = patina::joinCopies(request); together.copies > 0)
        job.notice(together.sentence());
}

void noticeUncalibrated(const ScoreScale &scale, const JobContext &job)
{
    if (!scale.calibrated())
        job.notice("the model is uncalibrated: these thresholds are on the scale of its raw distances; a threshold "
                   "that no rule sets follows the other");
}

void scoreForRule(ProjectEvaluationRequest &request, const ScoreScale &scale, const JobContext &job)
{
    noticeUncalibrated(scale, job);
    const auto own = ownThresholds(scale);
    request.settings.reviewThreshold = own ? own->review : thresholdOfNothing;
    request.settings.rejectThreshold = own ? own->reject : thresholdOfNothing;
    request.settings.bootstrap.resamples = 0;
    request.withSegF1 = false;
}

Result<EvaluationRun> scoredForRule(Inspector &inspector, EvaluateRequest request, RankGroup &ranks,
                                    const JobContext &job)
{
    const ScoreScale &scale = inspector.model().scoreScale;
    noticeUncalibrated(scale, job);
    if (!scale.calibrated())
        request.reviewThreshold = request.rejectThreshold = thresholdOfNothing;
    return evaluateDataset(inspector, request, ranks, job);
}

std::optional<ThresholdPair> ownThresholds(const ScoreScale &scale)
{
    return scale.calibrated() ? std::optional(ThresholdPair{scale.reviewThreshold(), scale.rejectThreshold()})
                              : std::nullopt;
}

std::optional<ThresholdPair> projectThresholds(const ProjectContents &contents, const ModelInfo &model)
{
    const auto kept = thresholdsOf(contents, model.hash);
    return kept ? std::optional(ThresholdPair{kept->review, kept->reject}) : ownThresholds(model.scoreScale);
}

Result<ThresholdRequest> ruleRequest(const RuleOptions &options, const CalibrationData &data,
                                     const std::vector<std::string> &counted, const std::optional<ThresholdPair> &own,
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
    request.model = own;
    for (const auto &[rule, side] : request.rules)
        if (rule.kind == RuleKind::MaxEscape && rule.classes.empty())
            return fail(ErrorCode::NotFound,
                        fmt::format("max-escape cannot be met: {} has no outlined defect; put masks into "
                                    "ground_truth/<class>, or paint them in the window",
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
