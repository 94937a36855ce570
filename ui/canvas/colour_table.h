#pragma once

#include <QRgb>
#include <QString>

#include <array>

namespace patina {

/// Perceptual colour maps of score maps.
enum class ColourMap { Viridis, Inferno, Turbo, Grey };

inline constexpr std::array kColourMaps{ColourMap::Viridis, ColourMap::Inferno, ColourMap::Turbo, ColourMap::Grey};

/// Names for the settings file, and their reverse (Inferno for an unknown one).
QString colourMapName(ColourMap map);
ColourMap colourMapFromName(const QString &name);

/// 256 opaque colours from the bottom of the scale to its top.
using ColourTable = std::array<QRgb, 256>;
const ColourTable &colourTable(ColourMap map);

} // namespace patina
