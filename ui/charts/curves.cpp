#include "ui/charts/curves.h"

#include "ui/charts/chart_csv.h"
#include "ui/charts/curve_points.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr double kLineWidth = 1.8;
constexpr double kDotRadius = 4.0;
constexpr double kCapHalf = 4.0;
constexpr double kBandAlpha = 0.18; // of up to four bands; more are paler
constexpr double kFaintest = 0.07;

int slotOf(const ChartSeries &series, std::size_t position)
{
    return series.slot < 0 ? static_cast<int>(position) : series.slot;
}

void include(std::optional<ChartSpan> &span, double value, bool log)
{
    if (std::isfinite(value) && (!log || value > 0.0))
        span = united(span, ChartSpan{value, value});
}

/// A shape per dash slot, so that points differ in more than their colour.
void paintDot(QPainter &painter, const QPointF &at, int shape)
{
    const double r = kDotRadius;
    switch (shape % 4) {
    case 0:
        return painter.drawEllipse(at, r, r);
    case 1:
        return painter.drawRect(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r));
    case 2:
        painter.drawPolygon(QPolygonF{at + QPointF(0, -1.3 * r), at + QPointF(1.2 * r, r), at + QPointF(-1.2 * r, r)});
        return;
    default:
        painter.drawPolygon(QPolygonF{at + QPointF(0, -1.4 * r), at + QPointF(1.4 * r, 0), at + QPointF(0, 1.4 * r),
                                      at + QPointF(-1.4 * r, 0)});
    }
}

} // namespace

std::optional<ChartSpan> united(const std::optional<ChartSpan> &a, const std::optional<ChartSpan> &b)
{
    if (!a || !b)
        return a ? a : b;
    return ChartSpan{std::min(a->low, b->low), std::max(a->high, b->high)};
}

std::optional<ChartSpan> Curves::span(ChartAxisSide side, const ChartAxis &axis) const
{
    std::optional<ChartSpan> span;
    for (std::size_t s = 0; s < m_series.size(); ++s) {
        const ChartSeries &series = m_series[s];
        if (!shown(s))
            continue;
        for (const QPointF &point : series.points)
            if (std::isfinite(point.x()) && std::isfinite(point.y()))
                include(span, side == ChartAxisSide::Horizontal ? point.x() : point.y(), axis.log);
        if (side == ChartAxisSide::Vertical && hasBand(series))
            for (const auto *ends : {&series.low, &series.high})
                for (const double value : *ends)
                    include(span, value, axis.log);
    }
    return span;
}

QColor Curves::colour(std::size_t series, const ChartTheme &theme) const
{
    return seriesColour(m_series[series].colour, slotOf(m_series[series], series), theme);
}

QPen Curves::pen(std::size_t series, const ChartTheme &theme) const
{
    const ChartSeries &drawn = m_series[series];
    return seriesPen(colour(series, theme), drawn.dash < 0 ? slotOf(drawn, series) : drawn.dash, kLineWidth);
}

void Curves::paint(QPainter &painter, const PlotFrame &frame, const ChartTheme &theme) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t s = 0; s < m_series.size(); ++s)
        if (shown(s) && !m_series[s].dots)
            paintBand(painter, frame, s, colour(s, theme));
    // The first in the legend lies on top.
    for (std::size_t s = m_series.size(); s-- > 0;)
        if (shown(s))
            m_series[s].dots ? paintDots(painter, frame, s, theme) : paintLine(painter, frame, s, theme);
}

void Curves::paintBand(QPainter &painter, const PlotFrame &frame, std::size_t series, const QColor &colour) const
{
    QColor fill = colour;
    const double many = static_cast<double>(m_series.size()) / 4.0;
    fill.setAlphaF(static_cast<float>(std::clamp(kBandAlpha / many, kFaintest, kBandAlpha)));
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    for (const QPolygonF &band : bandsOf(m_series[series], frame))
        painter.drawPolygon(clippedPolygon(band, frame.area));
}

