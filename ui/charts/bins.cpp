#include "ui/charts/bins.h"

#include "ui/charts/chart_csv.h"
#include "ui/charts/hatch.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <functional>

namespace patina {

namespace {

constexpr double kOutlineWidth = 1.8;
constexpr float kFillAlpha = 0.45F;
constexpr float kOutlineFillAlpha = 0.1F;

QColor faded(QColor colour, float alpha)
{
    colour.setAlphaF(alpha);
    return colour;
}

} // namespace

void Bins::set(ChartBins bins)
{
    m_bins = std::move(bins);
    const auto &edges = m_bins.edges;
    const bool finite = std::ranges::all_of(edges, [](double edge) { return std::isfinite(edge); });
    if (!finite || std::ranges::adjacent_find(edges, std::greater_equal<>()) != edges.end())
        m_bins.edges.clear();
}

std::size_t Bins::binCount() const
{
    return m_bins.edges.size() < 2 ? 0 : m_bins.edges.size() - 1;
}

/// 0 where there is none, or one that is no count.
double Bins::countAt(std::size_t series, std::size_t bin) const
{
    const std::vector<double> &counts = m_bins.series[series].counts;
    const double count = bin < counts.size() ? counts[bin] : 0.0;
    return std::isfinite(count) ? std::max(count, 0.0) : 0.0;
}

int Bins::slotOf(std::size_t series) const
{
    return m_bins.series[series].slot < 0 ? static_cast<int>(series) : m_bins.series[series].slot;
}

QColor Bins::colour(std::size_t series, const ChartTheme &theme) const
{
    return seriesColour(m_bins.series[series].colour, slotOf(series), theme);
}

std::optional<ChartSpan> Bins::span(ChartAxisSide side, const ChartAxis &axis) const
{
    if (binCount() == 0 || count() == 0)
        return {};
    if (side == ChartAxisSide::Horizontal) {
        const auto first = axis.log ? std::ranges::upper_bound(m_bins.edges, 0.0) : m_bins.edges.begin();
        return first == m_bins.edges.end() ? std::nullopt : std::optional(ChartSpan{*first, m_bins.edges.back()});
    }
    double most = 0.0;
    for (std::size_t bin = 0; bin < binCount(); ++bin) {
        double height = 0.0;
        for (std::size_t s = 0; s < count(); ++s)
            if (shown(s))
                height = m_form == BinForm::Stacked && !axis.log ? height + countAt(s, bin)
                                                                 : std::max(height, countAt(s, bin));
        most = std::max(most, height);
    }
    // A count of one has to stand above the foot of a logarithmic axis.
    return axis.log ? ChartSpan{0.5, std::max(most, 1.0)} : ChartSpan{0.0, std::max(most, 1.0)};
}

bool Bins::stacked(const PlotFrame &frame) const
{
    return m_form == BinForm::Stacked && !frame.y.log;
}

void Bins::paint(QPainter &painter, const PlotFrame &frame, const ChartTheme &theme) const
{
    if (stacked(frame))
        return paintStacks(painter, frame, theme);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t s = count(); s-- > 0;)
        if (shown(s))
            paintOutline(painter, frame, s, theme);
}

void Bins::paintStacks(QPainter &painter, const PlotFrame &frame, const ChartTheme &theme) const
{
    for (std::size_t bin = 0; bin < binCount(); ++bin) {
        const double left = frame.x.toPixel(m_bins.edges[bin]);
        const double right = frame.x.toPixel(m_bins.edges[bin + 1]);
        const double gap = right - left > 4.0 ? 1.0 : 0.0;
        double foot = 0.0;
        for (std::size_t s = 0; s < count(); ++s) {
            if (!shown(s) || countAt(s, bin) <= 0.0)
                continue;
            const QPointF top(left, frame.y.toPixel(foot + countAt(s, bin)));
            const QPointF bottom(right - gap, frame.y.toPixel(foot));
            foot += countAt(s, bin);
            const QRectF part = QRectF(top, bottom).intersected(frame.area);
            if (part.isEmpty())
                continue;
            const QColor tone = colour(s, theme);
            painter.setRenderHint(QPainter::Antialiasing);
            paintHatch(painter, part, faded(tone, kFillAlpha), tone, slotOf(s));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(part.adjusted(0.5, 0.5, -0.5, -0.5));
        }
    }
}

