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
    switch (kind) {
    case ZoneKind::Roi:
        return QColor(0xff8fd694);
    case ZoneKind::Ignore:
        return QColor(0xffb0b0b0);
    case ZoneKind::Thresholds:
        return QColor(0xffe0b45c);
    }
    return {};
}

} // namespace patina
