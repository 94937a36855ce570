#include "core/studies/study_charts.h"

#include "core/studies/study_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace patina {

namespace {

ChartPoint pointOf(double x, const StudyCell &cell)
{
    return {x, *cell.mean, std::isnan(cell.low) ? *cell.mean : cell.low,
            std::isnan(cell.high) ? *cell.mean : cell.high};
}

/// Places in their order at even distances: n = 1, 2, 5 and 462 would not be told apart along a measure.
std::vector<double> placesOf(const StudyPlan &plan)
{
    std::set<double> places;
    for (const StudyPlan::Place &place : plan.places)
        places.insert(place.x);
    return {places.begin(), places.end()};
}

std::vector<PlotSeries> linesOf(const StudyPlan &plan, const StudyTable &table, std::size_t figure)
{
    const std::vector<double> places = placesOf(plan);
    std::vector<PlotSeries> lines;
    for (std::size_t arm = 0; arm < plan.places.size(); ++arm) {
        const StudyCell &cell = table.rows[arm].cells[figure];
        if (!cell.mean)
            continue;
        auto line = std::ranges::find(lines, plan.places[arm].line, &PlotSeries::name);
        if (line == lines.end()) {
            PlotSeries made;
            made.name = plan.places[arm].line;
            made.band = true;
            made.style = static_cast<int>(lines.size());
            lines.push_back(std::move(made));
            line = lines.end() - 1;
        }
        const auto at = std::ranges::lower_bound(places, plan.places[arm].x) - places.begin();
        line->points.push_back(pointOf(static_cast<double>(at), cell));
    }
    for (PlotSeries &line : lines)
        std::ranges::sort(line.points, {}, &ChartPoint::x);
    return lines;
}

PlotSeries pointsOf(const StudyTable &table, std::size_t figure)
{
    PlotSeries series;
    series.name = studyFigureText(table.figures[figure]);
    series.form = PlotSeries::Form::Points;
    for (std::size_t arm = 0; arm < table.rows.size(); ++arm)
        if (const StudyCell &cell = table.rows[arm].cells[figure]; cell.mean)
            series.points.push_back(pointOf(static_cast<double>(arm), cell));
    return series;
}

} // namespace

std::vector<ReportChart> studyCharts(const StudyPlan &plan, const StudyTable &table)
{
    std::vector<ReportChart> charts;
    for (const char *name : {"recall.all", "image.auroc"}) {
        const auto found = std::ranges::find(table.figures, name);
        if (found == table.figures.end())
            continue;
        const auto figure = static_cast<std::size_t>(found - table.figures.begin());
        PlotChart chart;
        chart.title = studyFigureText(name);
        chart.description = fmt::format("{} of the arms of the study, with 95 % intervals", chart.title);
        chart.y.label = chart.title;
        if (!plan.places.empty()) {
            chart.x.label = plan.placeLabel;
            for (const double place : placesOf(plan))
                chart.categories.push_back(fmt::format("{:g}", place));
            chart.series = linesOf(plan, table, figure);
        } else {
            for (const StudyRow &row : table.rows)
                chart.categories.push_back(row.arm);
            chart.series = {pointsOf(table, figure)};
        }
        if (std::ranges::any_of(chart.series, [](const PlotSeries &series) { return !series.points.empty(); }))
            charts.push_back({std::move(chart), "Means over the seeds, with 95 % intervals over seeds and parts."});
    }
    return charts;
}

} // namespace patina
