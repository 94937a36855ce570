#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_tool.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace patina {

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kPanShare = 0.1; // of the view, per key press

} // namespace

void Canvas::wheelEvent(QWheelEvent *event)
{
    zoom(devicePoint(event->position()), std::pow(kZoomStep, event->angleDelta().y() / 120.0));
    tellCursor(devicePoint(event->position()));
    event->accept();
}

QPointF Canvas::imagePoint(const QMouseEvent &event) const
{
    return m_view.toImage(devicePoint(event.position()));
}

bool Canvas::pansAlways(const QMouseEvent &event) const
{
    return m_spaceDown || event.button() == Qt::MiddleButton;
}

void Canvas::mousePressEvent(QMouseEvent *event)
{
    if (!hasImage() || (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton))
        return;
    if (m_tool != nullptr && !pansAlways(*event)) {
        m_tool->press(imagePoint(*event));
        return;
    }
    beginPan(*event);
}

void Canvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = devicePoint(event->position());
    if (m_dragFrom) {
        panBy(at - *m_dragFrom);
        m_dragFrom = at;
    } else if (hasImage() && m_tool != nullptr) {
        m_tool->move(m_view.toImage(at), event->buttons().testFlag(Qt::LeftButton));
    }
    tellCursor(at);
}

void Canvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (hasImage() && m_tool != nullptr && event->button() == Qt::LeftButton && !m_dragFrom) {
        m_tool->release(imagePoint(*event));
        return;
    }
    const bool pressed = m_dragFrom.has_value() && !m_spaceDown && m_tool == nullptr;
    m_dragFrom.reset();
    setCursor(restingCursor());
    const QPointF moved = event->position() - m_pressedAt;
    if (!pressed || event->button() != Qt::LeftButton || moved.manhattanLength() >= QApplication::startDragDistance())
        return;
    const QPointF at = m_view.toImage(devicePoint(event->position()));
    emit clicked({static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y()))});
}

void Canvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!hasImage() || event->button() != Qt::LeftButton)
        return;
    if (pansAlways(*event)) {
        beginPan(*event);
        return;
    }
    if (m_tool != nullptr) {
        m_tool->doubleClick(imagePoint(*event));
        return;
    }
    if (!m_fitted) {
        fit();
        return;
    }
    m_view.setScaleAt(devicePoint(event->position()), 1.0);
    viewTouched();
}

/// Keys that a tool waits for do not go to shortcuts.
bool Canvas::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_tool != nullptr &&
        m_tool->wantsKey(static_cast<QKeyEvent *>(event)->key())) {
        event->accept();
        return true;
    }
    // The space bar alone goes to the next region when it is let go: held, it lets the view be dragged.
    const auto *key = event->type() == QEvent::ShortcutOverride ? static_cast<QKeyEvent *>(event) : nullptr;
    if (key && hasImage() && key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Canvas::keyPressEvent(QKeyEvent *event)
{
    if (m_tool != nullptr && m_tool->wantsKey(event->key())) {
        m_tool->key(event->key());
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier && hasImage()) {
        if (!event->isAutoRepeat()) {
            m_spaceDown = true;
            m_spaceDragged = false;
            setCursor(Qt::OpenHandCursor);
        }
        return;
    }
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

void Canvas::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat() || !m_spaceDown)
        return QWidget::keyReleaseEvent(event);
    m_spaceDown = false;
    if (!m_dragFrom)
        setCursor(restingCursor());
    if (!m_spaceDragged)
        emit spaceTapped();
}

void Canvas::leaveEvent(QEvent *)
{
    if (m_tool != nullptr)
        m_tool->leave();
    m_cursorAt.reset();
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
    m_spaceDown = false;
    update();
}

void Canvas::beginPan(const QMouseEvent &event)
{
    m_dragFrom = devicePoint(event.position());
    m_pressedAt = event.position();
    m_spaceDragged = m_spaceDragged || m_spaceDown;
    setCursor(Qt::ClosedHandCursor);
}

} // namespace patina
