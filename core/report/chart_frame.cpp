#include "core/report/chart_frame.h"

#include "core/report/report_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr SeriesStyle gridStyle{"#d8dce0", ""};
constexpr SeriesStyle axisStyle{"#57606a", ""};
constexpr int xTicks = 8;
constexpr int yTicks = 5;
constexpr double numberSizePx = 10.0;

} // namespace

std::string axisNumber(double value, int digits, AxisNumbers numbers)
{
    if (numbers == AxisNumbers::Percent)
        return fmt::format("{:.{}f} %", 100.0 * value, std::max(0, digits - 2));
    return fmt::format("{:.{}f}", value, digits);
}

void drawXAxis(SvgWriter &svg, const PlotArea &area, const AxisScale &scale, const PlotAxis &axis)
{
    const Ticks ticks = niceTicks(scale.low, scale.high, xTicks);
    for (const double value : ticks.values) {
        const double x = scale.at(value);
        svg.line({x, area.top}, {x, area.bottom}, "grid", gridStyle, 0.8);
        svg.text({x, area.bottom + 15}, axisNumber(value, ticks.digits, axis.numbers), SvgWriter::Anchor::Middle,
                 numberSizePx);
    }
    svg.line({area.left, area.bottom}, {area.right, area.bottom}, "axis", axisStyle, 1.0);
    svg.text({(area.left + area.right) / 2, area.bottom + 33}, axis.label, SvgWriter::Anchor::Middle);
}

void drawYAxis(SvgWriter &svg, const PlotArea &area, const AxisScale &scale, const PlotAxis &axis)
{
    const Ticks ticks = niceTicks(scale.low, scale.high, yTicks);
    for (const double value : ticks.values) {
        const double y = scale.at(value);
        svg.line({area.left, y}, {area.right, y}, "grid", gridStyle, 0.8);
        svg.text({area.left - 7, y + 3.5}, axisNumber(value, ticks.digits, axis.numbers), SvgWriter::Anchor::End,
                 numberSizePx);
    }
    svg.line({area.left, area.top}, {area.left, area.bottom}, "axis", axisStyle, 1.0);
    svg.textUpwards({area.left - 46, (area.top + area.bottom) / 2}, axis.label);
}

void drawCategories(SvgWriter &svg, const PlotArea &area, const AxisScale &scale, const std::vector<std::string> &names,
                    const std::string &label)
{
    const double room = names.size() > 1 ? scale.at(1.0) - scale.at(0.0) : area.right - area.left;
    for (std::size_t i = 0; i < names.size(); ++i)
        svg.text({scale.at(static_cast<double>(i)), area.bottom + 15}, fittedText(names[i], room - 4, numberSizePx),
                 SvgWriter::Anchor::Middle, numberSizePx);
    svg.line({area.left, area.bottom}, {area.right, area.bottom}, "axis", axisStyle, 1.0);
    svg.text({(area.left + area.right) / 2, area.bottom + 33}, label, SvgWriter::Anchor::Middle);
}

void drawMarks(SvgWriter &svg, const PlotArea &area, const AxisScale &scale, const std::vector<PlotMark> &marks)
{
    constexpr double gap = 4.0;
    constexpr double rowPx = 10.0;
    double taken = area.left - 60.0; // a name may stand over the numbers of the axis
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const PlotMark &mark = marks[i];
        const double x = scale.at(mark.x);
        if (x < area.left - 0.01 || x > area.right + 0.01)
            continue;
        svg.line({x, area.top - 3}, {x, area.bottom}, "mark", markStyle(mark.style), 1.4);
        const double width = textWidthPx(mark.label, numberSizePx);
        const bool nextIsNear = i + 1 < marks.size() && scale.at(marks[i + 1].x) - x < width + 2 * gap;
        const bool leftwards = (nextIsNear && x - width - gap > taken) || x + width + gap > area.right + 16;
        const bool covers = !leftwards && x < taken;
        svg.text({leftwards ? x - gap : x + gap, area.top - (covers ? 6 + rowPx : 6)}, mark.label,
                 leftwards ? SvgWriter::Anchor::End : SvgWriter::Anchor::Start, numberSizePx);
        taken = leftwards ? x : x + width + gap;
    }
}

} // namespace patina
