#pragma once

#include <QColor>
#include <QPainterPath>
#include <QRectF>
#include <QSizeF>

#include <opencv2/core.hpp>

#include <vector>

namespace patina {

/// An outline over the image.
struct CanvasMark
{
    QPainterPath outline; ///< image pixels
    QColor colour;
    bool selected = false;
};

/// \param contour through pixel centres of a map, closed by this. \param across, \param down image pixels to a pixel of
/// the map.
QPainterPath outlinePath(const std::vector<cv::Point> &contour, double across, double down);

} // namespace patina
