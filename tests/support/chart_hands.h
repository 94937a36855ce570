#pragma once

#include "tests/support/chart_samples.h"
#include "ui/charts/histogram_chart.h"
#include "ui/charts/line_chart.h"

namespace patina::testing {

/// What tests do with a chart.
void fill(LineChart &chart, const ChartSample &sample);
/// Shown, drawn, and with the focus.
void show(Chart &chart, const QSize &size = {640, 360});
QPoint at(const Chart &chart, double x, double y);
/// A place on a line, below its label.
QPoint onLine(const Chart &chart, double value);
void moveMouse(QWidget &widget, const QPoint &place, Qt::MouseButtons buttons = Qt::NoButton);
void drag(QWidget &widget, const QPoint &from, const QPoint &to);
void wheel(QWidget &widget, const QPoint &place, int notches);
/// Of a mark; NaN: there is none.
double valueOf(const Chart &chart, const QString &id);
QAction *action(Chart &chart, const char *name);
/// "good" and "bad" in three bins.
ChartBins fewBins();

} // namespace patina::testing
