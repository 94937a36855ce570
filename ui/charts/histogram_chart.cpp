#include "ui/charts/histogram_chart.h"

namespace patina {

HistogramChart::HistogramChart(QWidget *parent) : Chart(std::make_unique<Bins>(), ChartAxisSide::Vertical, parent)
{
    setObjectName(QStringLiteral("histogramChart"));
}

void HistogramChart::setBins(const ChartBins &bins)
{
    static_cast<Bins &>(content()).set(bins);
    contentChanged();
}

const ChartBins &HistogramChart::bins() const
{
    return static_cast<const Bins &>(content()).bins();
}

void HistogramChart::setForm(BinForm form)
{
    static_cast<Bins &>(content()).setForm(form);
    contentChanged();
}

BinForm HistogramChart::form() const
{
    return static_cast<const Bins &>(content()).form();
}

} // namespace patina
