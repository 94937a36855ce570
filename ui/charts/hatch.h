#pragma once

#include <QRectF>

class QColor;
class QPainter;

namespace patina {

/// Fills a rectangle with the colour and a pattern of lines in a second tone: drawn as lines, so that it is the same on
/// the screen and in every file, and continued in the rectangle beside it.
/// \param pattern at least 0; none, slanted both ways, horizontal, vertical, crossed; they repeat after 7.
void paintHatch(QPainter &painter, const QRectF &box, const QColor &fill, const QColor &lines, int pattern);

} // namespace patina
