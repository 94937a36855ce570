#pragma once

#include "core/report/chart.h"
#include "core/report/svg_writer.h"

#include <string>
#include <vector>

namespace patina {

/// From values to drawing units along one axis.
struct AxisScale
{
    double low = 0.0;
    double high = 1.0;
    double from = 0.0; ///< where `low` lies
    double to = 1.0;

    double at(double value) const { return from + (value - low) / (high - low) * (to - from); }
};

/// The plot area, left, top, right, bottom.
struct PlotArea
{
    double left = 0.0;
    double top = 0.0;
    double right = 0.0;
    double bottom = 0.0;
};

/// "0.25", "25 %".
std::string axisNumber(double value, int digits, AxisNumbers numbers);

/// Numbers, grid lines and the label under the plot, or left of it.
void drawXAxis(SvgWriter &svg, const PlotArea &area, const AxisScale &scale, const PlotAxis &axis);
void drawYAxis(SvgWriter &svg, const PlotArea &area, const AxisScale &scale, const PlotAxis &axis);
/// Names at 0, 1, ... in place of numbers.
void drawCategories(SvgWriter &svg, const PlotArea &area, const AxisScale &scale, const std::vector<std::string> &names,
                    const std::string &label);
/// Vertical lines with their names above the plot; a name that would cover another goes to the left of its line,
/// or where there is no room either one line up.
void drawMarks(SvgWriter &svg, const PlotArea &area, const AxisScale &scale, const std::vector<PlotMark> &marks);

} // namespace patina
