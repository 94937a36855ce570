#include "ui/evaluation/rule_search.h"

#include "core/thresholds/project_parts.h"

#include <algorithm>
#include <utility>

namespace patina {

ThresholdRequest requestFor(const ThresholdRule &rule, const Evaluation &shown, double share,
                            const std::optional<ThresholdPair> &now)
{
    ThresholdRequest asked;
    asked.rules = {{rule, usualSide(rule.kind)}};
    for (const LabelClass &one : shown.classes)
        if (roleOf(one.kind, shown.settings.policy) == ClassRole::Defect)
            asked.classes.push_back(one.name);
    asked.hundredths = true;
    asked.calibrationShare = share;
    asked.unit = rule.bound.unit;
    asked.confidence = rule.bound.confidence.value_or(0.95);
    asked.model = now;
    return asked;
}

bool haveGroups(const ProjectContents &contents)
{
    return std::ranges::any_of(
        contents.images, [](const ProjectImage &image) { return !image.group.empty() && image.group != image.id; });
}

Result<std::shared_ptr<const RuleFinding>> findThresholds(const RuleSearch &search)
{
    RuleFinding found;
    found.request = search.request;
    const double share = found.request.calibrationShare;
    ProjectEvaluationRequest images = search.images;
    const CopiesTogether together = joinCopies(images);
    const auto parts = partsOfProject(std::move(images), share, found.request.seed);
    if (!parts)
        return tl::unexpected(parts.error());
    const Evaluation &figures = search.figures->evaluations[search.policy];
    const CalibrationData data = calibrationData(figures.outcomes, figures.classes, together.groupOf);
    found.choice = chooseThresholds(splitByParts(data, figures.outcomes, *parts), found.request);
    found.parts = dealtNote(*parts, share, found.request.seed);
    if (const auto &now = found.request.model)
        found.now = verifyAt(*now, data, found.request.classes, found.request.unit, found.request.confidence);
    return std::make_shared<const RuleFinding>(std::move(found));
}

} // namespace patina
