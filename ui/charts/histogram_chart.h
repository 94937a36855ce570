#pragma once

#include "ui/charts/bins.h"
#include "ui/charts/chart.h"

namespace patina {

/// Counts per class over bins of the score. The menu switches the counts between linear and logarithmic, where classes
/// are drawn as outlines over each other.
class HistogramChart : public Chart
{
    Q_OBJECT
public:
    explicit HistogramChart(QWidget *parent = nullptr);

    /// Keeps what was zoomed to, and hidden series by their names.
    void setBins(const ChartBins &bins);
    const ChartBins &bins() const;
    void setForm(BinForm form);
    BinForm form() const;
};

} // namespace patina
