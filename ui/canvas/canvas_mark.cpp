#include "ui/canvas/canvas_mark.h"

#include <QPolygonF>

#include <opencv2/imgproc.hpp>

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

QPainterPath outlinePath(const RunMask &mask)
{
    constexpr std::int64_t mostPx = 64'000'000;
    const cv::Rect box = mask.box();
    QPainterPath path;
    if (std::int64_t{box.width} * box.height > mostPx) {
        path.addRect(box.x, box.y, box.width, box.height);
        return path;
    }
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(mask.toMat(box), contours, cv::RETR_CCOMP, cv::CHAIN_APPROX_NONE, box.tl());
    for (const auto &contour : contours)
        path.addPath(outlinePath(contour, 1.0, 1.0));
    return path;
}

} // namespace patina
