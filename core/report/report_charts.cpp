#include "core/report/report_charts.h"

#include "core/metrics/intervals.h"
#include "core/report/report_text.h"
#include "core/report/share_axis.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr int goodStyle = 6;

std::vector<PlotMark> marksOf(const Evaluation &evaluation, ThresholdMarks marks)
{
    if (marks == ThresholdMarks::Absent)
        return {};
    const double review = evaluation.review.threshold;
    const double reject = evaluation.reject.threshold;
    return {{review, fmt::format("review {:.2f}", review), 0}, {reject, fmt::format("reject {:.2f}", reject), 1}};
}

/// The style of a class, the same in every chart.
int styleOf(const Evaluation &evaluation, const std::string &name)
{
    for (std::size_t i = 0; i < evaluation.classes.size(); ++i)
        if (reportName(evaluation.classes[i]) == name)
            return static_cast<int>(i);
    return 0;
}

std::string nameWithCount(const RecallCurve &curve)
{
    return fmt::format("{} (n = {})", curve.name, countText(curve.total));
}

/// Steps from the lowest score shown to the highest.
PlotSeries recallSeries(const RecallCurve &curve, std::pair<double, double> range)
{
    PlotSeries series{nameWithCount(curve), PlotSeries::Form::Step, true, 0, curve.name == "all", {}};
    for (const RecallCurve::Point &point : curve.points)
        series.points.push_back({point.threshold, point.recall, point.low, point.high});
    std::ranges::sort(series.points, {}, &ChartPoint::x);
    ChartPoint first = series.points.front();
    first.x = std::min(first.x, range.first);
    series.points.insert(series.points.begin(), first);
    if (series.points.back().x < range.second) {
        const Interval none = wilson95(0, curve.total);
        series.points.push_back({range.second, 0.0, none.low, none.high});
    }
    return series;
}

/// Classes that have defects; their sum only where there are several.
std::vector<const RecallCurve *> shownCurves(const Evaluation &evaluation)
{
    std::vector<const RecallCurve *> curves;
    for (const RecallCurve &curve : evaluation.curves.recall)
        if (curve.total > 0 && !curve.points.empty())
            curves.push_back(&curve);
    if (curves.size() == 2)
        curves.pop_back();
    return curves;
}

/// \param mark 0 a circle, 1 a square.
PlotSeries pointAt(const char *name, int mark, double overkill, const DefectCount &all)
{
    const ChartPoint point{overkill, all.recall.value.value_or(0.0), all.low.value.value_or(0.0),
                           all.high.value.value_or(1.0)};
    return {name, PlotSeries::Form::Points, false, mark, true, {point}};
}

std::optional<BinnedChart::Row> goodRow(const Evaluation &evaluation)
{
    BinnedChart::Row row{"good images", goodStyle, {}};
    for (const ImageOutcome &image : evaluation.outcomes.images)
        if (image.role == ImageRole::Good && image.peak)
            row.values.push_back(static_cast<double>(*image.peak));
    return row.values.empty() ? std::nullopt : std::optional(std::move(row));
}

/// One row for each class that has regions there.
void addRows(const Evaluation &evaluation, const std::vector<RegionOutcome> &regions,
             std::vector<BinnedChart::Row> &rows)
{
    for (std::size_t i = 0; i < evaluation.classes.size(); ++i) {
        BinnedChart::Row row{reportName(evaluation.classes[i]), static_cast<int>(i), {}};
        for (const RegionOutcome &region : regions)
            if (region.classIndex == static_cast<int>(i))
                row.values.push_back(static_cast<double>(region.peak));
        if (!row.values.empty())
            rows.push_back(std::move(row));
    }
}

} // namespace

