#include "ui/canvas/canvas_mark.h"

#include <QPolygonF>

namespace patina {

QPainterPath outlinePath(const std::vector<cv::Point> &contour, double across, double down)
{
    QPolygonF polygon;
    polygon.reserve(static_cast<qsizetype>(contour.size()) + 1);
    for (const cv::Point &p : contour)
        polygon << QPointF((p.x + 0.5) * across, (p.y + 0.5) * down);
    if (!polygon.isEmpty())
        polygon << polygon.first();
    QPainterPath path;
    path.addPolygon(polygon);
    return path;
}

} // namespace patina
