#include "core/report/chart.h"
#include "core/report/chart_frame.h"
#include "core/report/report_text.h"
#include "core/report/svg_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace patina {

namespace {

constexpr int widthPx = 680;
constexpr int topPx = 26;
constexpr int belowPx = 44;
constexpr int leftPx = 132;
constexpr int rightPx = 60;
constexpr int rowPx = 44;
constexpr double barsPx = 32.0; ///< height of a bar of the full share
constexpr double noBarPx = 2.0; ///< least height of a bar: one among hundreds is seen

std::pair<double, double> rangeOf(const BinnedChart &chart)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    const auto take = [&](double value) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    };
    for (const BinnedChart::Row &row : chart.rows)
        std::ranges::for_each(row.values, take);
    for (const PlotMark &mark : chart.marks)
        take(mark.x);
    if (!(low <= high))
        return {0.0, 1.0};
    return high > low ? std::pair{low, high + 1e-9 * (high - low)} : std::pair{low - 0.5, high + 0.5};
}

std::vector<std::int64_t> countsOf(const BinnedChart::Row &row, const AxisScale &x, int bins)
{
    std::vector<std::int64_t> counts(static_cast<std::size_t>(bins));
    for (const double value : row.values)
        if (std::isfinite(value)) {
            const double place = (value - x.low) / (x.high - x.low) * bins;
            ++counts[static_cast<std::size_t>(std::clamp(static_cast<int>(place), 0, bins - 1))];
        }
    return counts;
}

double share(std::int64_t count, const BinnedChart::Row &row)
{
    return static_cast<double>(count) / static_cast<double>(std::max<std::ptrdiff_t>(1, std::ssize(row.values)));
}

/// That a full row stands for; the steady rows say it, where there are any.
double fullShare(const BinnedChart &chart, const AxisScale &x)
{
    double ofSteady = 0.0;
    double ofAny = 0.0;
    for (const BinnedChart::Row &row : chart.rows) {
        const double largest = share(std::ranges::max(countsOf(row, x, chart.bins)), row);
        ofAny = std::max(ofAny, largest);
        if (std::ssize(row.values) >= BinnedChart::steadyRow)
            ofSteady = std::max(ofSteady, largest);
    }
    return ofSteady > 0.0 ? ofSteady : ofAny;
}

void drawRow(SvgWriter &svg, const BinnedChart &chart, std::size_t index, const AxisScale &x, double full)
{
    const BinnedChart::Row &row = chart.rows[index];
    const double base = topPx + rowPx * (static_cast<double>(index) + 1);
    const auto counts = countsOf(row, x, chart.bins);
    const std::int64_t largest = std::ranges::max(counts);
    const double binPx = (x.to - x.from) / chart.bins;
    for (std::size_t bin = 0; bin < counts.size(); ++bin)
        if (counts[bin] > 0) {
            const double tall = std::clamp(barsPx * share(counts[bin], row) / full, noBarPx, barsPx);
            svg.rectangle({x.from + static_cast<double>(bin) * binPx, base - tall}, binPx - 0.6, tall,
                          seriesStyle(row.style).colour);
        }
    svg.line({x.from, base}, {x.to, base}, "axis", {"#57606a", ""}, 0.8);
    svg.text({x.from - 8, base - 16}, fittedText(row.name, leftPx - 14, 11.0), SvgWriter::Anchor::End);
    svg.text({x.from - 8, base - 3}, fmt::format("n = {}", countText(std::ssize(row.values))), SvgWriter::Anchor::End,
             9.5, "label faint");
    if (largest > 0)
        svg.text({x.to + 6, base - 3}, fmt::format("max {}", countText(largest)), SvgWriter::Anchor::Start, 9.5,
                 "label faint");
}

} // namespace

ChartSize chartSize(const BinnedChart &chart)
{
    return {widthPx, topPx + rowPx * static_cast<int>(chart.rows.size()) + belowPx};
}

std::string chartSvg(const BinnedChart &chart)
{
    const ChartSize size = chartSize(chart);
    SvgWriter svg(size.width, size.height, chart.title, chart.description);
    const PlotArea area{leftPx, topPx, widthPx - rightPx, static_cast<double>(size.height - belowPx)};
    const auto [low, high] = rangeOf(chart);
    const AxisScale x{low, high, area.left, area.right};
    drawXAxis(svg, area, x, {chart.xLabel, AxisNumbers::Plain, {}});
    const double full = fullShare(chart, x);
    for (std::size_t i = 0; i < chart.rows.size(); ++i)
        drawRow(svg, chart, i, x, full);
    drawMarks(svg, area, x, chart.marks);
    return svg.finish();
}

} // namespace patina
