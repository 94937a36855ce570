#include "ui/panels/patch_view.h"

#include "ui/look.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QTextOption>

#include <algorithm>

namespace patina {

namespace {

constexpr int kUsualPx = 18 * kGrid;
constexpr int kLeastPx = 8 * kGrid;

} // namespace

PatchView::PatchView(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void PatchView::show(const PatchPicture &picture)
{
    m_picture = picture;
    m_message.clear();
    update();
}

void PatchView::showMessage(const QString &sentence)
{
    m_picture = {};
    m_message = sentence;
    setAccessibleDescription(sentence);
    update();
}

QSize PatchView::sizeHint() const
{
    return {kUsualPx, kUsualPx};
}

QSize PatchView::minimumSizeHint() const
{
    return {kLeastPx, kLeastPx};
}

void PatchView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = std::min(width(), height());
    const QRect place((width() - side) / 2, (height() - side) / 2, side, side);
    painter.fillRect(place, palette().color(QPalette::AlternateBase));
    if (hasPicture())
        return paintPicture(painter, place);
    painter.setPen(palette().color(QPalette::Midlight));
    painter.drawRect(place.adjusted(0, 0, -1, -1));
    painter.setPen(mutedText(QApplication::palette()));
    QTextOption wrapped(Qt::AlignCenter);
    wrapped.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // the name of a file is one long word
    painter.drawText(QRectF(rect()).adjusted(kGrid / 2, kGrid / 2, -kGrid / 2, -kGrid / 2), m_message, wrapped);
}

/// Pixels are not blurred when they are enlarged: what is compared is what the camera saw.
void PatchView::paintPicture(QPainter &painter, const QRect &place) const
{
    const double scale = 1.0 * place.width() / m_picture.pixels.width();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, scale * devicePixelRatioF() < 1.0);
    painter.drawImage(place, m_picture.pixels);
    const QRectF patch(place.x() + m_picture.patch.x() * scale, place.y() + m_picture.patch.y() * scale,
                       m_picture.patch.width() * scale, m_picture.patch.height() * scale);
    // Dark around bright, so that it is seen on any surface.
    painter.setPen(QPen(QColor(0, 0, 0, 160), 3.0));
    painter.drawRect(patch);
    painter.setPen(QPen(Qt::white, 1.0));
    painter.drawRect(patch);
}

void PatchView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace patina
