#include "ui/charts/curve_points.h"

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr double kSamePlacePx = 0.5;

bool finite(const QPointF &point)
{
    return std::isfinite(point.x()) && std::isfinite(point.y());
}

void append(QPolygonF &line, const QPointF &point, bool step)
{
    if (!line.isEmpty()) {
        const QPointF last = line.last();
        if (std::abs(last.x() - point.x()) < kSamePlacePx && std::abs(last.y() - point.y()) < kSamePlacePx)
            return;
        if (step)
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
    return lines;
}

} // namespace

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
            const bool whole = std::isfinite(series.low[i]) && std::isfinite(series.high[i]);
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
