#include "ui/document/project_scale.h"

#include "ui/document/project_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace patina {

namespace {

constexpr const char *kSetting = "mmPerPixel";

const Setting *settingOf(const ProjectDocument &project)
{
    const auto &settings = project.contents().settings;
    const auto found = std::ranges::find(settings, kSetting, &Setting::name);
    return found == settings.end() ? nullptr : &*found;
}

bool isScale(double mm)
{
    return mm > 0.0 && mm <= kMostMmPerPixel;
}

} // namespace

std::optional<double> mmPerPixelOf(const ProjectDocument &project)
{
    const Setting *setting = settingOf(project);
    if (!setting)
        return std::nullopt;
    double mm = 0.0;
    const char *end = setting->value.data() + setting->value.size();
    const auto parsed = std::from_chars(setting->value.data(), end, mm);
    return parsed.ec == std::errc() && parsed.ptr == end && isScale(mm) ? std::optional(mm) : std::nullopt;
}

Result<void> setMmPerPixel(ProjectDocument &project, std::optional<double> mm)
{
    if (mm && !isScale(*mm))
        return fail(ErrorCode::BadArgument,
                    fmt::format("{} mm per pixel: it must be over 0 and at most {}", *mm, kMostMmPerPixel));
    const Setting *before = settingOf(project);
    if (mm == mmPerPixelOf(project) && (mm || !before))
        return {};
    const auto after = mm ? std::optional(Setting{kSetting, fmt::format("{}", *mm)}) : std::nullopt;
    const auto was = before ? std::optional(*before) : std::nullopt;
    const std::string action = mm ? fmt::format("set the scale to {} mm per pixel", *mm) : "remove the scale";
    return project.change({action, {EditOf<Setting>{was, after}}});
}

} // namespace patina
