#include "ui/drawing/draw_tools.h"

#include "core/labels/shape_mask.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr int kFillAlpha = 90;

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

QColor DrawTool::fill() const
{
    QColor colour = m_colour;
    colour.setAlpha(kFillAlpha);
    return colour;
}

std::vector<cv::Point2d> DrawTool::pointsOf(const QPolygonF &polygon)
{
    std::vector<cv::Point2d> points;
    for (const QPointF &point : polygon)
        points.emplace_back(point.x(), point.y());
    return points;
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
        QPen stroke(erases ? QColor(128, 128, 128, 150) : fill(), std::max(2 * m_radiusPx, screenPx), Qt::SolidLine,
                    Qt::RoundCap, Qt::RoundJoin);
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
    painter.setBrush(fill());
    painter.setPen(pen(2.0));
    painter.drawRect(QRectF(*m_from, m_to).normalized());
}

} // namespace patina
