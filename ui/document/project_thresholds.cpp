#include "ui/document/project_thresholds.h"

#include "ui/document/project_settings.h"

#include <fmt/format.h>

namespace patina {

namespace {

std::string settingName(const char *threshold, const std::string &modelHash)
{
    return fmt::format("threshold.{}/{}", threshold, modelHash);
}

} // namespace

ScoreRange withThresholds(const ProjectContents &contents, const std::string &modelHash, ScoreRange range)
{
    const auto review = numberOf(settingOf(contents, settingName("review", modelHash)));
    const auto reject = numberOf(settingOf(contents, settingName("reject", modelHash)));
    if (range.calibrated() && review && reject && *review <= *reject) {
        range.review = review;
        range.reject = reject;
    }
    return range;
}

std::vector<Edit> thresholdEdits(const ProjectContents &contents, const std::string &modelHash, double review,
                                 double reject)
{
    std::vector<Edit> edits;
    setSetting(edits, contents, settingName("review", modelHash), fmt::format("{}", review));
    setSetting(edits, contents, settingName("reject", modelHash), fmt::format("{}", reject));
    return edits;
}

std::vector<Edit> thresholdResets(const ProjectContents &contents, const std::string &modelHash)
{
    std::vector<Edit> edits;
    for (const char *threshold : {"review", "reject"})
        setSetting(edits, contents, settingName(threshold, modelHash), std::nullopt);
    return edits;
}

} // namespace patina
