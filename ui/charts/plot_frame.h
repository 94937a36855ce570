#pragma once

#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace patina {

/// Values of an axis and the pixels they lie at.
struct PlotScale
{
    double low = 0.0;  ///< value at `from`; above 0 on a logarithmic scale
    double high = 1.0; ///< value at `to`, above `low`
    double from = 0.0; ///< pixel
    double to = 1.0;
    bool log = false;

    /// NaN where the value is NaN, finite otherwise: what is infinite, or not above 0 on a logarithmic scale, is far
    /// off.
    double toPixel(double value) const;
    double toValue(double pixel) const;
};

/// Where a chart's values lie on its widget, in logical pixels.
struct PlotFrame
{
    QRectF area;
    PlotScale x;
    PlotScale y;

    QPointF place(const QPointF &value) const { return {x.toPixel(value.x()), y.toPixel(value.y())}; }
};

/// The parts of a line inside a rectangle: painters of files do not all clip.
std::vector<QPolygonF> clippedLine(const QPolygonF &line, const QRectF &area);
/// The part of a closed polygon inside a rectangle (Sutherland and Hodgman 1974).
QPolygonF clippedPolygon(const QPolygonF &polygon, const QRectF &area);

} // namespace patina
