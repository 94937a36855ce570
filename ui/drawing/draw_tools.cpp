#include "ui/drawing/draw_tools.h"

#include "core/labels/shape_mask.h"
#include "ui/canvas/canvas_mark.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr int kFillAlpha = 90;
constexpr double kCloseToFirst = 8.0; // screen pixels

std::vector<cv::Point2d> pointsOf(const QPolygonF &polygon)
{
    std::vector<cv::Point2d> points;
    for (const QPointF &point : polygon)
        points.emplace_back(point.x(), point.y());
    return points;
}

QColor translucent(QColor colour)
{
    colour.setAlpha(kFillAlpha);
    return colour;
}

} // namespace

void DrawTool::setGround(const DrawGround &ground)
{
    if (ground.imageSize != m_ground.imageSize || ground.map.data != m_ground.map.data)
        reset();
    m_ground = ground;
}

void DrawTool::setColour(const QColor &colour)
{
    m_colour = colour;
    emit changed();
}

bool DrawTool::isOwnKey(int key) const
{
    return key == Qt::Key_Escape;
}

void DrawTool::key(int key)
{
    if (key == Qt::Key_Escape)
        reset();
}

QPen DrawTool::pen(double width) const
{
    QPen pen(m_colour, width);
    pen.setCosmetic(true);
    return pen;
}

void BrushTool::setRadius(double px)
{
    m_radiusPx = px;
    emit changed();
}

void BrushTool::press(QPointF at)
{
    m_line = {at};
    emit changed();
}

void BrushTool::move(QPointF at, bool pressed)
{
    m_cursor = at;
    if (pressed && begun() && at != m_line.last())
        m_line << at;
    emit changed();
}

void BrushTool::release(QPointF)
{
    if (!begun())
        return;
    const RunMask mask = strokeMask(ground().imageSize, pointsOf(m_line), m_radiusPx);
    reset();
    if (!mask.empty())
        emit drawn(mask, {});
}

void BrushTool::leave()
{
    m_cursor.reset();
    emit changed();
}

void BrushTool::reset()
{
    m_line.clear();
    emit changed();
}

