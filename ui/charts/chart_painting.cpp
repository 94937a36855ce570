#include "ui/charts/chart.h"
#include "ui/charts/chart_numbers.h"
#include "ui/charts/chart_plot.h"
#include "ui/look.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr double kReadoutPadding = 6.0;
constexpr double kReadoutOffset = 14.0;

/// Beside a point, turned to where there is room.
QRectF boxBeside(const QPointF &point, const QSizeF &size, const QRectF &area)
{
    QRectF box(point + QPointF(kReadoutOffset, -kReadoutOffset - size.height()), size);
    if (box.right() > area.right())
        box.moveRight(point.x() - kReadoutOffset);
    if (box.top() < area.top())
        box.moveTop(point.y() + kReadoutOffset);
    box.moveBottom(std::min(box.bottom(), area.bottom()));
    box.moveTop(std::max(box.top(), area.top()));
    box.moveLeft(std::max(box.left(), area.left()));
    return box;
}

} // namespace

void Chart::paintEvent(QPaintEvent *)
{
    if (!m_empty)
        return;
    QPainter painter(this);
    painter.setPen(mutedText(palette()));
    painter.drawText(rect().adjusted(kGrid, kGrid, -kGrid, -kGrid), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

void Chart::paintFrame(QPainter &painter) const
{
    m_legend.paint(painter, *m_content, m_plot->frame(), m_theme);
    if (!m_shownTitle.isEmpty()) {
        QFont bold(m_theme.font);
        bold.setBold(true);
        painter.setFont(bold);
        painter.setPen(m_theme.text);
        const double width = fileSize().width() - 2.0 * kGrid;
        const QString text = QFontMetricsF(bold).elidedText(m_shownTitle, Qt::ElideRight, width);
        painter.drawText(QRectF(kGrid, kGrid, width, QFontMetricsF(bold).height()), Qt::AlignLeft | Qt::AlignTop, text);
    }
}

/// The cross hair, the point it is near to, and where the keys go.
void Chart::paintPointer(QPainter &painter) const
{
    const PlotFrame frame = m_plot->frame();
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_focusShown && !m_active) {
        painter.setPen(QPen(m_theme.accent, 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(frame.area);
    }
    if (!m_pointer || !frame.area.contains(*m_pointer))
        return;
    QPen thin(m_theme.muted, 1.0);
    thin.setDashPattern({3, 3});
    painter.setPen(thin);
    painter.drawLine(QPointF(m_pointer->x(), frame.area.top()), QPointF(m_pointer->x(), frame.area.bottom()));
    painter.drawLine(QPointF(frame.area.left(), m_pointer->y()), QPointF(frame.area.right(), m_pointer->y()));
    if (const auto readout = m_content->nearest(*m_pointer, frame, m_theme))
        paintReadout(painter, *readout);
}

void Chart::paintReadout(QPainter &painter, const ChartReadout &readout) const
{
    painter.setPen(QPen(m_theme.area, 1.5));
    painter.setBrush(readout.colour);
    painter.drawEllipse(readout.place, 4.5, 4.5);
    const QFontMetricsF metrics(m_theme.font);
    const QStringList lines = words(readout);
    double width = 0.0;
    for (const QString &text : lines)
        width = std::max(width, metrics.horizontalAdvance(text));
    const QSizeF size(width + 2 * kReadoutPadding,
                      metrics.height() * static_cast<double>(lines.size()) + 2 * kReadoutPadding);
    const QRectF box = boxBeside(readout.place, size, m_plot->frame().area);
    painter.setPen(QPen(m_theme.axis, 1.0));
    painter.setBrush(m_theme.ground);
    painter.drawRoundedRect(box, 4, 4);
    QRectF line = box.adjusted(kReadoutPadding, kReadoutPadding, 0, 0);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QFont font(m_theme.font);
        font.setBold(i == 0);
        painter.setFont(font);
        painter.setPen(m_theme.text);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignTop, lines[i]);
        line.translate(0, metrics.height());
    }
}

/// The name, then one line for each number.
QStringList Chart::words(const ChartReadout &readout) const
{
    const auto number = [this](double value, ChartUnit unit) {
        return ChartNumbers::read(value, unit, m_theme.locale);
    };
    const auto line = [](const QString &label, const QString &value) {
        return label.isEmpty() ? value : QStringLiteral("%1: %2").arg(label, value);
    };
    QStringList lines{readout.name};
    lines << line(m_x.label, readout.xEnd
                                 ? tr("%1 to %2").arg(number(readout.x, m_x.unit), number(*readout.xEnd, m_x.unit))
                                 : number(readout.x, m_x.unit));
    lines << line(m_y.label, number(readout.y, m_y.unit));
    if (readout.low && readout.high)
        lines << tr("Interval: %1 to %2").arg(number(*readout.low, m_y.unit), number(*readout.high, m_y.unit));
    return lines;
}

} // namespace patina
