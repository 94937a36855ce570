#pragma once

#include "ui/charts/chart_data.h"
#include "ui/charts/plot_frame.h"

#include <vector>

namespace patina {

/// Whether the series has an interval for each of its points.
bool hasBand(const ChartSeries &series);

/// A series as lines on the widget, one per stretch without gaps: with the corners of its steps, without points that
/// are less than half a pixel from the one before.
std::vector<QPolygonF> linesOf(const ChartSeries &series, const PlotFrame &frame);
/// The areas between the lower and the upper ends of its intervals, one per stretch without gaps.
std::vector<QPolygonF> bandsOf(const ChartSeries &series, const PlotFrame &frame);

} // namespace patina
