#include "ui/canvas/canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>

namespace patina {

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kPanShare = 0.1; // of the view, per key press

} // namespace

Canvas::Canvas(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(200, 150);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void Canvas::setImage(std::shared_ptr<const DisplayImage> image)
{
    const bool sameSize = m_image && image && m_image->size() == image->size();
    m_image = std::move(image);
    m_message.clear();
    m_heat.reset();
    m_heatPicture = {};
    if (m_image && !sameSize) {
        m_view.setImageSize(m_image->size());
        fit();
    }
    update();
}

void Canvas::setMessage(const QString &sentence)
{
    m_image.reset();
    m_heat.reset();
    m_heatPicture = {};
    m_message = sentence;
    emit cursorLeft();
    update();
}

void Canvas::setHeat(std::shared_ptr<const HeatLayer> heat)
{
    m_heat = std::move(heat);
    m_heatPicture = {};
    update();
}

void Canvas::setHeatVisible(bool visible)
{
    m_heatVisible = visible;
    update();
}

void Canvas::setOutlinesVisible(bool visible)
{
    m_outlinesVisible = visible;
    update();
}

void Canvas::setHeatStyle(const HeatStyle &style)
{
    m_style = style;
    update();
}

void Canvas::fit()
{
    m_view.fit();
    viewTouched();
    m_fitted = true;
}

void Canvas::showOneToOne()
{
    m_view.setScaleAt(devicePoint(QRectF(rect()).center()), 1.0);
    viewTouched();
}

void Canvas::zoomIn()
{
    zoom(devicePoint(QRectF(rect()).center()), kZoomStep);
}
void Canvas::zoomOut()
{
    zoom(devicePoint(QRectF(rect()).center()), 1.0 / kZoomStep);
}

void Canvas::zoom(QPointF anchor, double factor)
{
    if (!m_image)
        return;
    m_view.zoomAt(anchor, factor);
    viewTouched();
}

void Canvas::panBy(QPointF by)
{
    m_view.pan(by);
    viewTouched();
}

void Canvas::viewTouched()
{
    m_fitted = false;
    emit scaleChanged(m_view.scale());
    update();
}

void Canvas::tellCursor(QPointF devicePosition)
{
    if (!m_image)
        return;
    const QPointF at = m_view.toImage(devicePosition);
    const QPoint pixel(static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y())));
    const auto value = m_image->valueAt(pixel);
    if (!value) {
        emit cursorLeft();
        return;
    }
    const auto score = m_heat ? m_heat->scoreAt(pixel) : std::nullopt;
    emit cursorMoved({pixel, value, score});
}

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
    if (m_heat && m_outlinesVisible)
        paintOutlines(painter);
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

void Canvas::paintOutlines(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(m_view.offset());
    painter.scale(m_view.scale(), m_view.scale());
    painter.setBrush(Qt::NoBrush);
    const double dpr = devicePixelRatioF();
    // A dark edge under the bright line: seen on any image and any colour map.
    for (const auto &[colour, width] : {std::pair(QColor(0, 0, 0, 170), 3.5), std::pair(QColor(Qt::white), 1.5)}) {
        QPen pen(colour, width * dpr);
        pen.setCosmetic(true);
        painter.setPen(pen);
        painter.drawPath(m_heat->outlines());
    }
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

void Canvas::resizeEvent(QResizeEvent *)
{
    const QSizeF size = QSizeF(this->size()) * devicePixelRatioF();
    m_view.setViewport(size.toSize());
    if (m_fitted)
        fit();
}

void Canvas::wheelEvent(QWheelEvent *event)
{
    zoom(devicePoint(event->position()), std::pow(kZoomStep, event->angleDelta().y() / 120.0));
    tellCursor(devicePoint(event->position()));
    event->accept();
}

void Canvas::mousePressEvent(QMouseEvent *event)
{
    if (!m_image || (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton))
        return;
    m_dragFrom = devicePoint(event->position());
    setCursor(Qt::ClosedHandCursor);
}

void Canvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = devicePoint(event->position());
    if (m_dragFrom) {
        panBy(at - *m_dragFrom);
        m_dragFrom = at;
    }
    tellCursor(at);
}

void Canvas::mouseReleaseEvent(QMouseEvent *)
{
    m_dragFrom.reset();
    unsetCursor();
}

void Canvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_image || event->button() != Qt::LeftButton)
        return;
    if (!m_fitted) {
        fit();
        return;
    }
    m_view.setScaleAt(devicePoint(event->position()), 1.0);
    viewTouched();
}

void Canvas::keyPressEvent(QKeyEvent *event)
{
    const QPointF page = QPointF(width(), height()) * devicePixelRatioF() * kPanShare;
    const bool pans = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        return pans ? panBy({page.x(), 0}) : emit stepRequested(-1);
    case Qt::Key_Right:
        return pans ? panBy({-page.x(), 0}) : emit stepRequested(1);
    case Qt::Key_Up:
        return pans ? panBy({0, page.y()}) : emit stepRequested(-1);
    case Qt::Key_Down:
        return pans ? panBy({0, -page.y()}) : emit stepRequested(1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void Canvas::leaveEvent(QEvent *)
{
    emit cursorLeft();
}

void Canvas::focusInEvent(QFocusEvent *event)
{
    m_focusShown = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    update();
}

void Canvas::focusOutEvent(QFocusEvent *)
{
    m_focusShown = false;
    update();
}

} // namespace patina
