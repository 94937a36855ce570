#include "core/report/report_charts.h"
#include "core/report/share_axis.h"

#include <algorithm>
#include <utility>

namespace patina {

namespace {

constexpr double curveSpacing = 0.002;

PlotSeries curveSeries(const char *name, const std::vector<CurvePoint> &points, int style)
{
    PlotSeries series{name, PlotSeries::Form::Line, false, style, false, {}};
    for (const CurvePoint &point : thinned(points, curveSpacing))
        series.points.push_back({point.x, point.y, 0.0, 0.0});
    std::ranges::stable_sort(series.points, {}, &ChartPoint::x);
    return series;
}

std::optional<ReportChart> curvesChart(PlotChart chart, std::vector<PlotSeries> series, std::string caption)
{
    std::erase_if(series, [](const PlotSeries &one) { return one.points.size() < 2; });
    if (series.empty())
        return std::nullopt;
    chart.series = std::move(series);
    return ReportChart{std::move(chart), std::move(caption)};
}

} // namespace

std::optional<ReportChart> precisionRecallChart(const Evaluation &evaluation)
{
    return curvesChart(
        {"Precision against recall",
         "Share of what is flagged that is a defect, against the share of defects flagged.",
         shareAxis("Recall"),
         shareAxis("Precision"),
         {},
         {},
         {}},
        {curveSeries("images", evaluation.curves.imagePr, 0), curveSeries("pixels", evaluation.curves.pixelPr, 1)},
        "Precision against recall, over images and over pixels.");
}

std::optional<ReportChart> rocChart(const Evaluation &evaluation)
{
    return curvesChart(
        {"ROC",
         "Share of defects flagged against the share of normal ones flagged.",
         shareAxis("False positive rate"),
         shareAxis("True positive rate"),
         {},
         {},
         {}},
        {curveSeries("images", evaluation.curves.imageRoc, 0), curveSeries("pixels", evaluation.curves.pixelRoc, 1)},
        "Receiver operating characteristic, over images and over pixels.");
}

std::optional<ReportChart> proChart(const Evaluation &evaluation)
{
    constexpr double fprLimit = 0.3;
    PlotChart chart{"Per-region overlap",
                    "Mean share of each defect's pixels flagged, against the share of normal pixels flagged.",
                    {"Share of normal pixels flagged", AxisNumbers::Percent, std::pair{0.0, fprLimit}},
                    shareAxis("Mean overlap of defects"),
                    {},
                    {},
                    {}};
    return curvesChart(std::move(chart), {curveSeries("mean over defects", evaluation.curves.pro, 2)},
                       "Per-region overlap (PRO) up to a false positive rate of 30 % of the pixels, where AUPRO ends.");
}

} // namespace patina
