#pragma once

#include "ui/charts/chart_data.h"
#include "ui/charts/plot_frame.h"

#include <vector>

namespace patina {

/// Whether the series has an interval for each of its points.
bool hasBand(const ChartSeries &series);

/// The line with as few of its points as keep all others within a tolerance, in pixels, of it: one pass with a cone of
/// directions in which all points since the last kept one are met.
QPolygonF simplified(const QPolygonF &line, double tolerance);

/// A series as lines on the widget, one per stretch without gaps: with the corners of its steps, without points that
/// make no difference to the eye.
std::vector<QPolygonF> linesOf(const ChartSeries &series, const PlotFrame &frame);
/// The areas between the lower and the upper ends of its intervals, one per stretch without gaps.
std::vector<QPolygonF> bandsOf(const ChartSeries &series, const PlotFrame &frame);

} // namespace patina
