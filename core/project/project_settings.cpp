#include "core/project/project_settings.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace patina {

const Setting *settingOf(const ProjectContents &contents, const std::string &name)
{
    const auto found = std::ranges::find(contents.settings, name, &Setting::name);
    return found == contents.settings.end() ? nullptr : &*found;
}

std::optional<double> numberOf(const Setting *setting)
{
    if (setting == nullptr)
        return std::nullopt;
    double number = 0.0;
    const std::string &text = setting->value;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

std::optional<double> mmPerPixelOf(const ProjectContents &contents)
{
    const auto mm = numberOf(settingOf(contents, scaleSetting));
    return mm && *mm > 0.0 && *mm <= mostMmPerPixel ? mm : std::nullopt;
}

void setSetting(std::vector<Edit> &edits, const ProjectContents &contents, const std::string &name,
                const std::optional<std::string> &value)
{
    const Setting *before = settingOf(contents, name);
    if (before == nullptr ? !value : value == before->value)
        return;
    edits.push_back(EditOf<Setting>{before == nullptr ? std::nullopt : std::optional(*before),
                                    value ? std::optional(Setting{name, *value}) : std::nullopt});
}

} // namespace patina
