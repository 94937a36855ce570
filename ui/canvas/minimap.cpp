#include "ui/canvas/minimap.h"

#include "ui/canvas/canvas.h"
#include "ui/look.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace patina {

namespace {

constexpr int kLongSide = 24 * kGrid;
constexpr int kShortSide = 16 * kGrid;
constexpr double kLargestShare = 0.33; // of the canvas a side

} // namespace

Minimap::Minimap(Canvas *canvas) : QWidget(canvas), m_canvas(canvas)
{
    setObjectName(QStringLiteral("minimap"));
    setAttribute(Qt::WA_NoMousePropagation);
    setCursor(Qt::PointingHandCursor);
    canvas->installEventFilter(this);
    connect(canvas, &Canvas::viewChanged, this, &Minimap::place);
    connect(canvas, &Canvas::pictureChanged, this, qOverload<>(&QWidget::update));
    retranslateUi();
    place();
}

void Minimap::setWanted(bool wanted)
{
    m_wanted = wanted;
    place();
}

double Minimap::scale() const
{
    return static_cast<double>(width()) / std::max(1, m_canvas->view().imageSize().width());
}

QRectF Minimap::frame() const
{
    const QRectF visible = m_canvas->visibleArea();
    return QRectF(visible.topLeft() * scale(), visible.size() * scale()) & QRectF(rect()).adjusted(0.5, 0.5, -1, -1);
}

void Minimap::place()
{
    const QSize image = m_canvas->view().imageSize();
    const bool fits = !m_canvas->hasImage() || m_canvas->visibleArea() == QRect(QPoint(0, 0), image);
    setVisible(m_wanted && !fits);
    if (isHidden())
        return;
    const QSize most(std::min(image.width() >= image.height() ? kLongSide : kShortSide,
                              static_cast<int>(m_canvas->width() * kLargestShare)),
                     std::min(image.width() >= image.height() ? kShortSide : kLongSide,
                              static_cast<int>(m_canvas->height() * kLargestShare)));
    const QSize size = image.scaled(most, Qt::KeepAspectRatio).expandedTo({2, 2});
    setGeometry(m_canvas->width() - size.width() - kGrid, m_canvas->height() - size.height() - kGrid, size.width(),
                size.height());
    update();
}

void Minimap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(rect(), m_canvas->overview());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.setPen(QPen(QColor(0, 0, 0, 170), 4));
    painter.drawRect(frame());
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawRect(frame());
}

void Minimap::moveTo(QPointF at)
{
    m_canvas->centreOn(at / scale());
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        moveTo(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        moveTo(event->position());
}

bool Minimap::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &Minimap::place, Qt::QueuedConnection); // once the canvas knows its size
    return QWidget::eventFilter(watched, event);
}

void Minimap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void Minimap::retranslateUi()
{
    setAccessibleName(tr("Minimap"));
    setToolTip(tr("The whole image; click or drag to move the view"));
}

} // namespace patina
