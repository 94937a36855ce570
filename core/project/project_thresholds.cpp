#include "core/project/project_thresholds.h"

#include "core/project/project_settings.h"

#include <fmt/format.h>

namespace patina {

namespace {

constexpr const char *policySetting = "policy";

std::string settingName(const char *threshold, const std::string &modelHash)
{
    return fmt::format("threshold.{}/{}", threshold, modelHash);
}

} // namespace

std::optional<ProjectThresholds> thresholdsOf(const ProjectContents &contents, const std::string &modelHash)
{
    const auto review = numberOf(settingOf(contents, settingName("review", modelHash)));
    const auto reject = numberOf(settingOf(contents, settingName("reject", modelHash)));
    if (!review || !reject || *review > *reject)
        return std::nullopt;
    const Setting *rule = settingOf(contents, settingName("rule", modelHash));
    return ProjectThresholds{*review, *reject, rule == nullptr ? std::string() : rule->value};
}

std::vector<Edit> thresholdEdits(const ProjectContents &contents, const std::string &modelHash,
                                 const ProjectThresholds &thresholds)
{
    std::vector<Edit> edits;
    setSetting(edits, contents, settingName("review", modelHash), fmt::format("{}", thresholds.review));
    setSetting(edits, contents, settingName("reject", modelHash), fmt::format("{}", thresholds.reject));
    setSetting(edits, contents, settingName("rule", modelHash),
               thresholds.rule.empty() ? std::nullopt : std::optional(thresholds.rule));
    return edits;
}

std::vector<Edit> thresholdResets(const ProjectContents &contents, const std::string &modelHash)
{
    std::vector<Edit> edits;
    for (const char *threshold : {"review", "reject", "rule"})
        setSetting(edits, contents, settingName(threshold, modelHash), std::nullopt);
    return edits;
}

LabelPolicy policyOf(const ProjectContents &contents)
{
    const Setting *setting = settingOf(contents, policySetting);
    return setting == nullptr ? LabelPolicy() : parseLabelPolicy(setting->value).value_or(LabelPolicy());
}

std::vector<Edit> policyEdits(const ProjectContents &contents, const LabelPolicy &policy)
{
    std::vector<Edit> edits;
    setSetting(edits, contents, policySetting,
               policy == LabelPolicy() ? std::nullopt : std::optional(labelPolicyText(policy)));
    return edits;
}

} // namespace patina
