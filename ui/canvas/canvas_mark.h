#pragma once

#include "core/labels/run_mask.h"

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
    bool filled = false; ///< hatched: a zone that does not count
};

/// \param contour through pixel centres of a map, closed by this. \param across, \param down image pixels to a pixel of
/// the map.
QPainterPath outlinePath(const std::vector<cv::Point> &contour, double across, double down);

/// Through the outer pixels of a mask and those around its holes. Of a mask whose box has over 64 million
/// pixels the box.
QPainterPath outlinePath(const RunMask &mask);

} // namespace patina
