#pragma once

#include "core/base/result.h"
#include "core/project/project_settings.h"

#include <optional>

namespace patina {

class ProjectDocument;

inline constexpr double kMostMmPerPixel = mostMmPerPixel;

/// Millimetres to a side of an image pixel, as the project says; none: it does not.
std::optional<double> mmPerPixelOf(const ProjectDocument &project);
/// One change, which can be undone; none where it is so already. \param mm none: not known.
/// Errors: BadArgument (not over 0 and at most kMostMmPerPixel); those of ProjectDocument::change.
Result<void> setMmPerPixel(ProjectDocument &project, std::optional<double> mm);

} // namespace patina
