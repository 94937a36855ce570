#include "ui/charts/plot_frame.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace patina {

namespace {

constexpr double kFar = 1e5; // axis lengths: lines to there keep their slope

/// The part of a segment inside the area (Liang and Barsky 1984). \returns false: none.
bool clipSegment(QPointF &a, QPointF &b, const QRectF &area)
{
    const QPointF step = b - a;
    double enter = 0.0;
    double leave = 1.0;
    const auto cut = [&](double along, double distance) {
        if (along == 0.0)
            return distance >= 0.0;
        const double at = distance / along;
        if (along < 0.0)
            enter = std::max(enter, at);
        else
            leave = std::min(leave, at);
        return enter <= leave;
    };
    if (!cut(-step.x(), a.x() - area.left()) || !cut(step.x(), area.right() - a.x()) ||
        !cut(-step.y(), a.y() - area.top()) || !cut(step.y(), area.bottom() - a.y()))
        return false;
    b = a + leave * step;
    a = a + enter * step;
    return true;
}

/// Keeps the side of a polygon at which `inside`, the distance to an edge, is not negative.
QPolygonF keptSide(const QPolygonF &polygon, const std::function<double(const QPointF &)> &inside)
{
    QPolygonF kept;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF &a = polygon[i == 0 ? polygon.size() - 1 : i - 1];
        const QPointF &b = polygon[i];
        const double atA = inside(a);
        const double atB = inside(b);
        if ((atA < 0.0) != (atB < 0.0))
            kept << a + (b - a) * (atA / (atA - atB));
        if (atB >= 0.0)
            kept << b;
    }
    return kept;
}

} // namespace

double PlotScale::toPixel(double value) const
{
    if (std::isnan(value))
        return value;
    double share = 0.0;
    if (log)
        share = value > 0.0 ? std::log(value / low) / std::log(high / low) : -kFar;
    else
        share = (value - low) / (high - low);
    return from + std::clamp(share, -kFar, kFar) * (to - from);
}

double PlotScale::toValue(double pixel) const
{
    const double share = (pixel - from) / (to - from);
    return log ? low * std::pow(high / low, share) : low + share * (high - low);
}

std::vector<QPolygonF> clippedLine(const QPolygonF &line, const QRectF &area)
{
    std::vector<QPolygonF> parts;
    for (qsizetype i = 1; i < line.size(); ++i) {
        QPointF a = line[i - 1];
        QPointF b = line[i];
        if (!clipSegment(a, b, area))
            continue;
        if (parts.empty() || parts.back().last() != a)
            parts.push_back(QPolygonF{a});
        parts.back() << b;
    }
    return parts;
}

QPolygonF clippedPolygon(const QPolygonF &polygon, const QRectF &area)
{
    QPolygonF kept = keptSide(polygon, [&](const QPointF &p) { return p.x() - area.left(); });
    kept = keptSide(kept, [&](const QPointF &p) { return area.right() - p.x(); });
    kept = keptSide(kept, [&](const QPointF &p) { return p.y() - area.top(); });
    return keptSide(kept, [&](const QPointF &p) { return area.bottom() - p.y(); });
}

} // namespace patina