void BrushTool::paint(QPainter &painter, double screenPx) const
{
    const bool erases = m_use == Use::Erase;
    if (begun()) {
        QPen stroke(erases ? QColor(128, 128, 128, 150) : translucent(colour()), std::max(2 * m_radiusPx, screenPx),
                    Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        painter.setPen(stroke);
        if (m_line.size() == 1)
            painter.drawPoint(m_line.first());
        else
            painter.drawPolyline(m_line);
    }
    if (!m_cursor)
        return;
    const double radius = std::max(m_radiusPx, 2.0 * screenPx);
    painter.setBrush(Qt::NoBrush);
    QPen edge(QColor(0, 0, 0, 170), 3.0);
    edge.setCosmetic(true);
    painter.setPen(edge);
    painter.drawEllipse(*m_cursor, radius, radius);
    edge.setWidthF(1.5);
    edge.setColor(erases ? QColor(Qt::white) : colour());
    painter.setPen(edge);
    painter.drawEllipse(*m_cursor, radius, radius);
}

void RectangleTool::press(QPointF at)
{
    m_from = m_to = at;
    emit changed();
}

void RectangleTool::move(QPointF at, bool pressed)
{
    if (!begun() || !pressed)
        return;
    m_to = at;
    emit changed();
}

void RectangleTool::release(QPointF at)
{
    if (!begun())
        return;
    const QRectF area = QRectF(*m_from, at).normalized();
    reset();
    const RunMask mask = rectangleMask(ground().imageSize, {area.x(), area.y(), area.width(), area.height()});
    if (!mask.empty())
        emit drawn(mask, QPolygonF({area.topLeft(), area.topRight(), area.bottomRight(), area.bottomLeft()}));
}

void RectangleTool::reset()
{
    m_from.reset();
    emit changed();
}

void RectangleTool::paint(QPainter &painter, double) const
{
    if (!begun())
        return;
    painter.setBrush(translucent(colour()));
    painter.setPen(pen(2.0));
    painter.drawRect(QRectF(*m_from, m_to).normalized());
}

bool PolygonTool::isOwnKey(int key) const
{
    return DrawTool::isOwnKey(key) || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Backspace;
}

void PolygonTool::press(QPointF at)
{
    const bool onFirst = m_corners.size() >= 3 && QLineF(m_corners.first(), at).length() <= kCloseToFirst * m_screenPx;
    if (onFirst)
        return close();
    m_cursor = at;
    m_corners << at;
    emit changed();
}

void PolygonTool::move(QPointF at, bool)
{
    m_cursor = at;
    if (begun())
        emit changed();
}

/// The press before it has set the last corner.
void PolygonTool::doubleClick(QPointF)
{
    close();
}

void PolygonTool::key(int key)
{
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        return close();
    if (key != Qt::Key_Backspace)
        return DrawTool::key(key);
    if (begun())
        m_corners.removeLast();
    emit changed();
}

void PolygonTool::close()
{
    const QPolygonF corners = m_corners;
    const RunMask mask = polygonMask(ground().imageSize, pointsOf(corners));
    if (mask.empty()) // a line so far: it can be gone on with
        return;
    reset();
    emit drawn(mask, corners);
}

void PolygonTool::reset()
{
    m_corners.clear();
    emit changed();
}

void PolygonTool::paint(QPainter &painter, double screenPx) const
{
    m_screenPx = screenPx;
    if (!begun())
        return;
    QPolygonF line = m_corners;
    line << m_cursor;
    painter.setPen(Qt::NoPen);
    painter.setBrush(translucent(colour()));
    painter.drawPolygon(line, Qt::OddEvenFill);
    painter.setPen(pen(2.0));
    painter.setBrush(colour());
    painter.drawPolyline(line);
    for (const QPointF &corner : m_corners)
        painter.drawEllipse(corner, 3.0 * screenPx, 3.0 * screenPx);
}

std::optional<cv::Point> WandTool::mapPixel(QPointF at) const
{
    const cv::Size image = ground().imageSize;
    const cv::Mat &map = ground().map;
    if (map.empty() || image.empty())
        return std::nullopt;
    const cv::Point pixel(static_cast<int>(std::floor(at.x() * map.cols / image.width)),
                          static_cast<int>(std::floor(at.y() * map.rows / image.height)));
    if (!cv::Rect({}, map.size()).contains(pixel))
        return std::nullopt;
    return pixel;
}

void WandTool::press(QPointF at)
{
    m_seed = mapPixel(at);
    grow(at);
}

void WandTool::move(QPointF at, bool pressed)
{
    if (begun() && pressed)
        grow(at);
}

void WandTool::grow(QPointF at)
{
    const auto now = mapPixel(at);
    if (!m_seed || !now)
        return;
    const float seed = ground().map.at<float>(*m_seed);
    const float under = ground().map.at<float>(*now);
    m_mask = componentAt(ground().map, *m_seed, static_cast<double>(under < seed ? under : seed));
    emit changed();
}

void WandTool::release(QPointF)
{
    if (!begun())
        return;
    const RunMask mask = enlarged(m_mask, ground().imageSize);
    reset();
    if (!mask.empty())
        emit drawn(mask, {});
}

void WandTool::reset()
{
    m_seed.reset();
    m_mask = {};
    emit changed();
}

void WandTool::paint(QPainter &painter, double) const
{
    if (!begun() || m_mask.empty())
        return;
    painter.save();
    painter.scale(1.0 * ground().imageSize.width / ground().map.cols,
                  1.0 * ground().imageSize.height / ground().map.rows);
    painter.setBrush(translucent(colour()));
    painter.setPen(pen(2.0));
    painter.drawPath(outlinePath(m_mask));
    painter.restore();
}

} // namespace patina
