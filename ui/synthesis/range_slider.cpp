#include "ui/synthesis/range_slider.h"

#include "ui/look.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr double kRadius = 6.0; ///< of a handle, logical pixels
constexpr double kStep = 0.01;  ///< of the line, by a key
constexpr double kPage = 0.1;

} // namespace

RangeSlider::RangeSlider(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RangeSlider::setScale(const RangeScale &scale)
{
    m_scale = scale;
    update();
}

void RangeSlider::setRange(const Range &range)
{
    m_range = range;
    update();
}

QSize RangeSlider::sizeHint() const
{
    return {16 * kGrid, 3 * kGrid};
}

QSize RangeSlider::minimumSizeHint() const
{
    return {8 * kGrid, 3 * kGrid};
}

double RangeSlider::pixelOf(double value) const
{
    return kRadius + 1.0 + m_scale.positionOf(value) * (width() - 2.0 * kRadius - 2.0);
}

void RangeSlider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette &colours = palette();
    const double y = height() / 2.0;
    const double low = pixelOf(m_range.low);
    const double high = pixelOf(m_range.high);
    const QColor accent = isEnabled() ? colours.color(QPalette::Highlight) : colours.color(QPalette::Mid);
    painter.setPen(QPen(colours.color(QPalette::Mid), 3.0, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(kRadius + 1.0, y), QPointF(width() - kRadius - 1.0, y));
    painter.setPen(QPen(accent, 3.0, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(low, y), QPointF(high, y));
    for (const End end : {m_end == End::Low ? End::High : End::Low, m_end}) { // the touched one lies on top
        const bool keys = hasFocus() && end == m_end;
        painter.setPen(QPen(keys ? colours.color(QPalette::WindowText) : accent, keys ? 2.0 : 1.5));
        painter.setBrush(keys ? accent : colours.color(QPalette::Base));
        painter.drawEllipse(QPointF(end == End::Low ? low : high, y), kRadius - 1.0, kRadius - 1.0);
    }
}

void RangeSlider::moveTo(double position)
{
    value(m_end) = m_scale.valueAt(position);
    if (m_end == End::Low)
        m_range.high = std::max(m_range.high, m_range.low);
    else
        m_range.low = std::min(m_range.low, m_range.high);
    update();
    emit moved(m_range);
}

void RangeSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    const double x = event->position().x();
    const double toLow = std::abs(x - pixelOf(m_range.low));
    const double toHigh = std::abs(x - pixelOf(m_range.high));
    // Where both lie at one place, the one that can be moved that way.
    m_end = toLow < toHigh || (toLow == toHigh && x < pixelOf(m_range.low)) ? End::Low : End::High;
    m_grabPx = x - pixelOf(value(m_end));
    if (std::abs(m_grabPx) > kRadius + 2.0) { // beside the handles: the nearer one comes
        m_grabPx = 0.0;
        mouseMoveEvent(event);
    }
    update();
}

void RangeSlider::mouseMoveEvent(QMouseEvent *event)
{
    if ((event->buttons() & Qt::LeftButton) == 0)
        return;
    moveTo((event->position().x() - m_grabPx - kRadius - 1.0) / (width() - 2.0 * kRadius - 2.0));
}

void RangeSlider::keyPressEvent(QKeyEvent *event)
{
    const double now = m_scale.positionOf(value(m_end));
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(now - kStep);
    case Qt::Key_Right:
        return moveTo(now + kStep);
    case Qt::Key_PageDown:
        return moveTo(now - kPage);
    case Qt::Key_PageUp:
        return moveTo(now + kPage);
    case Qt::Key_Home:
        return moveTo(0.0);
    case Qt::Key_End:
        return moveTo(1.0);
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_end = event->key() == Qt::Key_Up ? End::High : End::Low;
        return update();
    default:
        QWidget::keyPressEvent(event);
    }
}

void RangeSlider::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void RangeSlider::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace patina