void Curves::paintLine(QPainter &painter, const PlotFrame &frame, std::size_t series, const ChartTheme &theme) const
{
    painter.setPen(pen(series, theme));
    painter.setBrush(Qt::NoBrush);
    for (const QPolygonF &line : linesOf(m_series[series], frame)) {
        for (const QPolygonF &part : clippedLine(line, frame.area))
            painter.drawPolyline(part);
        // A curve of one point would not be seen.
        if (line.size() == 1 && frame.area.contains(line.first())) {
            painter.setBrush(colour(series, theme));
            painter.drawEllipse(line.first(), 2.0, 2.0);
        }
    }
}

void Curves::paintDots(QPainter &painter, const PlotFrame &frame, std::size_t series, const ChartTheme &theme) const
{
    const ChartSeries &drawn = m_series[series];
    const QColor colour = this->colour(series, theme);
    const int shape = drawn.dash < 0 ? slotOf(drawn, series) : drawn.dash;
    for (std::size_t i = 0; i < drawn.points.size(); ++i) {
        const QPointF at = frame.place(drawn.points[i]);
        if (!std::isfinite(at.x()) || !std::isfinite(at.y()))
            continue;
        painter.setPen(QPen(colour, kLineWidth));
        if (hasBand(drawn))
            paintErrorBar(painter, frame, drawn, i);
        if (!frame.area.contains(at))
            continue;
        painter.setPen(QPen(theme.area, 1.0));
        painter.setBrush(colour);
        paintDot(painter, at, shape);
    }
}

void Curves::paintErrorBar(QPainter &painter, const PlotFrame &frame, const ChartSeries &series,
                           std::size_t point) const
{
    const QPointF low = frame.place({series.points[point].x(), series.low[point]});
    const QPointF high = frame.place({series.points[point].x(), series.high[point]});
    if (std::isnan(low.y()) || std::isnan(high.y()))
        return;
    const QPointF half(kCapHalf, 0);
    for (const QPolygonF &line :
         {QPolygonF{low, high}, QPolygonF{low - half, low + half}, QPolygonF{high - half, high + half}})
        for (const QPolygonF &part : clippedLine(line, frame.area))
            painter.drawPolyline(part);
}

void Curves::paintKey(QPainter &painter, const QRectF &box, std::size_t series, const PlotFrame &,
                      const ChartTheme &theme) const
{
    const ChartSeries &drawn = m_series[series];
    const QColor colour = this->colour(series, theme);
    painter.setRenderHint(QPainter::Antialiasing);
    if (drawn.dots) {
        painter.setPen(QPen(theme.ground, 1.0));
        painter.setBrush(colour);
        return paintDot(painter, box.center(), drawn.dash < 0 ? slotOf(drawn, series) : drawn.dash);
    }
    if (hasBand(drawn)) {
        QColor fill = colour;
        fill.setAlphaF(static_cast<float>(kBandAlpha));
        painter.fillRect(box, fill);
    }
    painter.setPen(pen(series, theme));
    painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
}

std::optional<ChartReadout> Curves::nearest(const QPointF &place, const PlotFrame &frame, const ChartTheme &theme) const
{
    std::optional<ChartReadout> best;
    double least = 0.0;
    for (std::size_t s = 0; s < m_series.size(); ++s) {
        if (!shown(s))
            continue;
        const ChartSeries &series = m_series[s];
        for (std::size_t i = 0; i < series.points.size(); ++i) {
            const QPointF at = frame.place(series.points[i]);
            const QPointF away = at - place;
            const double distance = QPointF::dotProduct(away, away);
            if (std::isnan(distance) || !frame.area.contains(at) || (best && distance >= least))
                continue;
            least = distance;
            best = ChartReadout{at, series.name, series.points[i].x(), {}, series.points[i].y(), {}, {}, {}};
            if (hasBand(series) && std::isfinite(series.low[i]) && std::isfinite(series.high[i])) {
                best->low = series.low[i];
                best->high = series.high[i];
            }
            best->colour = colour(s, theme);
        }
    }
    return best;
}

std::string Curves::csv() const
{
    std::string text = csvRecord({"series", "x", "y", "low", "high"});
    for (const ChartSeries &series : m_series)
        for (std::size_t i = 0; i < series.points.size(); ++i)
            text += csvRecord({safeCsvText(series.name), csvNumber(series.points[i].x()),
                               csvNumber(series.points[i].y()), hasBand(series) ? csvNumber(series.low[i]) : "",
                               hasBand(series) ? csvNumber(series.high[i]) : ""});
    return text;
}

} // namespace patina
