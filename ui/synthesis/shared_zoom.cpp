#include "ui/synthesis/shared_zoom.h"

#include "ui/canvas/canvas.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>
#include <utility>

namespace patina {

namespace {

constexpr double kLeastShare = 0.5; ///< of the first image's own fit

QPointF half(QSize size)
{
    return QPointF(size.width(), size.height()) / 2.0;
}

/// An image point in the middle of a canvas.
void place(Canvas &canvas, double scale, QPointF middle)
{
    const QPointF offset = half(canvas.view().viewport()) - middle * scale;
    canvas.follow(scale, {std::round(offset.x()), std::round(offset.y())});
}

} // namespace

SharedZoom::SharedZoom(Canvas *first, Canvas *second, QObject *parent)
    : QObject(parent), m_first(first), m_second(second)
{
    watch(first, second);
    watch(second, first);
}

void SharedZoom::watch(Canvas *canvas, Canvas *other)
{
    connect(canvas, &Canvas::viewMoved, this, [this, canvas, other] {
        if (m_busy)
            return;
        const double scale = canvas->view().scale();
        m_fitted = qFuzzyCompare(scale, canvas->view().fitScale()) || qFuzzyCompare(scale, fitScale());
        m_fitted ? fit() : follow(*canvas, *other);
    });
    connect(canvas, &Canvas::viewChanged, this, [this, size = QSize(), canvas]() mutable {
        if (std::exchange(size, canvas->view().viewport()) != size && !m_busy)
            settle();
    });
}

void SharedZoom::setFirst(std::shared_ptr<const DisplayImage> image)
{
    const QSize before = m_first->hasImage() ? m_first->view().imageSize() : QSize();
    set(m_first, std::move(image));
    m_fitted = m_fitted || m_first->view().imageSize() != before;
    settle();
}

void SharedZoom::setSecond(std::shared_ptr<const DisplayImage> image)
{
    set(m_second, std::move(image));
    settle();
}

void SharedZoom::set(Canvas *canvas, std::shared_ptr<const DisplayImage> image)
{
    const QScopedValueRollback busy(m_busy, true);
    canvas->setImage(std::move(image));
}

void SharedZoom::settle()
{
    m_fitted ? fit() : follow(*m_first, *m_second);
}

/// That shows both.
double SharedZoom::fitScale() const
{
    const double own = m_first->view().fitScale();
    if (!m_first->hasImage() || !m_second->hasImage())
        return own;
    return std::max(kLeastShare * own, std::min(own, m_second->view().fitScale()));
}

void SharedZoom::fit()
{
    m_fitted = true;
    const QScopedValueRollback busy(m_busy, true);
    if (!m_first->hasImage() || !m_second->hasImage()) {
        m_first->fit();
        m_second->fit();
        return;
    }
    const double scale = fitScale();
    for (Canvas *canvas : {m_first, m_second})
        place(*canvas, scale, half(canvas->view().imageSize()));
}

void SharedZoom::follow(const Canvas &leader, Canvas &follower)
{
    if (!leader.hasImage() || !follower.hasImage())
        return;
    const QScopedValueRollback busy(m_busy, true);
    const ViewTransform &from = leader.view();
    const QPointF beside = from.toImage(half(from.viewport())) - half(from.imageSize());
    place(follower, from.scale(), half(follower.view().imageSize()) + beside);
}

} // namespace patina
