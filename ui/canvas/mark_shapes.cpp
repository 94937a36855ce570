#include "ui/canvas/mark_shapes.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr std::size_t kFinePoints = 3000; // of a frame that are drawn smooth, with a dark edge
constexpr std::size_t kFineSelected = 100;
constexpr int kSpeckPx = 3; // what is smaller is drawn as large as this
constexpr QRgb kEdge = qRgba(0, 0, 0, 170);

/// Without points nearer to the one before than `tolerance`; first and last stay.
std::vector<QPointF> simplified(const std::vector<QPointF> &line, double tolerance)
{
    std::vector<QPointF> kept;
    for (const QPointF &point : line) {
        const QPointF step = kept.empty() ? QPointF() : point - kept.back();
        if (kept.empty() || std::max(std::abs(step.x()), std::abs(step.y())) >= tolerance)
            kept.push_back(point);
    }
    if (!line.empty() && kept.back() != line.back())
        kept.push_back(line.back());
    return kept;
}

QPainterPath pathOf(const std::vector<std::vector<QPointF>> &lines)
{
    QPainterPath path;
    for (const std::vector<QPointF> &line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i)
            i == 0 ? path.moveTo(line[i]) : path.lineTo(line[i]);
        if (line.size() > 2 && line.front() == line.back())
            path.closeSubpath();
    }
    return path;
}

} // namespace

MarkShapes::MarkShapes(const std::vector<CanvasMark> &marks)
{
    for (const CanvasMark &mark : marks) {
        Shape shape{{}, mark.outline.boundingRect(), mark.colour, mark.selected};
        for (int i = 0; i < mark.outline.elementCount(); ++i) {
            const QPainterPath::Element element = mark.outline.elementAt(i);
            if (element.isMoveTo())
                shape.lines.emplace_back();
            shape.lines.back().push_back(element);
        }
        m_points += static_cast<std::size_t>(mark.outline.elementCount());
        m_shapes.push_back(std::move(shape));
    }
}

const MarkShapes::Level &MarkShapes::levelFor(double scale) const
{
    const int power = std::clamp(static_cast<int>(std::floor(std::log2(scale))), -12, 1);
    const std::scoped_lock lock(m_mutex);
    const auto found = m_levels.find(power);
    if (found != m_levels.end())
        return found->second;
    const double tolerance = 0.75 / std::exp2(power + 1); // image pixels: under one on the screen
    Level level;
    for (const Shape &shape : m_shapes) {
        std::vector<Line> simple;
        for (const Line &line : shape.lines)
            simple.push_back(simplified(line, tolerance));
        level.push_back(std::move(simple));
    }
    return m_levels.emplace(power, std::move(level)).first->second;
}

void MarkShapes::paint(QPainter &painter, const ViewTransform &view, double devicePixelRatio,
                       const MarkStyle &style) const
{
    const Level &level = levelFor(view.scale());
    const QRectF visible = QRectF(view.visibleArea()).adjusted(-1, -1, 1, 1);
    std::vector<std::size_t> plain;
    std::vector<std::size_t> selected;
    std::size_t points = 0;
    for (std::size_t i = 0; i < m_shapes.size(); ++i) {
        const QRectF &box = m_shapes[i].box;
        const bool seen = box.left() <= visible.right() && box.right() >= visible.left() &&
                          box.top() <= visible.bottom() && box.bottom() >= visible.top();
        if (!seen)
            continue;
        (m_shapes[i].selected ? selected : plain).push_back(i);
        for (const Line &line : level[i])
            points += line.size();
    }
    if (points > kFinePoints)
        paintThin(painter, view, level, plain);
    else
        paintFine(painter, view, level, plain, devicePixelRatio, style);
    if (selected.size() > kFineSelected)
        paintThin(painter, view, level, selected);
    else
        paintFine(painter, view, level, selected, devicePixelRatio, style);
}

std::vector<QPoint> MarkShapes::onScreen(const Line &line, const ViewTransform &view)
{
    std::vector<QPoint> points;
    QPoint least(INT_MAX, INT_MAX);
    QPoint most(INT_MIN, INT_MIN);
    for (const QPointF &point : line) {
        const QPointF at = view.toView(point);
        const QPoint pixel(static_cast<int>(std::floor(std::clamp(at.x(), -16000.0, 32000.0))),
                           static_cast<int>(std::floor(std::clamp(at.y(), -16000.0, 32000.0))));
        least = {std::min(least.x(), pixel.x()), std::min(least.y(), pixel.y())};
        most = {std::max(most.x(), pixel.x()), std::max(most.y(), pixel.y())};
        if (points.empty() || points.back() != pixel)
            points.push_back(pixel);
    }
    if (most.x() - least.x() >= kSpeckPx || most.y() - least.y() >= kSpeckPx)
        return points;
    const QPoint at = (least + most) / 2 - QPoint(1, 1);
    return {at, at + QPoint(2, 0), at + QPoint(2, 2), at + QPoint(0, 2), at};
}

/// All dark edges under all bright lines; one pen for each colour.
void MarkShapes::paintThin(QPainter &painter, const ViewTransform &view, const Level &level,
                           const std::vector<std::size_t> &shown) const
{
    std::map<QRgb, std::vector<std::vector<QPoint>>> byColour;
    for (const std::size_t i : shown)
        for (const Line &line : level[i])
            if (auto points = onScreen(line, view); points.size() > 1)
                byColour[m_shapes[i].colour.rgba()].push_back(std::move(points));
    const auto draw = [&painter](const std::vector<std::vector<QPoint>> &lines) {
        for (const std::vector<QPoint> &line : lines)
            painter.drawPolyline(line.data(), static_cast<int>(line.size()));
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(QColor::fromRgba(kEdge | 0xff000000), 0));
    painter.translate(1, 1);
    for (const auto &[colour, thin] : byColour)
        draw(thin);
    painter.translate(-1, -1);
    for (const auto &[colour, thin] : byColour) {
        painter.setPen(QPen(QColor::fromRgba(colour), 0));
        draw(thin);
    }
    painter.restore();
}

/// A dark edge under the bright line: seen on any image and any colour map.
void MarkShapes::paintFine(QPainter &painter, const ViewTransform &view, const Level &level,
                           const std::vector<std::size_t> &shown, double devicePixelRatio, const MarkStyle &style) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(view.offset());
    painter.scale(view.scale(), view.scale());
    const auto stroke = [&](const QPainterPath &path, const QColor &colour, double width, Qt::PenStyle line) {
        QPen pen(colour, width * devicePixelRatio, line);
        pen.setCosmetic(true);
        painter.strokePath(path, pen);
    };
    for (const std::size_t i : shown) {
        const Shape &shape = m_shapes[i];
        const QPainterPath path = pathOf(level[i]);
        if (style.fillAlpha > 0) {
            QColor inside = shape.colour;
            inside.setAlpha(style.fillAlpha);
            painter.fillPath(path, inside);
        }
        const double width = shape.selected ? 2.0 * style.widthPx : style.widthPx;
        stroke(path, QColor::fromRgba(kEdge), width + (shape.selected ? 3.0 : 2.0), Qt::SolidLine);
        stroke(path, shape.colour, width, style.line);
    }
    painter.restore();
}

} // namespace patina
