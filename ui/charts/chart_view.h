#pragma once

#include "ui/charts/chart_content.h"

namespace patina {

/// What an axis shows before anybody zooms: its limits where it has them, else the values with some room around them.
/// \param values none: there are none. \param padding of the length, at ends that are not at 0.
ChartSpan homeSpan(const ChartAxis &axis, const std::optional<ChartSpan> &values, double padding);

/// The span around a pixel, smaller (factor below 1) or larger: the value at the pixel stays there.
ChartSpan zoomedSpan(const PlotScale &scale, double pixel, double factor);
ChartSpan shiftedSpan(const PlotScale &scale, double byPixels);
/// The span moved, and cut if it is too long, so that it lies within home; not shorter than a ten-thousandth of it.
ChartSpan keptWithin(const ChartSpan &span, const ChartSpan &home, bool log);

} // namespace patina
