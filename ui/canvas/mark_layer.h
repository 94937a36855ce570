#pragma once

#include "ui/canvas/canvas_mark.h"
#include "ui/canvas/view_transform.h"

#include <QPoint>
#include <QRectF>

#include <map>
#include <vector>

class QPainter;

namespace patina {

struct MarkStyle
{
    Qt::PenStyle line = Qt::SolidLine;
    int fillAlpha = 0; ///< 0..255, of the inside, where not too many are in view
};

/// Outlines over the image, thousands of them in a frame: those out of view are left out, each is simplified to what
/// the zoom can show, and where many points are left they are drawn as plain lines of one pixel.
class MarkLayer
{
public:
    MarkLayer() = default;
    explicit MarkLayer(const MarkStyle &style) : m_style(style) {}

    void set(std::vector<CanvasMark> marks);
    const std::vector<CanvasMark> &marks() const { return m_marks; }
    void setVisible(bool visible) { m_visible = visible; }
    bool visible() const { return m_visible; }
    /// Of the lines, logical pixels; selected ones are twice as wide.
    void setWidth(double width) { m_width = width; }

    /// \param painter in device pixels. \param devicePixelRatio of line widths.
    void paint(QPainter &painter, const ViewTransform &view, double devicePixelRatio);

private:
    using Line = std::vector<QPointF>;
    /// Outlines without what is smaller than a pixel at a zoom.
    struct Level
    {
        std::vector<std::vector<Line>> lines; ///< of each mark
    };
    /// A mark's lines, on the screen, in one colour.
    struct Thin
    {
        std::vector<std::vector<QPoint>> lines;
    };

    const Level &levelFor(double scale);
    static std::vector<QPoint> onScreen(const Line &line, const ViewTransform &view);
    void paintThin(QPainter &painter, const ViewTransform &view, const Level &level,
                   const std::vector<std::size_t> &shown) const;
    void paintFine(QPainter &painter, const ViewTransform &view, const Level &level,
                   const std::vector<std::size_t> &shown, double devicePixelRatio) const;

    MarkStyle m_style;
    bool m_visible = true;
    double m_width = 1.5;
    std::vector<CanvasMark> m_marks;
    std::vector<QRectF> m_boxes;
    std::vector<std::vector<Line>> m_full;
    std::map<int, Level> m_levels; ///< by the power of two of the zoom
};

} // namespace patina
