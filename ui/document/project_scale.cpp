#include "ui/document/project_scale.h"

#include "ui/document/project_document.h"
#include "core/project/project_settings.h"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

namespace patina {

namespace {

constexpr const char *kSetting = "mmPerPixel";

bool isScale(double mm)
{
    return mm > 0.0 && mm <= kMostMmPerPixel;
}

} // namespace

std::optional<double> mmPerPixelOf(const ProjectDocument &project)
{
    const auto mm = numberOf(settingOf(project.contents(), kSetting));
    return mm && isScale(*mm) ? mm : std::nullopt;
}

Result<void> setMmPerPixel(ProjectDocument &project, std::optional<double> mm)
{
    if (mm && !isScale(*mm))
        return fail(ErrorCode::BadArgument,
                    fmt::format("{} mm per pixel: it must be over 0 and at most {}", *mm, kMostMmPerPixel));
    std::vector<Edit> edits;
    setSetting(edits, project.contents(), kSetting, mm ? std::optional(fmt::format("{}", *mm)) : std::nullopt);
    if (edits.empty() || (mm && mm == mmPerPixelOf(project)))
        return {};
    const std::string action = mm ? fmt::format("set the scale to {} mm per pixel", *mm) : "remove the scale";
    return project.change({action, std::move(edits)});
}

} // namespace patina