/// One for each stretch of bins that are not empty, from the foot of the axis and back to it.
std::vector<QPolygonF> Bins::outlines(const PlotFrame &frame, std::size_t series) const
{
    std::vector<QPolygonF> lines;
    const double foot = frame.y.toPixel(0.0);
    bool open = false;
    for (std::size_t bin = 0; bin < binCount(); ++bin) {
        const double left = frame.x.toPixel(m_bins.edges[bin]);
        const double height = frame.y.toPixel(countAt(series, bin));
        const bool filled = countAt(series, bin) > 0.0;
        if (filled && !open)
            lines.push_back(QPolygonF{QPointF(left, foot)});
        if (filled)
            lines.back() << QPointF(left, height) << QPointF(frame.x.toPixel(m_bins.edges[bin + 1]), height);
        else if (open)
            lines.back() << QPointF(left, foot);
        open = filled;
    }
    if (open)
        lines.back() << QPointF(lines.back().last().x(), foot);
    return lines;
}

void Bins::paintOutline(QPainter &painter, const PlotFrame &frame, std::size_t series, const ChartTheme &theme) const
{
    const QColor tone = colour(series, theme);
    for (const QPolygonF &line : outlines(frame, series)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(faded(tone, kOutlineFillAlpha));
        painter.drawPolygon(clippedPolygon(line, frame.area));
        painter.setPen(seriesPen(tone, slotOf(series), kOutlineWidth));
        painter.setBrush(Qt::NoBrush);
        for (const QPolygonF &part : clippedLine(line, frame.area))
            painter.drawPolyline(part);
    }
}

void Bins::paintKey(QPainter &painter, const QRectF &box, std::size_t series, const PlotFrame &frame,
                    const ChartTheme &theme) const
{
    const QColor tone = colour(series, theme);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!stacked(frame)) {
        painter.fillRect(box, faded(tone, kOutlineFillAlpha));
        painter.setPen(seriesPen(tone, slotOf(series), kOutlineWidth));
        return painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
    }
    paintHatch(painter, box, faded(tone, kFillAlpha), tone, slotOf(series));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tone, 1.0));
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
}

std::optional<ChartReadout> Bins::nearest(const QPointF &place, const PlotFrame &frame, const ChartTheme &theme) const
{
    const double value = frame.x.toValue(place.x());
    const auto after = std::upper_bound(m_bins.edges.begin(), m_bins.edges.end(), value);
    if (after == m_bins.edges.begin() || after == m_bins.edges.end())
        return {};
    const auto bin = static_cast<std::size_t>(after - m_bins.edges.begin()) - 1;
    std::optional<ChartReadout> best;
    double foot = 0.0;
    for (std::size_t s = 0; s < count(); ++s) {
        const double count = countAt(s, bin);
        if (!shown(s) || count <= 0.0)
            continue;
        foot = stacked(frame) ? foot + count : count;
        const double middle = (frame.x.toPixel(m_bins.edges[bin]) + frame.x.toPixel(m_bins.edges[bin + 1])) / 2.0;
        const QPointF at(middle, frame.y.toPixel(foot));
        if (best && std::abs(at.y() - place.y()) >= std::abs(best->place.y() - place.y()))
            continue;
        best = ChartReadout{at, name(s), m_bins.edges[bin], m_bins.edges[bin + 1], count, {}, {}, colour(s, theme)};
    }
    return best;
}

std::string Bins::csv() const
{
    std::string text = csvRecord({"series", "from", "to", "count"});
    for (std::size_t s = 0; s < count(); ++s)
        for (std::size_t bin = 0; bin < binCount(); ++bin)
            text += csvRecord({safeCsvText(name(s)), csvNumber(m_bins.edges[bin]), csvNumber(m_bins.edges[bin + 1]),
                               csvNumber(countAt(s, bin))});
    return text;
}

} // namespace patina