std::pair<double, double> chartScoreRange(const Evaluation &evaluation, ThresholdMarks marks)
{
    std::vector<double> scores;
    for (const ImageOutcome &image : evaluation.outcomes.images)
        if (image.peak)
            scores.push_back(static_cast<double>(*image.peak));
    for (const RegionOutcome &region : evaluation.outcomes.defects)
        scores.push_back(static_cast<double>(region.peak));
    if (scores.empty())
        return {0.0, 0.0};
    std::ranges::sort(scores);
    const double low = std::min(0.0, scores.front());
    if (marks == ThresholdMarks::Absent)
        return {low, scores.back()};
    constexpr double shownShare = 0.95;
    constexpr double timesReject = 4.0;
    const double reject = evaluation.reject.threshold;
    const double wished = std::max(timesReject * reject, quantileOf(scores, shownShare));
    return {low, std::max(reject + 0.1 * std::abs(reject), std::min(scores.back(), wished))};
}

std::optional<ReportChart> recallChart(const Evaluation &evaluation, ThresholdMarks marks)
{
    const auto range = chartScoreRange(evaluation, marks);
    const auto curves = shownCurves(evaluation);
    if (curves.empty() || !(range.first < range.second))
        return std::nullopt;
    PlotChart chart{"Recall against the threshold",
                    "For each defect class the share of its defects that are found as the threshold rises, with "
                    "95 % intervals as bands.",
                    {"Threshold (score)", AxisNumbers::Plain, range},
                    shareAxis("Defects found"),
                    {},
                    marksOf(evaluation, marks),
                    {}};
    constexpr std::size_t mostBands = 3; // more of them hide each other
    for (const RecallCurve *curve : curves) {
        chart.series.push_back(recallSeries(*curve, range));
        PlotSeries &series = chart.series.back();
        series.style = styleOf(evaluation, curve->name);
        series.band = series.strong || curves.size() <= mostBands;
    }
    return ReportChart{std::move(chart),
                       fmt::format("Share of defects found at each threshold. A defect is found when any of its pixels "
                                   "reaches the threshold. {}: Wilson 95 % interval.",
                                   curves.size() <= mostBands ? "Bands" : "Band, of all classes together")};
}

std::optional<ReportChart> scoreHistogram(const Evaluation &evaluation, ThresholdMarks marks)
{
    const double highest = chartScoreRange(evaluation, marks).second;
    BinnedChart chart{"Scores by class",
                      "Bars: which share of the good images, of each impurity and of each defect has which score.",
                      "Score",
                      {},
                      marksOf(evaluation, marks)};
    if (auto good = goodRow(evaluation))
        chart.rows.push_back(std::move(*good));
    addRows(evaluation, evaluation.outcomes.impurities, chart.rows);
    addRows(evaluation, evaluation.outcomes.defects, chart.rows);
    if (chart.rows.empty())
        return std::nullopt;
    std::string caption =
        "Largest score of each good image, of each impurity and of each defect. A bar is a share of its "
        "row; all rows have one scale.";
    const auto small = std::ranges::count_if(
        chart.rows, [](const BinnedChart::Row &row) { return std::ssize(row.values) < BinnedChart::steadyRow; });
    if (small > 0 && small < std::ssize(chart.rows))
        caption += fmt::format(" Rows of fewer than {} are cut where they are higher.", BinnedChart::steadyRow);
    const bool cut = std::ranges::any_of(chart.rows, [&](const BinnedChart::Row &row) {
        return std::ranges::any_of(row.values, [&](double value) { return value > highest; });
    });
    if (cut)
        caption += fmt::format(" Scores above {:.2f} are counted in the last bar.", highest);
    for (BinnedChart::Row &row : chart.rows)
        for (double &value : row.values)
            value = std::min(value, highest);
    return ReportChart{std::move(chart), std::move(caption)};
}

