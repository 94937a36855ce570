#include "ui/canvas/canvas.h"

#include <algorithm>

namespace patina {

namespace {

constexpr double kLeastShare = 0.1; // of the view that an area fills when it is shown
constexpr double kMostShare = 0.8;
constexpr double kZoomedShare = 0.5;
constexpr double kMostZoom = 16.0;
constexpr double kMargin = 24.0; // logical pixels around an area that is in view

} // namespace

/// With a margin, where the image has one, and not under what lies over the image, as the minimap does.
bool Canvas::hasInView(const QRectF &imageArea) const
{
    const double margin = kMargin * devicePixelRatioF() / m_view.scale();
    const QRectF wanted = imageArea.adjusted(-margin, -margin, margin, margin) & QRectF({}, m_view.imageSize());
    const QSizeF viewport = QSizeF(size()) * devicePixelRatioF();
    const QRectF seen(m_view.toImage({0, 0}), m_view.toImage({viewport.width(), viewport.height()}));
    const auto covers = [&](const QWidget *child) {
        const QRectF place(QPointF(child->pos()) * devicePixelRatioF(), QSizeF(child->size()) * devicePixelRatioF());
        return child->isVisible() &&
               QRectF(m_view.toImage(place.topLeft()), m_view.toImage(place.bottomRight())).intersects(wanted);
    };
    const auto children = findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    return seen.contains(wanted) && std::ranges::none_of(children, covers);
}

void Canvas::showArea(const QRectF &imageArea)
{
    if (!hasImage() || imageArea.isEmpty())
        return;
    const QSizeF viewport = QSizeF(size()) * devicePixelRatioF();
    const double fills = std::min(viewport.width() / imageArea.width(), viewport.height() / imageArea.height());
    const double least = std::min(kLeastShare * fills, std::max(1.0, m_view.scale())); // a speck is not blown up
    const double scale = std::clamp(m_view.scale(), least, std::max(least, kMostShare * fills));
    if (scale == m_view.scale() && hasInView(imageArea))
        return; // a view that jumps has to be read anew
    m_view.setScaleAt({}, scale);
    m_view.centreOn(imageArea.center());
    viewTouched();
}

QRectF Canvas::selectedArea() const
{
    QRectF area;
    for (const CanvasMark &mark : m_regions.marks())
        if (mark.selected)
            area |= mark.outline.controlPointRect();
    return area;
}

void Canvas::zoomToSelected()
{
    zoomTo(selectedArea());
}

void Canvas::zoomTo(const QRectF &area)
{
    if (!hasImage() || area.isEmpty())
        return;
    const QSizeF viewport = QSizeF(size()) * devicePixelRatioF();
    const double fills = std::min(viewport.width() / area.width(), viewport.height() / area.height());
    m_view.setScaleAt({}, std::min(kZoomedShare * fills, kMostZoom));
    m_view.centreOn(area.center());
    viewTouched();
}

/// What one looks at: the selected region where it is in view, the middle otherwise.
QPointF Canvas::zoomAnchor() const
{
    const QRectF area = selectedArea();
    const QPointF at = m_view.toView(area.center());
    const QRectF viewport(QPointF(0, 0), QSizeF(size()) * devicePixelRatioF());
    return !area.isEmpty() && viewport.contains(at) ? at : viewport.center();
}

} // namespace patina
