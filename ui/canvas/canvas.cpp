#include "ui/canvas/canvas.h"

#include "ui/canvas/canvas_tool.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr double kZoomStep = 1.25;
constexpr double kPanShare = 0.1;   // of the view, per key press
constexpr double kLeastShare = 0.1; // of the view that an area fills when it is shown
constexpr double kMostShare = 0.8;

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
    m_marks.clear();
    m_zones.clear();
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
    m_marks.clear();
    m_zones.clear();
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

void Canvas::setMarks(std::vector<CanvasMark> marks)
{
    m_marks = std::move(marks);
    update();
}

void Canvas::setLiveThreshold(std::optional<double> threshold)
{
    m_liveThreshold = threshold;
    update();
}

void Canvas::setZones(std::vector<CanvasMark> zones)
{
    m_zones = std::move(zones);
    update();
}

void Canvas::setTool(CanvasTool *tool)
{
    if (m_tool != nullptr)
        m_tool->disconnect(this);
    m_tool = tool;
    if (tool != nullptr)
        connect(tool, &CanvasTool::changed, this, qOverload<>(&QWidget::update));
    setCursor(tool != nullptr ? Qt::CrossCursor : Qt::ArrowCursor);
    update();
}

void Canvas::showArea(const QRectF &imageArea)
{
    if (!m_image || imageArea.isEmpty())
        return;
    const QSizeF viewport = QSizeF(size()) * devicePixelRatioF();
    const double fills = std::min(viewport.width() / imageArea.width(), viewport.height() / imageArea.height());
    const double least = std::min(kLeastShare * fills, std::max(1.0, m_view.scale())); // a speck is not blown up
    m_view.setScaleAt({}, std::clamp(m_view.scale(), least, std::max(least, kMostShare * fills)));
    m_view.centreOn(imageArea.center());
    viewTouched();
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

void Canvas::setOutlineWidth(double width)
{
    m_outlineWidth = width;
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

QPointF Canvas::imagePoint(const QMouseEvent &event) const
{
    return m_view.toImage(devicePoint(event.position()));
}

void Canvas::mousePressEvent(QMouseEvent *event)
{
    if (m_image && m_tool != nullptr && event->button() == Qt::LeftButton) {
        m_tool->press(imagePoint(*event));
        return;
    }
    if (!m_image || (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton))
        return;
    m_dragFrom = devicePoint(event->position());
    m_pressedAt = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void Canvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = devicePoint(event->position());
    if (m_dragFrom) {
        panBy(at - *m_dragFrom);
        m_dragFrom = at;
    } else if (m_image && m_tool != nullptr) {
        m_tool->move(m_view.toImage(at), event->buttons().testFlag(Qt::LeftButton));
    }
    tellCursor(at);
}

void Canvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_image && m_tool != nullptr && event->button() == Qt::LeftButton) {
        m_tool->release(imagePoint(*event));
        return;
    }
    const bool pressed = m_dragFrom.has_value();
    m_dragFrom.reset();
    setCursor(m_tool != nullptr ? Qt::CrossCursor : Qt::ArrowCursor);
    const QPointF moved = event->position() - m_pressedAt;
    if (!pressed || event->button() != Qt::LeftButton || moved.manhattanLength() >= QApplication::startDragDistance())
        return;
    const QPointF at = m_view.toImage(devicePoint(event->position()));
    emit clicked({static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y()))});
}

void Canvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_image || event->button() != Qt::LeftButton)
        return;
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
    return QWidget::event(event);
}

void Canvas::keyPressEvent(QKeyEvent *event)
{
    if (m_tool != nullptr && m_tool->wantsKey(event->key())) {
        m_tool->key(event->key());
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

void Canvas::leaveEvent(QEvent *)
{
    if (m_tool != nullptr)
        m_tool->leave();
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
