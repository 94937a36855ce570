#include "ui/charts/radius_chart.h"

#include "ui/look.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

/// The next of 1, 2, 5 times a power of ten.
double roundedUp(double value)
{
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 5.0})
        if (value <= step * power)
            return step * power;
    return 10.0 * power;
}

} // namespace

RadiusChart::RadiusChart(QWidget *parent) : QWidget(parent)
{
    setMinimumHeight(14 * kGrid);
}

void RadiusChart::show(const std::vector<RadiusPoint> &points, qint64 images)
{
    m_points = points;
    m_images = images;
    update();
}

void RadiusChart::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

QSize RadiusChart::sizeHint() const
{
    return {36 * kGrid, 18 * kGrid};
}

QRectF RadiusChart::plotArea() const
{
    const QFontMetrics metrics(font());
    const int left = metrics.horizontalAdvance(QLocale().toString(88.88, 'f', 2)) + kGrid;
    return QRectF(rect()).adjusted(left, kGrid, -kGrid, -metrics.height() - kGrid / 2.0);
}

void RadiusChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_points.empty())
        return paintEmpty(painter);
    const QRectF plot = plotArea();
    const double highest = std::ranges::max(m_points, {}, &RadiusPoint::radiusL2).radiusL2;
    const double top = roundedUp(highest);
    const double last = static_cast<double>(std::max({m_images, m_points.back().image, qint64{1}}));
    paintAxes(painter, plot, top, last);
    const auto place = [&](const RadiusPoint &point) {
        return QPointF(plot.left() + plot.width() * static_cast<double>(point.image) / last,
                       plot.bottom() - plot.height() * point.radiusL2 / top);
    };
    QPainterPath line(place(m_points.front()));
    for (const RadiusPoint &point : m_points)
        line.lineTo(place(point));
    const QColor accent = palette().color(QPalette::Highlight);
    painter.setPen(QPen(accent, 2));
    painter.drawPath(line);
    painter.setBrush(accent);
    painter.drawEllipse(place(m_points.back()), 3, 3);
}

void RadiusChart::paintEmpty(QPainter &painter) const
{
    painter.setPen(mutedText(palette()));
    painter.drawText(rect().adjusted(kGrid, 0, -kGrid, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

void RadiusChart::paintAxes(QPainter &painter, const QRectF &plot, double top, double last) const
{
    const QLocale locale;
    const int height = QFontMetrics(font()).height();
    painter.setPen(palette().color(QPalette::Midlight));
    for (const double share : {0.0, 0.5, 1.0}) {
        const double y = plot.bottom() - share * plot.height();
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
    painter.setPen(mutedText(palette()));
    const int decimals = top >= 10.0 ? 0 : top >= 1.0 ? 1 : 2;
    for (const double share : {0.0, 0.5, 1.0}) {
        const QRectF label(0, plot.bottom() - share * plot.height() - height / 2.0, plot.left() - kGrid / 2.0, height);
        painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter, locale.toString(share * top, 'f', decimals));
    }
    const QRectF below(plot.left(), plot.bottom() + kGrid / 2.0, plot.width(), height);
    painter.drawText(below, Qt::AlignLeft, locale.toString(0));
    painter.drawText(below, Qt::AlignRight, locale.toString(static_cast<qint64>(last)));
}

} // namespace patina
