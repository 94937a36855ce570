#pragma once

#include <QPointF>
#include <QRect>
#include <QRectF>
#include <QSize>
#include <QSizeF>

namespace patina {

/// Where image pixels are on the screen: device = image * scale + offset. All in device pixels (not logical ones), so
/// that 1:1 is one image pixel per screen pixel at any display scale.
class ViewTransform
{
public:
    static constexpr double kMaxScale = 64.0;

    double scale() const { return m_scale; }
    QPointF offset() const { return m_offset; }

    QPointF toView(QPointF imagePoint) const { return imagePoint * m_scale + m_offset; }
    QPointF toImage(QPointF viewPoint) const { return (viewPoint - m_offset) / m_scale; }
    QRectF toView(const QRectF &imageArea) const;

    /// As it is in another view, whatever the limits of this one.
    void follow(double scale, QPointF offset);
    void setImageSize(QSize size);
    void setViewport(QSize size);
    QSize imageSize() const { return m_image; }
    QSize viewport() const { return m_viewport; }

    /// The whole image, centred, enlarged at most 8 times.
    void fit();
    double fitScale() const;
    /// Multiplies the scale; the image point under `anchor` (view) stays there (to half a device pixel) unless
    /// a limit is met.
    void zoomAt(QPointF anchor, double factor);
    void setScaleAt(QPointF anchor, double scale);
    void pan(QPointF by);
    /// Puts an image point in the middle of the view.
    void centreOn(QPointF imagePoint);

    /// Whole image pixels that are visible, inside the image.
    QRect visibleArea() const;

private:
    double minScale() const;
    /// Keeps a part of the image in view.
    void confine();

    QSize m_image;
    QSize m_viewport;
    double m_scale = 1.0;
    QPointF m_offset;
};

} // namespace patina
