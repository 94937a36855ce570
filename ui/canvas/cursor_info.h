#pragma once

#include <QMetaType>
#include <QPoint>

#include <array>
#include <optional>

namespace patina {

/// Stored values of one pixel: 1 (grey) or 3 (red, green, blue), 0..65535.
struct PixelValue
{
    int channels = 1;
    std::array<int, 3> values{};
    bool operator==(const PixelValue &) const = default;
};

/// What lies under the mouse.
struct CursorInfo
{
    QPoint pixel;
    std::optional<PixelValue> value;
    std::optional<float> score;
    std::optional<double> mmPerPixel;
};

} // namespace patina

Q_DECLARE_METATYPE(patina::CursorInfo)
