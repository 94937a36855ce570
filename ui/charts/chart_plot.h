#pragma once

#include "ui/charts/chart_content.h"

#include <QMargins>
#include <QSize>

#include <functional>

class QCPLayer;
class QCustomPlot;
class QPaintDevice;
class QWidget;

namespace patina {

/// Axes, grid and layers of a chart: what QCustomPlot does for us, and the only place that knows it. What lies between
/// the axes and around them is painted by whoever owns the plot.
class ChartPlot
{
public:
    struct Painters
    {
        std::function<void(QPainter &)> series;
        std::function<void(QPainter &)> frame;   ///< legend and title
        std::function<void(QPainter &)> marks;   ///< on a layer of its own: cheap to draw again
        std::function<void(QPainter &)> pointer; ///< likewise; not in files
    };

    /// \param parent owns the widget and outlives the plot.
    ChartPlot(QWidget *parent, Painters painters);

    QWidget *widget() const;
    void setTheme(const ChartTheme &theme);
    void setAxis(ChartAxisSide side, const ChartAxis &axis);
    void setSpan(ChartAxisSide side, const ChartSpan &span);
    /// Suits a size of the widget. \param taken room at its edges that is not for the plot. \param strip above the
    /// plot, for the labels of the marks. \param widest number beside the vertical axis that there is room for from the
    /// start, so that zooming does not move the plot.
    void arrange(const QSize &size, const QMargins &taken, double strip, const QString &widest);

    /// As of the last drawing.
    PlotFrame frame() const;
    /// Before the next frame is shown; several calls are one.
    void replot();
    void replotNow();
    void replotMarks();
    void replotPointer();
    /// Draws all but the pointer, at a size in logical pixels for which it is arranged.
    void render(QPaintDevice &device, const QSize &size);

private:
    QCustomPlot *m_plot = nullptr;
    QCPLayer *m_marks = nullptr;
    QCPLayer *m_pointer = nullptr;
    ChartTheme m_theme;
    bool m_queued = false;
};

} // namespace patina
