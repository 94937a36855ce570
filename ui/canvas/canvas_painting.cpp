#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_tool.h"

#include <QPainter>

#include <utility>

namespace patina {

void Canvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), backdrop());
    if (!m_image) {
        paintMessage(painter);
        paintFocus(painter);
        return;
    }
    painter.save();
    painter.scale(1.0 / devicePixelRatioF(), 1.0 / devicePixelRatioF());
    paintImage(painter);
    if (m_heat && m_heatVisible)
        paintHeat(painter);
    paintZones(painter);
    if (m_outlinesVisible && m_heat && m_liveThreshold)
        paintLive(painter);
    else if (m_outlinesVisible)
        paintMarks(painter);
    paintTool(painter);
    painter.restore();
    paintFocus(painter);
}

void Canvas::paintImage(QPainter &painter) const
{
    const QRect visible = m_view.visibleArea();
    const int index = m_image->levelFor(m_view.scale());
    const QImage &level = m_image->level(index);
    const double across = static_cast<double>(level.width()) / m_image->size().width();
    const double down = static_cast<double>(level.height()) / m_image->size().height();
    const QRectF wanted(visible.left() * across, visible.top() * down, visible.width() * across,
                        visible.height() * down);
    const QRect part = wanted.toAlignedRect() & level.rect();
    const QRectF covered(part.left() / across, part.top() / down, part.width() / across, part.height() / down);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_image->levelScale(index, m_view.scale()) < 1.0);
    painter.drawImage(m_view.toView(covered), level, QRectF(part));
}

void Canvas::paintHeat(QPainter &painter)
{
    const int index = m_heat->levelFor(m_view.scale());
    const QRect part = m_heat->levelArea(index, m_view.visibleArea());
    if (part.isEmpty())
        return;
    HeatPicture &last = m_heatPicture;
    if (last.layer != m_heat || last.level != index || last.area != part || last.style != m_style)
        last = {m_heat, index, part, m_style, m_heat->colourised(index, part, m_style)};
    const QRectF target = m_view.toView(m_heat->imageArea(index, part));
    painter.setRenderHint(QPainter::SmoothPixmapTransform, target.width() < part.width());
    painter.drawImage(target, last.image);
}

void Canvas::paintMarks(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(m_view.offset());
    painter.scale(m_view.scale(), m_view.scale());
    painter.setBrush(Qt::NoBrush);
    const double dpr = devicePixelRatioF();
    const QRectF visible = m_view.visibleArea();
    const auto draw = [&](const CanvasMark &mark, const QColor &colour, double width) {
        QPen pen(colour, width * dpr);
        pen.setCosmetic(true);
        painter.setPen(pen);
        painter.drawPath(mark.outline);
    };
    for (const bool selected : {false, true})
        for (const CanvasMark &mark : m_marks) {
            if (mark.selected != selected || !mark.outline.boundingRect().intersects(visible))
                continue;
            // A dark edge under the bright line: seen on any image and any colour map.
            const double width = selected ? 2.0 * m_outlineWidth : m_outlineWidth;
            draw(mark, QColor(0, 0, 0, 170), width + (selected ? 3.0 : 2.0));
            draw(mark, mark.colour, width);
        }
    painter.restore();
}

void Canvas::paintLive(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(m_view.offset());
    painter.scale(m_view.scale(), m_view.scale());
    painter.setBrush(Qt::NoBrush);
    const int index = m_heat->levelFor(m_view.scale());
    const QPainterPath outlines =
        m_heat->outlines(index, m_heat->levelArea(index, m_view.visibleArea()), *m_liveThreshold);
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
