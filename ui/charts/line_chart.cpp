#include "ui/charts/line_chart.h"

#include "ui/charts/curves.h"

namespace patina {

LineChart::LineChart(QWidget *parent) : Chart(std::make_unique<Curves>(), ChartAxisSide::Horizontal, parent)
{
    setObjectName(QStringLiteral("lineChart"));
}

void LineChart::setSeries(const std::vector<ChartSeries> &series)
{
    static_cast<Curves &>(content()).set(series);
    contentChanged();
}

const std::vector<ChartSeries> &LineChart::series() const
{
    return static_cast<const Curves &>(content()).series();
}

} // namespace patina
