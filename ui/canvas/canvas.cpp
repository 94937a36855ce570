#include "ui/canvas/canvas.h"

#include "ui/canvas/canvas_tool.h"

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr double kZoomStep = 1.25;

} // namespace

Canvas::Canvas(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(200, 150);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&m_scene, &Scene::changed, this, [this] {
        pictureTouched();
        if (m_valueOnItsWay && m_cursorAt)
            tellCursor(*m_cursorAt);
    });
    for (const MarkLayer *layer : {&m_truth, &m_labels, &m_regions})
        connect(layer, &MarkLayer::changed, this, qOverload<>(&QWidget::update));
}

void Canvas::centreOn(QPointF imagePoint)
{
    m_view.centreOn(imagePoint);
    viewTouched();
}

void Canvas::follow(double scale, QPointF offset)
{
    m_view.follow(scale, offset);
    m_fitted = false;
    emit viewChanged();
    update();
}

void Canvas::setOutlineWidth(double width)
{
    m_regions.setWidth(width);
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
    zoom(zoomAnchor(), kZoomStep);
}
void Canvas::zoomOut()
{
    zoom(zoomAnchor(), 1.0 / kZoomStep);
}

void Canvas::zoom(QPointF anchor, double factor)
{
    if (!hasImage())
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
    emit viewChanged();
    emit viewMoved();
    update();
}

/// A value that has to be loaded is told when it is there; it takes some milliseconds.
void Canvas::tellCursor(QPointF devicePosition)
{
    m_cursorAt = devicePosition;
    m_valueOnItsWay = false;
    if (!hasImage())
        return;
    const QPointF at = m_view.toImage(devicePosition);
    const QPoint pixel(static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y())));
    if (!QRect(QPoint(0, 0), m_view.imageSize()).contains(pixel)) {
        emit cursorLeft();
        return;
    }
    const auto value = m_scene.valueAt(pixel);
    m_valueOnItsWay = !value;
    if (!value && m_scene.image()->canLoad(m_scene.image()->placeOf(pixel).tile))
        return;
    emit cursorMoved({pixel, value, hasHeat() ? m_scene.heat()->scoreAt(pixel) : std::nullopt, m_mmPerPixel});
}

void Canvas::resizeEvent(QResizeEvent *)
{
    const QSizeF size = QSizeF(this->size()) * devicePixelRatioF();
    m_view.setViewport(size.toSize());
    if (m_fitted)
        fit();
    emit viewChanged();
}

Qt::CursorShape Canvas::restingCursor() const
{
    if (m_spaceDown)
        return Qt::OpenHandCursor;
    return m_tool != nullptr ? Qt::CrossCursor : Qt::ArrowCursor;
}

} // namespace patina
