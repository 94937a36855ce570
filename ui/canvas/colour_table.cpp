#include "ui/canvas/colour_table.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace patina {

namespace {

int openCvMapOf(ColourMap map)
{
    switch (map) {
    case ColourMap::Viridis:
        return cv::COLORMAP_VIRIDIS;
    case ColourMap::Turbo:
        return cv::COLORMAP_TURBO;
    case ColourMap::Inferno:
    case ColourMap::Grey:
        break;
    }
    return cv::COLORMAP_INFERNO;
}

ColourTable makeTable(ColourMap map)
{
    cv::Mat ramp(1, 256, CV_8UC1);
    for (int i = 0; i < 256; ++i)
        ramp.at<uchar>(0, i) = static_cast<uchar>(i);
    cv::Mat colours;
    if (map == ColourMap::Grey)
        cv::cvtColor(ramp, colours, cv::COLOR_GRAY2BGR);
    else
        cv::applyColorMap(ramp, colours, openCvMapOf(map));
    ColourTable table{};
    for (int i = 0; i < 256; ++i) {
        const auto &bgr = colours.at<cv::Vec3b>(0, i);
        table[static_cast<std::size_t>(i)] = qRgb(bgr[2], bgr[1], bgr[0]);
    }
    return table;
}

} // namespace

QString colourMapName(ColourMap map)
{
    switch (map) {
    case ColourMap::Viridis:
        return QStringLiteral("viridis");
    case ColourMap::Inferno:
        return QStringLiteral("inferno");
    case ColourMap::Turbo:
        return QStringLiteral("turbo");
    case ColourMap::Grey:
        return QStringLiteral("grey");
    }
    return {};
}

ColourMap colourMapFromName(const QString &name)
{
    const auto found =
        std::find_if(kColourMaps.begin(), kColourMaps.end(), [&](ColourMap map) { return colourMapName(map) == name; });
    return found == kColourMaps.end() ? ColourMap::Inferno : *found;
}

const ColourTable &colourTable(ColourMap map)
{
    static const std::array<ColourTable, 4> tables{makeTable(ColourMap::Viridis), makeTable(ColourMap::Inferno),
                                                   makeTable(ColourMap::Turbo), makeTable(ColourMap::Grey)};
    return tables[static_cast<std::size_t>(map)];
}

} // namespace patina
