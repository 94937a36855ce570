#include "ui/canvas/legend_bar.h"

#include "ui/text/text.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr int kBarHeight = 14;
constexpr int kMargin = 8;
constexpr int kChequerPx = 5;

} // namespace

LegendBar::LegendBar(QWidget *parent) : QAbstractSlider(parent)
{
    QAbstractSlider::setRange(0, kSteps);
    setSingleStep(1);
    setPageStep(kSteps / 10);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslateUi();
}

void LegendBar::setRange(const ScoreRange &range)
{
    m_range = range;
    update();
}

void LegendBar::setColours(ColourMap colours)
{
    m_colours = colours;
    update();
}

QSize LegendBar::sizeHint() const
{
    return {420, kBarHeight + fontMetrics().height() + 14};
}
QSize LegendBar::minimumSizeHint() const
{
    return {160, sizeHint().height()};
}

QRect LegendBar::barRect() const
{
    return {kMargin, 5, width() - 2 * kMargin, kBarHeight};
}

int LegendBar::xOf(double score) const
{
    const QRect bar = barRect();
    return bar.left() + static_cast<int>(std::lround((bar.width() - 1) * std::clamp(score / m_range.top, 0.0, 1.0)));
}

void LegendBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect bar = barRect();
    paintColours(painter, bar);
    QRect taken; // labels further left; drawn from the left so that the important ones come first
    QRect ends(bar.right() + kMargin, 0, 0, 0);
    if (m_range.calibrated()) {
        paintMark(painter, bar, *m_range.review, tr("Review %1").arg(Text::score(*m_range.review)), taken);
        paintMark(painter, bar, *m_range.reject, tr("Reject %1").arg(Text::score(*m_range.reject)), taken);
    }
    paintMark(painter, bar, 0.0, Text::score(0.0), taken);
    paintMark(painter, bar, m_range.top, Text::score(m_range.top), taken);
    paintHandle(painter, bar);
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = rect();
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

void LegendBar::paintColours(QPainter &painter, const QRect &bar) const
{
    const ColourTable &table = colourTable(m_colours);
    const int cutX = xOf(cut());
    // Under the cut: the chequers that stand for transparency everywhere.
    for (int x = bar.left(); x < cutX; ++x) {
        for (int y = bar.top(); y <= bar.bottom(); ++y) {
            const bool dark = ((x - bar.left()) / kChequerPx + (y - bar.top()) / kChequerPx) % 2 != 0;
            painter.setPen(dark ? QColor(0x99, 0x99, 0x99) : QColor(0xcc, 0xcc, 0xcc));
            painter.drawPoint(x, y);
        }
    }
    for (int x = cutX; x <= bar.right(); ++x) {
        const auto index = static_cast<std::size_t>(255 * (x - bar.left()) / std::max(1, bar.width() - 1));
        painter.setPen(QColor(table[std::min<std::size_t>(index, 255)]));
        painter.drawLine(x, bar.top(), x, bar.bottom());
    }
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar.adjusted(-1, -1, 0, 0));
}

void LegendBar::paintMark(QPainter &painter, const QRect &bar, double score, const QString &label, QRect &taken) const
{
    const int x = xOf(score);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawLine(x, bar.bottom() + 1, x, bar.bottom() + 5);
    const int textWidth = fontMetrics().horizontalAdvance(label) + 4;
    const int left = std::clamp(x - textWidth / 2, 0, std::max(0, width() - textWidth));
    const QRect place(left, bar.bottom() + 6, textWidth, fontMetrics().height());
    if (taken.isValid() && taken.adjusted(-6, 0, 6, 0).intersects(place))
        return;
    painter.drawText(place, Qt::AlignCenter, label);
    taken = taken.isValid() ? taken.united(place) : place;
}

void LegendBar::paintHandle(QPainter &painter, const QRect &bar) const
{
    const int x = xOf(cut());
    const QRect handle(x - 3, bar.top() - 4, 7, bar.height() + 8);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Base));
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.drawRoundedRect(handle, 2, 2);
}

void LegendBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        moveTo(event->pos().x());
}

void LegendBar::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        moveTo(event->pos().x());
}

void LegendBar::moveTo(int x)
{
    const QRect bar = barRect();
    setValue(kSteps * (x - bar.left()) / std::max(1, bar.width() - 1));
}

void LegendBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QAbstractSlider::changeEvent(event);
}

void LegendBar::retranslateUi()
{
    setAccessibleName(tr("Score scale; scores below the handle are not shown"));
    setToolTip(tr("Colours of the scores. Drag the handle: scores below it are not shown."));
    update();
}

} // namespace patina
