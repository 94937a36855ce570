#pragma once

#include "ui/charts/chart_data.h"

#include <QFont>
#include <QLocale>
#include <QPalette>
#include <QPen>

namespace patina {

/// What a chart is drawn with: of the window's palette, or for paper.
struct ChartTheme
{
    QColor ground; ///< around the plot
    QColor area;   ///< of the plot
    QColor text;
    QColor muted;
    QColor grid;
    QColor axis;
    QColor accent;
    QFont font;
    QLocale locale;
    bool dark = false;
    double hair = 1.0; ///< width of the thinnest line: a whole pixel of the screen

    static ChartTheme of(const QPalette &palette, const QFont &font, const QLocale &locale);
    /// Dark on white, whatever the theme of the window.
    static ChartTheme print(const QFont &font, const QLocale &locale);
};

/// WCAG 2.1 contrast ratio of two opaque colours, 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);
/// The colour, lighter or darker by as much as it takes for a contrast of 3 to the ground (WCAG 2.1, 1.4.11).
QColor readableOn(const QColor &colour, const QColor &ground);

/// Colours of series: Okabe and Ito (2008), in an order and in tones that are told apart on the theme's ground by the
/// colour-blind too. \param slot at least 0; the colours repeat after 8.
QColor slotColour(int slot, const ChartTheme &theme);
/// The series' own colour where it is valid, readable on the theme; that of the slot otherwise.
QColor seriesColour(const QColor &own, int slot, const ChartTheme &theme);
/// Solid or a dash pattern, so that colour is never the only sign. The patterns repeat after 7: with 8 colours, 56
/// series differ.
QPen seriesPen(const QColor &colour, int dash, double width);

} // namespace patina
