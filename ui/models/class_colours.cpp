#include "ui/models/class_colours.h"

#include "core/project/class_palette.h"

#include <algorithm>

namespace patina {

QColor classColour(const std::string &name, const std::vector<ProjectClass> &classes)
{
    const auto found = std::ranges::find(classes, name, &ProjectClass::name);
    if (found == classes.end())
        return QColor(QRgb{noClassColour});
    return QColor(QRgb{classColourAt(found->position)});
}

QColor zoneColour(ZoneKind kind)
{
    return QColor(kind == ZoneKind::Roi ? 0xff8fd694 : 0xffb0b0b0);
}

} // namespace patina
