#pragma once

#include "ui/charts/chart.h"

namespace patina {

/// Curves with bands (recall against threshold, precision-recall, ROC, PRO), and points with error bars (recall by
/// size). The menu switches the horizontal axis between linear and logarithmic.
class LineChart : public Chart
{
    Q_OBJECT
public:
    explicit LineChart(QWidget *parent = nullptr);

    /// Keeps what was zoomed to, and hidden series by their names.
    void setSeries(const std::vector<ChartSeries> &series);
    const std::vector<ChartSeries> &series() const;
};

} // namespace patina