std::vector<double> overkillAt(const Outcomes &outcomes, const std::vector<double> &thresholds)
{
    std::vector<double> peaks;
    for (const ImageOutcome &image : outcomes.images)
        if (image.role == ImageRole::Good)
            peaks.push_back(image.peak ? static_cast<double>(*image.peak) : -HUGE_VAL);
    std::ranges::sort(peaks);
    std::vector<double> shares;
    for (const double threshold : thresholds) {
        const auto over = peaks.end() - std::ranges::lower_bound(peaks, threshold);
        shares.push_back(peaks.empty() ? 0.0 : static_cast<double>(over) / static_cast<double>(peaks.size()));
    }
    return shares;
}

std::optional<ReportChart> recallOverkillChart(const Evaluation &evaluation, ThresholdMarks marks)
{
    if (evaluation.counts.goodImages == 0)
        return std::nullopt;
    std::vector<PlotSeries> lines;
    for (const RecallCurve *curve : shownCurves(evaluation)) {
        PlotSeries line{nameWithCount(*curve), PlotSeries::Form::Line, false, styleOf(evaluation, curve->name),
                        curve->name == "all",  {{0.0, 0.0, 0.0, 0.0}}};
        std::vector<double> thresholds;
        for (const RecallCurve::Point &point : curve->points)
            thresholds.push_back(point.threshold);
        const auto overkill = overkillAt(evaluation.outcomes, thresholds);
        for (std::size_t i = 0; i < overkill.size(); ++i)
            line.points.push_back({overkill[i], curve->points[i].recall, 0.0, 0.0});
        line.points.push_back({1.0, line.points.back().y, 0.0, 0.0});
        lines.push_back(std::move(line));
    }
    if (marks == ThresholdMarks::Shown && !lines.empty())
        for (const OperatingPoint *point : {&evaluation.review, &evaluation.reject})
            lines.push_back(
                pointAt(point == &evaluation.review ? "at review" : "at reject", point == &evaluation.review ? 0 : 1,
                        overkillAt(evaluation.outcomes, {point->threshold}).front(), point->defects.back()));
    PlotChart chart{"Recall against overkill",
                    "For each defect class the share of defects found against the share of good images flagged.",
                    shareAxis("Good images flagged (overkill)"),
                    shareAxis("Defects found"),
                    {},
                    {},
                    {}};
    if (lines.empty())
        return std::nullopt;
    chart.series = std::move(lines);
    return ReportChart{
        std::move(chart),
        "What finding defects costs in good images flagged. Points: all defects at the two thresholds with "
        "the Wilson 95 % interval of recall."};
}

std::optional<ReportChart> sizeChart(const Evaluation &evaluation)
{
    if (evaluation.review.defects.empty() || evaluation.reject.defects.empty())
        return std::nullopt;
    PlotChart chart{"Recall by size",
                    "Share of defects found in each quarter of the defects by area, with 95 % intervals.",
                    {"Defects by area, in pixels of the score map", AxisNumbers::Plain, {}},
                    shareAxis("Defects found"),
                    {{"at review", PlotSeries::Form::Points, false, 0, false, {}},
                     {"at reject", PlotSeries::Form::Points, false, 1, false, {}}},
                    {},
                    {}};
    for (std::size_t i = 0; i < 4; ++i) {
        const SizeQuartile &review = evaluation.review.defects.back().quartiles[i];
        if (review.count.total == 0 || !review.fromPx.value || !review.toPx.value)
            continue;
        const auto x = static_cast<double>(chart.categories.size());
        for (std::size_t point = 0; point < 2; ++point) {
            const RecallCount &count =
                (point == 0 ? evaluation.review : evaluation.reject).defects.back().quartiles[i].count;
            chart.series[point].points.push_back(
                {x, count.recall.value.value_or(0.0), count.low.value.value_or(0.0), count.high.value.value_or(1.0)});
        }
        chart.categories.push_back(
            fmt::format("{:.0f} to {:.0f} (n = {})", *review.fromPx.value, *review.toPx.value, review.count.total));
    }
    if (chart.categories.empty())
        return std::nullopt;
    return ReportChart{std::move(chart), "All defects in quarters from the smallest to the largest, each with its "
                                         "Wilson 95 % interval."};
}

} // namespace patina
