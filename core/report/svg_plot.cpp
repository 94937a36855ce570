#include "core/report/chart.h"
#include "core/report/chart_frame.h"
#include "core/report/svg_writer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace patina {

namespace {

constexpr int widthPx = 680;
constexpr int plotHeightPx = 230;
constexpr int topPx = 26;
constexpr int belowPx = 44;
constexpr int leftPx = 66;
constexpr int rightPx = 18;
constexpr int legendRowPx = 18;
constexpr double keyPx = 30.0;
constexpr double legendTextPx = 11.0;

const SeriesStyle strongStyle{"#1f2328", ""};

const char *colourOf(const PlotSeries &series)
{
    return series.strong ? strongStyle.colour : seriesStyle(series.style).colour;
}

struct LegendEntry
{
    double x = 0.0;
    int row = 0;
    std::string text;
};

/// Names in rows, as many to a row as fit.
std::vector<LegendEntry> legendOf(const PlotChart &chart)
{
    std::vector<LegendEntry> entries;
    double x = leftPx;
    int row = 0;
    for (const PlotSeries &series : chart.series) {
        const std::string name = fittedText(series.name, 220.0, legendTextPx);
        const double width = keyPx + 6 + textWidthPx(name, legendTextPx) + 18;
        if (x + width > widthPx && x > leftPx) {
            x = leftPx;
            ++row;
        }
        entries.push_back({x, row, name});
        x += width;
    }
    return entries;
}

int legendHeight(const PlotChart &chart)
{
    const auto entries = legendOf(chart);
    return entries.empty() ? 0 : (entries.back().row + 1) * legendRowPx + 4;
}

/// The range that is asked for, or that of the data, a little wider; never an empty one.
std::pair<double, double> rangeOf(const PlotAxis &axis, const PlotChart &chart, double ChartPoint::*coordinate)
{
    if (axis.range && axis.range->first < axis.range->second)
        return *axis.range;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const PlotSeries &series : chart.series)
        for (const ChartPoint &point : series.points)
            if (std::isfinite(point.*coordinate)) {
                low = std::min(low, point.*coordinate);
                high = std::max(high, point.*coordinate);
            }
    if (!(low <= high))
        return {0.0, 1.0};
    const double margin = high > low ? 0.03 * (high - low) : std::max(0.5, 0.1 * std::abs(low));
    return {low - margin, high + margin};
}

/// A line between two points, cut at the sides of the plot: SVG Tiny cannot clip.
class ClippedPath
{
public:
    ClippedPath(const AxisScale &x, const AxisScale &y) : m_x(x), m_y(y) {}

    void add(double x, double y)
    {
        if (m_last && (*m_last).first < m_x.low && x > m_x.low)
            put(m_x.low, between(m_x.low, x, y));
        if (x >= m_x.low && x <= m_x.high)
            put(x, y);
        if (m_last && (*m_last).first < m_x.high && x > m_x.high)
            put(m_x.high, between(m_x.high, x, y));
        m_last = std::pair{x, y};
    }
    const std::vector<SvgPoint> &points() const { return m_points; }

private:
    double between(double at, double x, double y) const
    {
        const auto [x0, y0] = *m_last;
        return y0 + (at - x0) / (x - x0) * (y - y0);
    }
    void put(double x, double y) { m_points.push_back({m_x.at(x), m_y.at(std::clamp(y, m_y.low, m_y.high))}); }

    const AxisScale &m_x;
    const AxisScale &m_y;
    std::optional<std::pair<double, double>> m_last;
    std::vector<SvgPoint> m_points;
};

std::vector<SvgPoint> pathOf(const PlotSeries &series, double ChartPoint::*value, const AxisScale &x,
                             const AxisScale &y)
{
    ClippedPath path(x, y);
    std::optional<double> before;
    for (const ChartPoint &point : series.points) {
        if (!std::isfinite(point.x) || !std::isfinite(point.*value))
            continue;
        if (series.form == PlotSeries::Form::Step && before)
            path.add(*before, point.*value);
        path.add(point.x, point.*value);
        before = point.x;
    }
    return path.points();
}

