#include "ui/charts/curve_points.h"

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr double kTolerancePx = 0.3;

bool finite(const QPointF &point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

double cross(const QPointF &a, const QPointF &b)
{
    return a.x() * b.y() - a.y() * b.x();
}

void append(QPolygonF &line, const QPointF &point, bool step)
{
    if (!line.isEmpty()) {
        if (const QPointF last = line.last(); step)
            line << (point.x() >= last.x() ? QPointF(last.x(), point.y()) : QPointF(point.x(), last.y()));
    }
    line << point;
}

/// Lines through one value per point of the series.
template <typename Value>
std::vector<QPolygonF> stretches(const ChartSeries &series, const PlotFrame &frame, const Value &value)
{
    std::vector<QPolygonF> lines(1);
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        const QPointF point = value(i);
        if (finite(point) && !(frame.x.log && point.x() <= 0.0))
            append(lines.back(), frame.place(point), series.step);
        else if (!lines.back().isEmpty())
            lines.emplace_back();
    }
    if (lines.back().isEmpty())
        lines.pop_back();
    for (QPolygonF &line : lines)
        line = simplified(line, kTolerancePx);
    return lines;
}

} // namespace

QPolygonF simplified(const QPolygonF &line, double tolerance)
{
    if (line.size() < 3)
        return line;
    QPolygonF kept{line.first()};
    QPointF left; // the sides of the cone, seen from the last kept point
    QPointF right;
    double farthest = 0.0;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF away = line[i] - kept.last();
        const double distance = std::sqrt(QPointF::dotProduct(away, away));
        const bool fresh = farthest <= tolerance;
        const bool met = fresh || (cross(right, away) >= 0.0 && cross(left, away) <= 0.0);
        if (!met || distance < farthest) {
            kept << line[i - 1];
            farthest = 0.0;
            --i; // looked at again, from there
            continue;
        }
        if (distance > tolerance) {
            const double sine = tolerance / distance;
            const QPointF along = away * std::sqrt(1.0 - sine * sine);
            const QPointF aside = QPointF(-away.y(), away.x()) * sine;
            left = fresh || cross(left, along + aside) < 0.0 ? along + aside : left;
            right = fresh || cross(right, along - aside) > 0.0 ? along - aside : right;
        }
        farthest = std::max(farthest, distance);
    }
    return kept << line.last();
}

bool hasBand(const ChartSeries &series)
{
    return !series.points.empty() && series.low.size() == series.points.size() &&
           series.high.size() == series.points.size();
}

std::vector<QPolygonF> linesOf(const ChartSeries &series, const PlotFrame &frame)
{
    return stretches(series, frame, [&](std::size_t i) { return series.points[i]; });
}

std::vector<QPolygonF> bandsOf(const ChartSeries &series, const PlotFrame &frame)
{
    if (!hasBand(series))
        return {};
    // Both ends have to be there: a gap in one is a gap in the other.
    const auto end = [&](const std::vector<double> &ends) {
        return stretches(series, frame, [&](std::size_t i) {
            const bool whole =
                finite(series.points[i]) && std::isfinite(series.low[i]) && std::isfinite(series.high[i]);
            return QPointF(series.points[i].x(), whole ? ends[i] : std::nan(""));
        });
    };
    std::vector<QPolygonF> bands = end(series.low);
    const std::vector<QPolygonF> upper = end(series.high);
    for (std::size_t i = 0; i < std::min(bands.size(), upper.size()); ++i)
        for (auto point = upper[i].crbegin(); point != upper[i].crend(); ++point)
            bands[i] << *point;
    return bands;
}

} // namespace patina
