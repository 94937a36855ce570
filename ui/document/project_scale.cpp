#include "ui/document/project_scale.h"

#include "core/project/project_settings.h"
#include "ui/document/project_document.h"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

namespace patina {

namespace {

bool isScale(double mm)
{
    return mm > 0.0 && mm <= kMostMmPerPixel;
}

} // namespace

std::optional<double> mmPerPixelOf(const ProjectDocument &project)
{
    return mmPerPixelOf(project.contents());
}

Result<void> setMmPerPixel(ProjectDocument &project, std::optional<double> mm)
{
    if (mm && !isScale(*mm))
        return fail(ErrorCode::BadArgument,
                    fmt::format("{} mm per pixel: it must be over 0 and at most {}", *mm, kMostMmPerPixel));
    std::vector<Edit> edits;
    setSetting(edits, project.contents(), scaleSetting, mm ? std::optional(fmt::format("{}", *mm)) : std::nullopt);
    if (edits.empty() || (mm && mm == mmPerPixelOf(project)))
        return {};
    const std::string action = mm ? fmt::format("set the scale to {} mm per pixel", *mm) : "remove the scale";
    return project.change({action, std::move(edits)});
}

} // namespace patina