void drawBand(SvgWriter &svg, const PlotSeries &series, const AxisScale &x, const AxisScale &y)
{
    std::vector<SvgPoint> outline = pathOf(series, &ChartPoint::high, x, y);
    const std::vector<SvgPoint> low = pathOf(series, &ChartPoint::low, x, y);
    outline.insert(outline.end(), low.rbegin(), low.rend());
    svg.polygon(outline, colourOf(series), 0.13);
}

/// Points of several series in one category stand side by side.
void drawPoints(SvgWriter &svg, const PlotChart &chart, std::size_t index, const AxisScale &x, const AxisScale &y)
{
    constexpr double apart = 16.0;
    const PlotSeries &series = chart.series[index];
    const double shift = chart.categories.empty()
                             ? 0.0
                             : (static_cast<double>(index) - static_cast<double>(chart.series.size() - 1) / 2) * apart;
    const SeriesStyle bar{colourOf(series), ""};
    for (const ChartPoint &point : series.points) {
        const double at = x.at(point.x) + shift;
        svg.line({at, y.at(point.low)}, {at, y.at(point.high)}, series.strong ? "strong" : "interval", bar, 1.6);
        for (const double end : {point.low, point.high})
            svg.line({at - 4, y.at(end)}, {at + 4, y.at(end)}, series.strong ? "strong" : "interval", bar, 1.6);
        svg.mark({at, y.at(point.y)}, series.style, bar.colour);
    }
}

void drawSeries(SvgWriter &svg, const PlotChart &chart, const AxisScale &x, const AxisScale &y)
{
    for (const PlotSeries &series : chart.series)
        if (series.band)
            drawBand(svg, series, x, y);
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const PlotSeries &series = chart.series[i];
        if (series.form == PlotSeries::Form::Points)
            drawPoints(svg, chart, i, x, y);
        else
            svg.polyline(pathOf(series, &ChartPoint::y, x, y), series.strong ? strongStyle : seriesStyle(series.style),
                         series.strong ? 2.4 : 1.8, series.strong ? "strong" : "");
    }
}

void drawLegend(SvgWriter &svg, const PlotChart &chart, double top)
{
    const auto entries = legendOf(chart);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const PlotSeries &series = chart.series[i];
        const double y = top + entries[i].row * legendRowPx + legendRowPx / 2.0;
        const double x = entries[i].x;
        if (series.form == PlotSeries::Form::Points)
            svg.mark({x + keyPx / 2, y}, series.style, colourOf(series));
        else
            svg.polyline({{x, y}, {x + keyPx, y}}, series.strong ? strongStyle : seriesStyle(series.style),
                         series.strong ? 2.4 : 1.8, series.strong ? "strong" : "");
        svg.text({x + keyPx + 6, y + 4}, entries[i].text, SvgWriter::Anchor::Start, legendTextPx);
    }
}

} // namespace

ChartSize chartSize(const PlotChart &chart)
{
    return {widthPx, topPx + plotHeightPx + belowPx + legendHeight(chart)};
}

std::string chartSvg(const PlotChart &chart)
{
    const ChartSize size = chartSize(chart);
    SvgWriter svg(size.width, size.height, chart.title, chart.description);
    const PlotArea area{leftPx, topPx, widthPx - rightPx, topPx + plotHeightPx};
    auto [low, high] = rangeOf(chart.x, chart, &ChartPoint::x);
    if (!chart.categories.empty())
        std::tie(low, high) = std::pair{-0.5, static_cast<double>(chart.categories.size()) - 0.5};
    const AxisScale x{low, high, area.left, area.right};
    const auto [yLow, yHigh] = rangeOf(chart.y, chart, &ChartPoint::y);
    const AxisScale y{yLow, yHigh, area.bottom, area.top};
    drawYAxis(svg, area, y, chart.y);
    if (chart.categories.empty())
        drawXAxis(svg, area, x, chart.x);
    else
        drawCategories(svg, area, x, chart.categories, chart.x.label);
    drawMarks(svg, area, x, chart.marks);
    drawSeries(svg, chart, x, y);
    drawLegend(svg, chart, area.bottom + belowPx);
    return svg.finish();
}

} // namespace patina
