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

std::int64_t minimumAreaOf(const ProjectContents &contents)
{
    const auto area = numberOf(settingOf(contents, minimumAreaSetting));
    const bool whole = area && *area == std::floor(*area);
    return whole && *area >= 1.0 && *area <= static_cast<double>(mostMinimumAreaPx) ? static_cast<std::int64_t>(*area)
                                                                                    : 1;
}

std::vector<Edit> minimumAreaEdits(const ProjectContents &contents, std::int64_t areaPx)
{
    std::vector<Edit> edits;
    setSetting(edits, contents, minimumAreaSetting, areaPx == 1 ? std::nullopt : std::optional(std::to_string(areaPx)));
    return edits;
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
