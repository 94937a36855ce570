#pragma once

#include "core/project/facts.h"

#include <QColor>

#include <string>
#include <vector>

namespace patina {

/// Of a class in lists and outlines: by its position, told apart by the colour-blind too; the name always stands beside
/// it. Grey for "good", a false alarm, and for a class that the project does not have.
QColor classColour(const std::string &name, const std::vector<ProjectClass> &classes);

/// Of zones on the canvas and in lists.
QColor zoneColour(ZoneKind kind);

} // namespace patina
