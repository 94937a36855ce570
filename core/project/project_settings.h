#pragma once

#include "core/project/change.h"
#include "core/project/contents.h"

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
/// Adds what gives the setting that value: nothing where it has it. \param value none: there is no such setting then.
void setSetting(std::vector<Edit> &edits, const ProjectContents &contents, const std::string &name,
                const std::optional<std::string> &value);

} // namespace patina
