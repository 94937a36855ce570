#pragma once

#include <opencv2/core.hpp>

#include <array>

namespace patina {

/// Perceptual colour maps of score maps.
enum class HeatmapColours { Viridis, Inferno, Turbo, Grey };

inline constexpr std::array allHeatmapColours{HeatmapColours::Viridis, HeatmapColours::Inferno, HeatmapColours::Turbo,
                                              HeatmapColours::Grey};

/// 256 colours (B, G, R) from the bottom of the scale to its top.
using HeatmapTable = std::array<cv::Vec3b, 256>;
const HeatmapTable &heatmapTable(HeatmapColours colours);

} // namespace patina
