#include "core/image/heatmap.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <numeric>

namespace patina {

namespace {

HeatmapTable makeTable(HeatmapColours colours)
{
    cv::Mat ramp(1, 256, CV_8UC1);
    std::iota(ramp.begin<std::uint8_t>(), ramp.end<std::uint8_t>(), std::uint8_t{0});
    cv::Mat row;
    switch (colours) {
    case HeatmapColours::Viridis:
        cv::applyColorMap(ramp, row, cv::COLORMAP_VIRIDIS);
        break;
    case HeatmapColours::Inferno:
        cv::applyColorMap(ramp, row, cv::COLORMAP_INFERNO);
        break;
    case HeatmapColours::Turbo:
        cv::applyColorMap(ramp, row, cv::COLORMAP_TURBO);
        break;
    case HeatmapColours::Grey:
        cv::cvtColor(ramp, row, cv::COLOR_GRAY2BGR);
        break;
    }
    HeatmapTable table;
    std::copy_n(row.ptr<cv::Vec3b>(), table.size(), table.begin());
    return table;
}

} // namespace

const HeatmapTable &heatmapTable(HeatmapColours colours)
{
    static const std::array tables{makeTable(HeatmapColours::Viridis), makeTable(HeatmapColours::Inferno),
                                   makeTable(HeatmapColours::Turbo), makeTable(HeatmapColours::Grey)};
    return tables[static_cast<std::size_t>(colours)];
}

} // namespace patina
