#pragma once

#include "ui/canvas/canvas_mark.h"
#include "ui/canvas/view_transform.h"

#include <QPoint>
#include <QRectF>

#include <map>
#include <mutex>
#include <vector>

class QPainter;

namespace patina {

struct MarkStyle
{
    Qt::PenStyle line = Qt::SolidLine;
    int fillAlpha = 0;    ///< 0..255, of the inside, where not too many are in view
    double widthPx = 1.5; ///< of the lines, logical pixels; selected ones are twice as wide
};

/// Outlines as they are painted: those out of view are left out, each is simplified to what the zoom can show, and
/// where many points are left they are drawn as plain lines of one pixel. Painted from any thread.
class MarkShapes
{
public:
    explicit MarkShapes(const std::vector<CanvasMark> &marks);

    /// Of all marks, not simplified.
    std::size_t pointCount() const { return m_points; }
    /// \param painter in device pixels. \param devicePixelRatio of line widths.
    void paint(QPainter &painter, const ViewTransform &view, double devicePixelRatio, const MarkStyle &style) const;

private:
    using Line = std::vector<QPointF>;
    struct Shape
    {
        std::vector<Line> lines;
        QRectF box;
        QColor colour;
        bool selected = false;
    };
    /// The lines of each mark without what is smaller than a pixel at a zoom.
    using Level = std::vector<std::vector<Line>>;

    const Level &levelFor(double scale) const;
    static std::vector<QPoint> onScreen(const Line &line, const ViewTransform &view);
    void paintThin(QPainter &painter, const ViewTransform &view, const Level &level,
                   const std::vector<std::size_t> &shown) const;
    void paintFine(QPainter &painter, const ViewTransform &view, const Level &level,
                   const std::vector<std::size_t> &shown, double devicePixelRatio, const MarkStyle &style) const;

    std::vector<Shape> m_shapes;
    std::size_t m_points = 0;
    mutable std::mutex m_mutex;
    mutable std::map<int, Level> m_levels; ///< by the power of two of the zoom
};

} // namespace patina
