#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_tool.h"

#include <QPainter>

namespace patina {

void Canvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), backdrop());
    if (!hasImage()) {
        paintMessage(painter);
        paintFocus(painter);
        return;
    }
    painter.save();
    painter.scale(1.0 / devicePixelRatioF(), 1.0 / devicePixelRatioF());
    m_scene.paint(painter, m_view);
    paintZones(painter);
    m_truth.paint(painter, m_view, devicePixelRatioF());
    m_labels.paint(painter, m_view, devicePixelRatioF());
    if (m_regions.visible() && hasHeat() && m_liveThreshold)
        paintLive(painter);
    else
        m_regions.paint(painter, m_view, devicePixelRatioF());
    paintTool(painter);
    painter.restore();
    paintFocus(painter);
}

void Canvas::paintLive(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(m_view.offset());
    painter.scale(m_view.scale(), m_view.scale());
    painter.setBrush(Qt::NoBrush);
    const HeatLayer &heat = *m_scene.heat();
    const int index = heat.levelFor(m_view.scale());
    const QPainterPath outlines = heat.outlines(index, heat.levelArea(index, m_view.visibleArea()), *m_liveThreshold);
    QPen pen(QColor(0, 0, 0, 170), 3.5 * devicePixelRatioF());
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.drawPath(outlines);
    pen.setColor(Qt::white);
    pen.setWidthF(1.5 * devicePixelRatioF());
    painter.setPen(pen);
    painter.drawPath(outlines);
    painter.restore();
}

void Canvas::paintZones(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(m_view.offset());
    painter.scale(m_view.scale(), m_view.scale());
    for (const CanvasMark &zone : m_zones) {
        QPen pen(QColor(0, 0, 0, 170), 4.0 * devicePixelRatioF());
        pen.setCosmetic(true);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(zone.outline);
        pen.setColor(zone.colour);
        pen.setWidthF(2.0 * devicePixelRatioF());
        pen.setStyle(Qt::DashLine);
        painter.setPen(pen);
        if (zone.filled)
            painter.setBrush(QBrush(zone.colour, Qt::BDiagPattern));
        painter.drawPath(zone.outline);
    }
    painter.restore();
}

void Canvas::paintTool(QPainter &painter) const
{
    if (m_tool == nullptr)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(m_view.offset());
    painter.scale(m_view.scale(), m_view.scale());
    m_tool->paint(painter, devicePixelRatioF() / m_view.scale());
    painter.restore();
}

void Canvas::paintMessage(QPainter &painter) const
{
    const QRect area = rect().adjusted(32, 32, -32, -32);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, m_message);
}

void Canvas::paintFocus(QPainter &painter) const
{
    if (!m_focusShown)
        return;
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

QColor Canvas::backdrop() const
{
    const QColor window = palette().color(QPalette::Window);
    return window.lightness() < 128 ? window.darker(125) : window.darker(110);
}

} // namespace patina
