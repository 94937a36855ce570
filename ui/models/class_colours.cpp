#include "ui/models/class_colours.h"

#include <algorithm>
#include <array>

namespace patina {

namespace {

// Okabe and Ito, Color Universal Design (2008), without black.
constexpr std::array<QRgb, 7> kColours{0xffd55e00, 0xff56b4e9, 0xffcc79a7, 0xff009e73,
                                       0xfff0e442, 0xff0072b2, 0xffe69f00};
constexpr QRgb kNoClass = 0xff8a9499;

} // namespace

QColor classColour(const std::string &name, const std::vector<ProjectClass> &classes)
{
    const auto found = std::ranges::find(classes, name, &ProjectClass::name);
    if (found == classes.end())
        return QColor(kNoClass);
    return QColor(kColours[static_cast<std::size_t>(std::max(0, found->position)) % kColours.size()]);
}

QColor zoneColour(ZoneKind kind)
{
    return QColor(kind == ZoneKind::Roi ? 0xff8fd694 : 0xffb0b0b0);
}

} // namespace patina
