#pragma once

#include "core/project/change.h"
#include "core/project/contents.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace patina {

/// Null: the project says nothing of it. Points into `contents`.
const Setting *settingOf(const ProjectContents &contents, const std::string &name);
/// A finite number as fmt and JSON write it; none where there is no setting, or it is no number.
std::optional<double> numberOf(const Setting *setting);
inline constexpr const char *scaleSetting = "mmPerPixel";
inline constexpr double mostMmPerPixel = 1000.0;
/// Millimetres to a side of an image pixel; none: the project does not say, or what cannot be.
std::optional<double> mmPerPixelOf(const ProjectContents &contents);
inline constexpr const char *minimumAreaSetting = "minimumAreaPx";
inline constexpr std::int64_t mostMinimumAreaPx = 100'000'000;
/// Image pixels that a region needs to count; 1: the project does not say, or what cannot be.
std::int64_t minimumAreaOf(const ProjectContents &contents);
/// What gives it that; 1 takes the setting out. \param areaPx in 1..mostMinimumAreaPx.
std::vector<Edit> minimumAreaEdits(const ProjectContents &contents, std::int64_t areaPx);
/// Adds what gives the setting that value: nothing where it has it. \param value none: there is no such setting then.
void setSetting(std::vector<Edit> &edits, const ProjectContents &contents, const std::string &name,
                const std::optional<std::string> &value);

} // namespace patina
