#include "ui/canvas/view_transform.h"

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr double kMaxFitScale = 8.0;   // tiny images are enlarged to be seen at all
constexpr double kMinVisiblePx = 48.0; // of the image, whatever the panning

} // namespace

QRectF ViewTransform::toView(const QRectF &imageArea) const
{
    return {toView(imageArea.topLeft()), imageArea.size() * m_scale};
}

void ViewTransform::follow(double scale, QPointF offset)
{
    m_scale = scale;
    m_offset = offset;
}

void ViewTransform::setImageSize(QSize size)
{
    m_image = size;
}

void ViewTransform::setViewport(QSize size)
{
    // What was in the middle stays in the middle.
    const QPointF grown(size.width() - m_viewport.width(), size.height() - m_viewport.height());
    m_viewport = size;
    pan(grown / 2.0);
}

double ViewTransform::fitScale() const
{
    if (m_image.isEmpty() || m_viewport.isEmpty())
        return 1.0;
    const double across = static_cast<double>(m_viewport.width()) / m_image.width();
    const double down = static_cast<double>(m_viewport.height()) / m_image.height();
    return std::min({across, down, kMaxFitScale});
}

void ViewTransform::fit()
{
    m_scale = fitScale();
    centreOn(QPointF(m_image.width(), m_image.height()) / 2.0);
}

void ViewTransform::zoomAt(QPointF anchor, double factor)
{
    setScaleAt(anchor, m_scale * factor);
}

void ViewTransform::setScaleAt(QPointF anchor, double scale)
{
    const QPointF fixed = toImage(anchor);
    m_scale = std::clamp(scale, minScale(), kMaxScale);
    m_offset = anchor - fixed * m_scale;
    if (m_scale >= 1.0) // whole device pixels, or image pixels would be of uneven size
        m_offset = QPointF(std::round(m_offset.x()), std::round(m_offset.y()));
    confine();
}

void ViewTransform::pan(QPointF by)
{
    m_offset += by;
    confine();
}

void ViewTransform::centreOn(QPointF imagePoint)
{
    m_offset = QPointF(m_viewport.width(), m_viewport.height()) / 2.0 - imagePoint * m_scale;
    // Whole device pixels: at 1:1 an image pixel is then exactly a screen pixel.
    m_offset = QPointF(std::round(m_offset.x()), std::round(m_offset.y()));
    confine();
}

QRect ViewTransform::visibleArea() const
{
    const QPointF from = toImage(QPointF(0, 0));
    const QPointF to = toImage(QPointF(m_viewport.width(), m_viewport.height()));
    const QPoint first(static_cast<int>(std::floor(from.x())), static_cast<int>(std::floor(from.y())));
    const QPoint last(static_cast<int>(std::ceil(to.x())), static_cast<int>(std::ceil(to.y())));
    return QRect(first, last - QPoint(1, 1)) & QRect(QPoint(0, 0), m_image);
}

double ViewTransform::minScale() const
{
    return std::min(fitScale(), 1.0) / 4.0;
}

void ViewTransform::confine()
{
    const QSizeF size = QSizeF(m_image) * m_scale;
    const auto confined = [](double offset, double length, double view) {
        const double least = std::min({kMinVisiblePx, length, view});
        return std::clamp(offset, least - length, std::max(least - length, view - least));
    };
    m_offset = {confined(m_offset.x(), size.width(), m_viewport.width()),
                confined(m_offset.y(), size.height(), m_viewport.height())};
}

} // namespace patina
